"""Qualities: where a picture came from, how many lines it has, and how qualities rank by default.

Ids, names, sources and weights are those of Radarr's v3 API, since companion programs store them.
"""

from enum import IntEnum
from typing import NamedTuple


class Source(IntEnum):
    """Where the picture came from; numbers as in custom-format JSON, worst to best."""

    UNKNOWN = 0
    CAM = 1
    TELESYNC = 2
    TELECINE = 3
    WORKPRINT = 4
    DVD = 5
    TV = 6
    WEBDL = 7
    WEBRIP = 8
    BLURAY = 9


class Modifier(IntEnum):
    """What sets a quality apart from others of its source; numbers as in custom-format JSON."""

    NONE = 0
    REGIONAL = 1
    SCREENER = 2
    RAWHD = 3
    BRDISK = 4
    REMUX = 5


class Quality(NamedTuple):
    """One of the thirty qualities; `resolution` in lines (0 unknown), `weight` the default rank (1 worst)."""

    id: int
    name: str
    source: Source
    resolution: int
    modifier: Modifier
    weight: int
    group: str = ""


class Revision(NamedTuple):
    """How often a group has mended its release. Compared by `real`, then `version`; `repack` is for show."""

    version: int = 1
    real: int = 0
    repack: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """What two revisions are compared by."""
        return (self.real, self.version)


class SizeLimits(NamedTuple):
    """Sizes in MiB per minute of runtime; None is unlimited."""

    minimum: float | None
    preferred: float | None
    maximum: float | None


_S, _M = Source, Modifier
QUALITIES: tuple[Quality, ...] = (
    Quality(0, "Unknown", _S.UNKNOWN, 0, _M.NONE, 1),
    Quality(24, "WORKPRINT", _S.WORKPRINT, 0, _M.NONE, 2),
    Quality(25, "CAM", _S.CAM, 0, _M.NONE, 3),
    Quality(26, "TELESYNC", _S.TELESYNC, 0, _M.NONE, 4),
    Quality(27, "TELECINE", _S.TELECINE, 0, _M.NONE, 5),
    Quality(29, "REGIONAL", _S.DVD, 480, _M.REGIONAL, 6),
    Quality(28, "DVDSCR", _S.DVD, 480, _M.SCREENER, 7),
    Quality(1, "SDTV", _S.TV, 480, _M.NONE, 8),
    Quality(2, "DVD", _S.DVD, 0, _M.NONE, 9),
    Quality(23, "DVD-R", _S.DVD, 480, _M.REMUX, 10),
    Quality(8, "WEBDL-480p", _S.WEBDL, 480, _M.NONE, 11, "WEB 480p"),
    Quality(12, "WEBRip-480p", _S.WEBRIP, 480, _M.NONE, 11, "WEB 480p"),
    Quality(20, "Bluray-480p", _S.BLURAY, 480, _M.NONE, 12),
    Quality(21, "Bluray-576p", _S.BLURAY, 576, _M.NONE, 13),
    Quality(4, "HDTV-720p", _S.TV, 720, _M.NONE, 14),
    Quality(5, "WEBDL-720p", _S.WEBDL, 720, _M.NONE, 15, "WEB 720p"),
    Quality(14, "WEBRip-720p", _S.WEBRIP, 720, _M.NONE, 15, "WEB 720p"),
    Quality(6, "Bluray-720p", _S.BLURAY, 720, _M.NONE, 16),
    Quality(9, "HDTV-1080p", _S.TV, 1080, _M.NONE, 17),
    Quality(3, "WEBDL-1080p", _S.WEBDL, 1080, _M.NONE, 18, "WEB 1080p"),
    Quality(15, "WEBRip-1080p", _S.WEBRIP, 1080, _M.NONE, 18, "WEB 1080p"),
    Quality(7, "Bluray-1080p", _S.BLURAY, 1080, _M.NONE, 19),
    Quality(30, "Remux-1080p", _S.BLURAY, 1080, _M.REMUX, 20),
    Quality(16, "HDTV-2160p", _S.TV, 2160, _M.NONE, 21),
    Quality(18, "WEBDL-2160p", _S.WEBDL, 2160, _M.NONE, 22, "WEB 2160p"),
    Quality(17, "WEBRip-2160p", _S.WEBRIP, 2160, _M.NONE, 22, "WEB 2160p"),
    Quality(19, "Bluray-2160p", _S.BLURAY, 2160, _M.NONE, 23),
    Quality(31, "Remux-2160p", _S.BLURAY, 2160, _M.REMUX, 24),
    Quality(22, "BR-DISK", _S.BLURAY, 1080, _M.BRDISK, 25),
    Quality(10, "Raw-HD", _S.TV, 1080, _M.RAWHD, 26),
)
BY_NAME: dict[str, Quality] = {q.name: q for q in QUALITIES}
BY_ID: dict[int, Quality] = {q.id: q for q in QUALITIES}
UNKNOWN = BY_ID[0]

_UNLIMITED_FROM_WEIGHT = 19  # Bluray-1080p and better have no default limit
DEFAULT_SIZES: dict[str, SizeLimits] = {
    q.name: SizeLimits(0, None, None) if q.weight >= _UNLIMITED_FROM_WEIGHT else SizeLimits(0, 95, 100)
    for q in QUALITIES
}


def find_quality(source: Source, resolution: int, modifier: Modifier) -> Quality:
    """The quality nearest to what a name says.

    Exact; else the one of this source and modifier that states no resolution; else the lowest source, not
    below the one asked for, of this modifier and resolution; else Unknown.
    """
    for quality in QUALITIES:
        if (quality.source, quality.resolution, quality.modifier) == (source, resolution, modifier):
            return quality
    for quality in QUALITIES:
        if (quality.source, quality.resolution, quality.modifier) == (source, 0, modifier) and quality != UNKNOWN:
            return quality
    nearest = [q for q in QUALITIES if q.modifier == modifier and q.resolution == resolution and q.source >= source]
    return min(nearest, key=lambda q: q.source, default=UNKNOWN)
