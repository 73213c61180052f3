"""What Prowlarr sends. It leaves out what is null, so that every field may be missing."""

from typing import Any, TypeVar

import msgspec

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import Unavailable

T = TypeVar("T")


class StatusFields(msgspec.Struct, rename="camel"):
    """`system/status`."""

    app_name: str | None = None
    version: str | None = None


class CategoryFields(msgspec.Struct, rename="camel"):
    """A category, with those below it."""

    id: int | None = None
    sub_categories: list["CategoryFields"] | None = None


class CapabilityFields(msgspec.Struct, rename="camel"):
    """What an indexer can do. Parameters are spelt `imdbId`."""

    categories: list[CategoryFields] | None = None
    movie_search_params: list[str] | None = None


class SettingFields(msgspec.Struct):
    """One of an indexer's settings."""

    name: str | None = None
    value: Any = None


class IndexerFields(msgspec.Struct, rename="camel"):
    """One indexer of `indexer`. Definitions that vanished have no capabilities."""

    id: int
    name: str | None = None
    enable: bool = True
    protocol: str | None = None
    privacy: str | None = None
    priority: int | None = None
    supports_rss: bool | None = None
    supports_search: bool | None = None
    app_profile_id: int | None = None
    capabilities: CapabilityFields | None = None
    fields: list[SettingFields] | None = None


class ProfileFields(msgspec.Struct, rename="camel"):
    """One of `appprofile`: what other programs may use an indexer for."""

    id: int = 0
    enable_rss: bool = True
    enable_automatic_search: bool = True
    enable_interactive_search: bool = True
    minimum_seeders: int | None = None


class UseFields(msgspec.Struct, rename="camel"):
    """What was asked of one indexer, by every program."""

    indexer_id: int = 0
    number_of_queries: int = 0
    number_of_rss_queries: int = 0
    number_of_grabs: int = 0


class StatsFields(msgspec.Struct, rename="camel"):
    """`indexerstats`."""

    indexers: list[UseFields] | None = None


class BlockFields(msgspec.Struct, rename="camel"):
    """One of `indexerstatus`, which lists blocked indexers alone."""

    indexer_id: int = 0


def decode(answer: Answer, of: type[T]) -> T:
    """The JSON of an answer. Raises Unavailable."""
    try:
        return msgspec.json.decode(answer.body, type=of)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise answer.blame(
            Unavailable(
                f"Prowlarr's answer from {answer.url} cannot be read ({error})",
                remedy="check that prowlarr.url leads to Prowlarr, and that no proxy changes its answers",
            )
        ) from error


def decode_each(answer: Answer, of: type[T]) -> tuple[list[T], int]:
    """The rows of a JSON list that can be read, and how many cannot. Raises Unavailable if it is no list."""
    rows: list[T] = []
    raw = decode(answer, list[msgspec.Raw])
    for row in raw:
        try:
            rows.append(msgspec.json.decode(row, type=of))
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
    return rows, len(raw) - len(rows)
