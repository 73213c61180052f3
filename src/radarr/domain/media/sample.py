"""Whether a file is but a piece of a film."""

from enum import StrEnum

_NEVER = ("flv", "strm", "iso", "img", "m2ts")
"""Files whose length says nothing: links, images of discs, and streams that do not know it."""
_LIMITS = ((3, 15), (10, 90), (30, 300))
_LONG = 600


class SampleVerdict(StrEnum):
    """What a length says of a file."""

    SAMPLE = "sample"
    NOT_SAMPLE = "not_sample"
    INDETERMINATE = "indeterminate"


def judge_sample(name: str, runtime: int, duration: float | None) -> SampleVerdict:
    """By Radarr's table of the film's `runtime` (minutes, 0 unknown) and the file's length (seconds, None unknown)."""
    if name.lower().rpartition(".")[2] in _NEVER:
        return SampleVerdict.NOT_SAMPLE
    if duration is None:
        return SampleVerdict.INDETERMINATE
    limit = next((seconds for minutes, seconds in _LIMITS if runtime <= minutes), _LONG)
    return SampleVerdict.SAMPLE if duration < limit else SampleVerdict.NOT_SAMPLE
