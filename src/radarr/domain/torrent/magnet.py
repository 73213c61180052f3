"""Magnet links, as found in the wild."""

import base64
import re
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.infohash import Infohash

MAX_LENGTH = 64 << 10
MAX_TRACKERS = 40
_MAX_TRACKER = 500  # characters
_MAX_NAME = 120  # characters

_SCHEMES = frozenset({"http", "https", "udp", "ws", "wss"})
_START = re.compile(r"magnet:/*\?", re.IGNORECASE)
_NUMBERED = re.compile(r"\.\d+$")  # `tr.1`, `xt.2`
_V1 = re.compile(r"urn:btih:([0-9a-f]{40}|[a-z2-7]{32})", re.IGNORECASE)
_V2 = re.compile(r"urn:btmh:1220([0-9a-f]{64})", re.IGNORECASE)
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff]+")


class Magnet(NamedTuple):
    """A torrent by its hash. `name` is what the link calls it, "" if it does not."""

    infohash: Infohash
    name: str = ""
    trackers: tuple[str, ...] = ()

    def minimal(self) -> str:
        """A link of this torrent that every client reads: hashes, trackers that are addresses, a short name."""
        hashes = [f"xt=urn:btih:{self.infohash.v1}"] if self.infohash.v1 else []
        hashes += [f"xt=urn:btmh:1220{self.infohash.v2}"] if self.infohash.v2 else []
        name = [f"dn={_quoted(self.name[:_MAX_NAME])}"] if self.name else []
        trackers = [f"tr={_quoted(tracker)}" for tracker in self.trackers if _is_tracker(tracker)]
        return "magnet:?" + "&".join((*hashes, *name, *trackers))


def read_magnet(uri: str) -> Magnet:
    """Read a link however it is escaped. Raises TorrentError: no magnet, no usable hash, too long."""
    uri = uri.strip()
    if len(uri) > MAX_LENGTH:
        raise TorrentError(f"the magnet link has {len(uri)} characters, more than {MAX_LENGTH}")
    start = _START.match(uri)
    if not start:
        raise TorrentError("it is no magnet link: it should begin with magnet:?xt=urn:btih:")
    fields = _fields(uri[start.end() :])
    topics = [value for key, value in fields if key == "xt"]
    infohash = Infohash(_first(_V1, topics), _first(_V2, topics))
    if not infohash.key:
        raise TorrentError("the magnet link has no infohash that is a BitTorrent one: take another release")
    return Magnet(infohash, _name(fields), _trackers(fields))


def _fields(query: str) -> list[tuple[str, str]]:
    """Lower-case keys and values, unescaped."""
    fields = []
    for field in query.replace("&amp;", "&").split("&"):
        key, _, value = field.partition("=")
        fields.append((_NUMBERED.sub("", unquote(key).strip().lower()), unquote(value).strip()))
    return fields


def _first(pattern: re.Pattern[str], topics: list[str]) -> str | None:
    """The first hash of a kind, as hex; one of nothing but zeros is a placeholder."""
    for topic in topics:
        match = pattern.fullmatch(topic)
        digits = _hex(match[1]) if match else ""
        if digits.strip("0"):
            return digits
    return None


def _hex(digits: str) -> str:
    if len(digits) == 32:  # noqa: PLR2004 (base32; all else is hex)
        return base64.b32decode(digits.upper()).hex()
    return digits.lower()


def _name(fields: list[tuple[str, str]]) -> str:
    name = next((value for key, value in fields if key == "dn"), "")
    return _UNPRINTABLE.sub(" ", name.replace("+", " ")).strip()


def _trackers(fields: list[tuple[str, str]]) -> tuple[str, ...]:
    found = dict.fromkeys(value for key, value in fields if key == "tr" and value)
    return tuple(found)[:MAX_TRACKERS]


def _quoted(text: str) -> str:
    return quote(text, safe="", errors="replace")  # half a character from a broken header is no reason to fail


def _is_tracker(tracker: str) -> bool:
    try:
        address = urlsplit(tracker)
        return (
            len(tracker) <= _MAX_TRACKER
            and address.scheme in _SCHEMES
            and bool(address.hostname)
            and not _UNPRINTABLE.search(tracker)
        )
    except ValueError:  # brackets that are no IPv6 address
        return False
