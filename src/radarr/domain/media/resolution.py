"""How many lines a picture has, whatever was cropped from it."""

from radarr.domain.media.measured import VideoTrack
from radarr.domain.parsing.cleanup import clean
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.parsing.resolution import find_resolution
from radarr.domain.parsing.tokens import tokenise
from radarr.domain.quality import UNKNOWN, Modifier, Quality, find_quality

_AT_LEAST = ((3200, 2100, 2160), (1800, 1000, 1080), (1200, 700, 720), (1000, 560, 576))
"""Radarr's limits: from this width or this height on it is a picture of so many lines."""
_SD = 480
_BELOW = {720: (1024, 576), 1080: (1280, 720), 2160: (1920, 1088)}
"""The whole frame of the next lower class: what fits into it is no cropped picture of the higher one."""
_CLASSES = (720, 1080, 2160)
_WIDEST_PIXEL = 1.5  # 16:9 stored in the width of 4:3; a file that states more is not believed


def lines_of(video: VideoTrack) -> int:
    """480, 576, 720, 1080 or 2160; 0 where the size is unknown. Either dimension is enough: the other was cropped."""
    if video.width <= 0 or video.height <= 0:
        return 0
    width = _shown_width(video)
    return next((lines for wide, high, lines in _AT_LEAST if width >= wide or video.height >= high), _SD)


def claimed_lines(parsed: ParsedRelease) -> int:
    """The lines that the name itself states, 0 where its quality was filled in by habit."""
    return find_resolution(tokenise(clean(parsed.name).text))


def is_other_class(claimed: int, video: VideoTrack) -> bool:
    """Whether the picture cannot be one of so many lines; SD is one class, and in doubt a picture was cropped."""
    lines = lines_of(video)
    if not lines or not claimed:
        return False
    if _class(lines) > _class(claimed):
        return True
    wide, high = _BELOW.get(claimed, (0, 0))
    return _shown_width(video) <= wide and video.height <= high


def measured_quality(parsed: ParsedRelease, video: VideoTrack | None) -> Quality:
    """The claimed quality with the lines that were measured, where the name states none or cannot be right.

    Source and modifier cannot be measured and stay, unless no such quality has so many lines.
    """
    claimed = parsed.quality
    lines = lines_of(video) if video else 0
    if not video or not lines or (not claimed.resolution and claimed is not UNKNOWN):
        return claimed
    stated = claimed_lines(parsed)
    if not is_other_class(stated or claimed.resolution, video) and (stated or _class(lines) == _class(_SD)):
        return claimed
    return _with_lines(claimed, lines)


def _with_lines(claimed: Quality, lines: int) -> Quality:
    for modifier in (claimed.modifier, Modifier.NONE):
        found = find_quality(claimed.source, lines, modifier)
        if found is not UNKNOWN:
            return found
    return claimed


def _class(lines: int) -> int:
    return max((known for known in _CLASSES if lines >= known), default=_SD)


def _shown_width(video: VideoTrack) -> float:
    """Pixels may be wider than high, as on a DVD."""
    return video.width * (video.pixel_aspect if 1.0 <= video.pixel_aspect <= _WIDEST_PIXEL else 1.0)
