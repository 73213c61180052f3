"""What TMDB sends. Any text may be empty, any value null; lists that were not asked for are missing."""

from typing import TypeVar

import msgspec

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import Unavailable

T = TypeVar("T")


class ReleaseFields(msgspec.Struct):
    """`type`: 1 premiere, 2 limited, 3 theatrical, 4 digital, 5 physical, 6 television."""

    type: int = 0
    release_date: str | None = None


class CountryFields(msgspec.Struct):
    """The releases in one country."""

    release_dates: list[ReleaseFields] | None = None


class CountriesFields(msgspec.Struct):
    """`release_dates`."""

    results: list[CountryFields] | None = None


class TitleFields(msgspec.Struct):
    """A title; empty where it is the original one."""

    title: str | None = None


class TitlesFields(msgspec.Struct):
    """`alternative_titles`."""

    titles: list[TitleFields] | None = None


class TranslationFields(msgspec.Struct):
    """One translation."""

    data: TitleFields | None = None


class TranslationsFields(msgspec.Struct):
    """`translations`."""

    translations: list[TranslationFields] | None = None


class ExternalFields(msgspec.Struct):
    """`external_ids`."""

    imdb_id: str | None = None


class MovieFields(msgspec.Struct):
    """A film, thin in lists, whole from `movie/{id}`. `runtime` in minutes, 0 unknown."""

    id: int
    title: str | None = None
    original_title: str | None = None
    original_language: str | None = None
    overview: str | None = None
    release_date: str | None = None
    runtime: int | None = None
    status: str | None = None
    imdb_id: str | None = None
    release_dates: CountriesFields | None = None
    alternative_titles: TitlesFields | None = None
    translations: TranslationsFields | None = None
    external_ids: ExternalFields | None = None


class Thing(msgspec.Struct):
    """Anything with an id."""

    id: int


class FoundFields(msgspec.Struct):
    """`find/{id}`: lists by kind, all empty where nothing has this id."""

    movie_results: list[Thing] = []
    tv_results: list[Thing] = []
    tv_episode_results: list[Thing] = []
    tv_season_results: list[Thing] = []


class PageFields(msgspec.Struct):
    """`search/movie`."""

    results: list[MovieFields] = []


def decode(answer: Answer, of: type[T]) -> T:
    """The JSON of an answer. Raises Unavailable."""
    try:
        return msgspec.json.decode(answer.body, type=of)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise answer.blame(
            Unavailable(f"TMDB's answer cannot be read ({error})", remedy="check tmdb.url; else we try again later")
        ) from error
