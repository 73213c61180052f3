"""What a measurement contradicts of a release's claims. Unknown is no contradiction."""

from enum import StrEnum
from typing import NamedTuple

from radarr.domain.media.hdr import dynamic_range, hdr_kinds, is_sdr
from radarr.domain.media.languages import heard, is_heard
from radarr.domain.media.measured import Measured, VideoTrack
from radarr.domain.media.resolution import claimed_lines, is_other_class, lines_of
from radarr.domain.parsing.parsed import ParsedRelease


class Claim(StrEnum):
    """What a release says of itself, in its name or by bearing the film's."""

    RESOLUTION = "resolution"
    DYNAMIC_RANGE = "dynamic_range"
    LANGUAGE = "language"
    RUNTIME = "runtime"


class Contradiction(NamedTuple):
    """A claim that is not true; `message` says to a person what was claimed and what was found."""

    claim: Claim
    message: str


_SHORTEST = 0.6
"""Part of the runtime that a film has at least: cut versions and faster playing take less off it."""
_LONGEST = 2.0
_LEEWAY = 30 * 60.0
"""No cut is over twice the film and half an hour (seconds)."""
_STATES_LENGTH = frozenset({"matroska", "webm", "mp4", "avi", "asf", "ogg", "flash video"})
"""Containers that state their length; in the others it is reckoned from time stamps that may jump."""
_STATES_DOLBY_VISION = frozenset({"matroska", "mp4"})
"""Containers in which no player finds a Dolby Vision that is not stated."""


def contradictions(claimed: ParsedRelease, measured: Measured, runtime: int = 0) -> tuple[Contradiction, ...]:
    """Every claim that the file disproves. `runtime` is the film's in minutes, 0 unknown.

    What a name leaves open is no claim: a quality filled in by habit, a range of colours that it does not mention.
    """
    found = (
        _resolution(claimed, measured.video),
        _range(claimed, measured),
        *(_language(name, measured) for name in claimed.languages),
        _runtime(measured, runtime),
    )
    return tuple(each for each in found if each)


def _resolution(claimed: ParsedRelease, video: VideoTrack | None) -> Contradiction | None:
    lines = claimed_lines(claimed)
    if video is None or not is_other_class(lines, video):
        return None
    return Contradiction(
        Claim.RESOLUTION,
        f"the name says {lines}p, and the picture has {video.width}x{video.height} ({lines_of(video)}p)",
    )


def _range(claimed: ParsedRelease, measured: Measured) -> Contradiction | None:
    video = measured.video
    if video is None or not claimed.hdr:
        return None
    said, kinds = " ".join(claimed.hdr), hdr_kinds(video)
    if "SDR" in claimed.hdr:
        if len(claimed.hdr) > 1 or not kinds or "SDR" in kinds:
            return None
        return Contradiction(Claim.DYNAMIC_RANGE, f"the name says SDR, and the picture is {dynamic_range(video)}")
    if is_sdr(video):
        return Contradiction(Claim.DYNAMIC_RANGE, f"the name says {said}, and the picture is SDR")
    if "DV" in claimed.hdr and kinds and "DV" not in kinds and measured.container in _STATES_DOLBY_VISION:
        return Contradiction(Claim.DYNAMIC_RANGE, f"the name says DV, and the picture is {dynamic_range(video)}")
    return None


def _language(name: str, measured: Measured) -> Contradiction | None:
    if is_heard(name, measured) is not False:
        return None
    spoken = ", ".join(heard(measured))
    return Contradiction(Claim.LANGUAGE, f"the name says {name}, and the tracks speak {spoken}")


def _runtime(measured: Measured, runtime: int) -> Contradiction | None:
    expected, duration = runtime * 60.0, measured.duration
    if expected <= 0 or duration <= 0 or measured.container not in _STATES_LENGTH:
        return None
    if expected * _SHORTEST <= duration <= expected * _LONGEST + _LEEWAY:
        return None
    what = "a part, a sample or another film" if duration < expected else "more than the film, or another"
    return Contradiction(
        Claim.RUNTIME, f"the film has {runtime} min, and the file {_length(duration)}: it may be {what}"
    )


def _length(seconds: float) -> str:
    return f"{seconds / 60:.0f} min" if seconds >= 60 else f"{seconds:.0f} s"  # noqa: PLR2004 - a minute
