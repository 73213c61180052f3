"""How many lines the picture has."""

from radarr.domain.parsing.kinds import RESOLUTION
from radarr.domain.parsing.words import Words

_SAME = (360, 480, 540, 576, 720, 1080, 2160)
LINES: dict[str, int] = {
    **{f"{lines}p": lines for lines in _SAME},
    "480i": 480,
    "576i": 576,
    **dict.fromkeys(("960p", "1280x720"), 720),
    **dict.fromkeys(("1080i", "1440p", "fhd", "4kto1080p", "1920x1080"), 1080),
    **dict.fromkeys(("848x480", "640x480", "720x480", "852x480", "854x480"), 480),
    **{f"{lines}p{rate}": lines for lines in (720, 1080, 2160) for rate in (24, 25, 30, 50, 60)},
    "720x576": 576,
    "3840x2160": 2160,
    **{f"3840x{height}": 2160 for height in (1600, 1608, 1620, 1632, 1636, 1920, 2072, 2076, 2080)},
    **{f"1920x{height}": 1080 for height in (796, 800, 802, 804, 808, 816, 960, 1024, 1036, 1038, 1040, 1072)},
    **{f"1280x{height}": 720 for height in (528, 532, 534, 536, 544, 548, 640, 688, 690, 692, 694, 696)},
}
"""What a word says of lines; 960 and 1440 are kept with their neighbours, since no quality of their own exists.

A picture that is wider than a screen has fewer lines, and the quality of its width.
"""
_BARE = {"720": 720, "1080": 1080, "2160": 2160}
"""Figures that tell lines behind the year, where no other word does: in front of it they are the title's."""
_UHD = 2160
_UHD_WORDS = frozenset(
    {"uhd", "uhdbd", "uhdbdrip", "ultrahd", "netflixuhd", "netflixuhdrip", "uhdremux", "4kuhdremux", "uhdrip"}
)
_UHD_NEIGHBOURS = frozenset({"hevc", "web", "uhd", "bd", "bluray", "remux"})
WORDS = frozenset(LINES) | _UHD_WORDS | {"4k"} | frozenset(_BARE)


def find_resolution(words: Words) -> int:
    """Lines, 0 where none are told. The last figure counts; UHD and 4K only where there is no figure."""
    if not words.kinds & RESOLUTION:
        return 0
    low = words.low
    at = words.alone.get(RESOLUTION)
    if at is not None and (lines := LINES.get(low[at])):
        return lines
    for at, kind in reversed(words.told.items()):
        if kind & RESOLUTION and (lines := LINES.get(low[at])):
            return lines
    if any(word in WORDS and _is_4k(words, at) for at, word in enumerate(words.low)):
        return _UHD
    return _bare(words)


def _bare(words: Words) -> int:
    """Lines without a letter behind the year."""
    if not words.years:
        return 0
    return next((_BARE[word] for word in words.low[words.years[-1] + 1 :] if word in _BARE), 0)


def first_resolution(words: Words) -> int:
    """Lines by the first figure, where it counts and not the last."""
    return next((LINES[word] for word in words.low if word in LINES), 0) or find_resolution(words)


def _is_4k(words: Words, at: int) -> bool:
    if words.low[at] in _UHD_WORDS:
        return True
    bracketed = words.before(at) in {"[", "("} and words.after(at) in {"]", ")"}
    return bracketed or words.near(at + 1) in _UHD_NEIGHBOURS
