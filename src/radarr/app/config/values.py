"""Kinds of value with a form of their own: addresses, sizes, paths, modes, qualities."""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from radarr.app.config.kinds import NAME, SIGNED, TEXT, Hint, Kind, number
from radarr.domain.decision.terms import PatternError, read_term
from radarr.domain.quality import SizeLimits

_UNITS = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12}
_UNITS |= {"KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40}
_SIZE = re.compile(r"(\d+(?:\.\d+)?) ?([KMGT]i?B|B)(/min)?")
_HTTP = frozenset({"http", "https"})
_CONDITION_KEYS = ("name", "implementation", "negate", "required", "fields")


def _url(raw: object, schemes: frozenset[str] = _HTTP) -> str:
    text = TEXT.decode(raw)
    parts = urlsplit(text)
    _ = parts.port  # raises ValueError for what is no port
    if parts.scheme not in schemes or not parts.hostname or parts.query or parts.fragment or " " in text:
        raise ValueError
    if parts.username is not None or parts.password is not None:
        raise Hint("name and password do not belong in the address: give them as settings of their own")
    return text.rstrip("/")


def _optional_url(raw: object) -> str:
    return _url(raw) if TEXT.decode(raw) else ""


def _database_url(raw: object) -> str:
    text = TEXT.decode(raw)
    if not text:
        return text
    parts = urlsplit(text)
    if parts.password is not None:
        raise Hint("the password does not belong in the address: give it as database.password")
    if parts.scheme != "postgresql" or not parts.path.strip("/"):
        raise ValueError
    return text


def _url_base(raw: object) -> str:
    text = TEXT.decode(raw).strip("/")
    if any(letter in text for letter in " ?#"):
        raise ValueError
    return f"/{text}" if text else ""


def _size(raw: object) -> int:
    found = _SIZE.fullmatch(TEXT.decode(raw))
    if not found or found[3]:
        raise ValueError
    return int(float(found[1]) * _UNITS[found[2]])


class SizeBound(NamedTuple):
    """The largest size of a release, in bytes or in bytes per minute; None is unlimited."""

    total: int | None = None
    per_minute: int | None = None


def _size_bound(raw: object) -> SizeBound:
    text = TEXT.decode(raw)
    if not text:
        return SizeBound()
    if text.endswith("/min"):
        return SizeBound(per_minute=_size(text.removesuffix("/min")))
    return SizeBound(total=_size(text))


def _score_bound(raw: object) -> int | None:
    return None if raw == "" else SIGNED.decode(raw)


SCORE_BOUND = Kind('a whole number, or "" for none', _score_bound, SIGNED.from_text)


def _term(raw: object) -> str:
    text = NAME.decode(raw)
    try:
        read_term(text)
    except PatternError as error:
        raise Hint(f"as a pattern it cannot be read: {error}") from error
    return text


def _optional_term(raw: object) -> str:
    return _term(raw) if TEXT.decode(raw) else ""


OPTIONAL_TERM = Kind("empty, text, or a /pattern/ with flags such as i behind it", _optional_term)
TERM = Kind("text, or a /pattern/ with flags such as i behind it", _term)


def _absolute(raw: object) -> str:
    text = NAME.decode(raw)
    if not text.startswith("/") or ".." in text.split("/"):
        raise ValueError
    return text.rstrip("/") or "/"


def _optional_path(raw: object) -> str:
    return _absolute(raw) if TEXT.decode(raw) else ""


def _log_file(raw: object) -> str:
    return "auto" if raw == "auto" else _optional_path(raw)


def _file_mode(raw: object) -> int | None:
    text = TEXT.decode(raw)
    if text and not re.fullmatch(r"0?[0-7]{3}", text):
        raise ValueError
    return int(text, 8) if text else None


def _network(raw: object) -> str:
    return str(ipaddress.ip_network(TEXT.decode(raw), strict=False))


class QualityGroup(NamedTuple):
    """Qualities that count as equal."""

    name: str
    qualities: tuple[str, ...]


def _quality_item(raw: object) -> str | QualityGroup:
    if not isinstance(raw, dict):
        return NAME.decode(raw)
    names = raw.get("qualities")
    if set(raw) != {"name", "qualities"} or not isinstance(names, list) or not names:
        raise Hint('a group is { name = "WEB 1080p", qualities = ["WEBDL-1080p", "WEBRip-1080p"] }')
    return QualityGroup(NAME.decode(raw["name"]), tuple(NAME.decode(name) for name in names))


def _size_limits(raw: object) -> SizeLimits:
    if not isinstance(raw, list) or len(raw) != len(SizeLimits._fields):
        raise ValueError
    low, preferred, high = (number().decode(item) for item in raw)
    if low > (preferred or low) or (preferred or low) > (high or preferred or low):
        raise Hint("they must grow from left to right")
    return SizeLimits(low, preferred or None, high or None)


class PathMapping(NamedTuple):
    """A folder as the torrent client names it, and the same folder as we do."""

    remote: str
    local: str


def _path_mapping(raw: object) -> PathMapping:
    if not isinstance(raw, dict) or set(raw) != set(PathMapping._fields):
        raise ValueError
    return PathMapping(NAME.decode(raw["remote"]).rstrip("/\\"), _absolute(raw["local"]))


def _condition(raw: object) -> dict[str, object]:
    if not isinstance(raw, dict):
        raise Hint("write [[custom_format.specifications]], or { name = ..., implementation = ..., fields = ... }")
    for key in raw:
        if key not in _CONDITION_KEYS:
            raise Hint(f"{key!r} is no key of a condition: those are {', '.join(_CONDITION_KEYS)}")
    return dict(raw)


URL = Kind('an address like "http://host:port", without name, password or query', _url)
OPTIONAL_URL = Kind('empty, or an address like "http://host:port"', _optional_url)
DATABASE_URL = Kind('empty, or "postgresql://user@host/db"', _database_url)
URL_BASE = Kind('empty, or a path like "/radarr"', _url_base)
SIZE = Kind('a size like "500MiB" or "12GiB"', _size)
SIZE_BOUND = Kind('empty, or a size like "12GiB" or "100MiB/min"', _size_bound)
ABSOLUTE = Kind('a full path like "/srv/media/movies", without ".."', _absolute)
OPTIONAL_PATH = Kind('empty, or a full path like "/etc/ssl/ca.pem"', _optional_path)
LOG_FILE = Kind('"auto", empty, or a full path like "/var/log/radarr-daemon.log"', _log_file)
FILE_MODE = Kind('empty, or three octal digits like "644"', _file_mode)
NETWORK = Kind('a network like "10.0.0.0/8" or an address', _network)
QUALITY_ITEM = Kind('the name of a quality, or { name = "...", qualities = ["..."] }', _quality_item)
SIZE_LIMITS = Kind("[min, preferred, max] in MiB per minute; 0 for preferred and max is no limit", _size_limits)
PATH_MAPPING = Kind('{ remote = "/downloads", local = "/srv/downloads" }', _path_mapping)
CONDITION = Kind("the table of a condition", _condition)
