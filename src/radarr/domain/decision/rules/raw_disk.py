"""A whole disc cannot become one film file."""

from itertools import pairwise

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import words
from radarr.domain.quality import Modifier

_DISCS = frozenset({"dvd5", "dvd9", "bd25", "bd50", "bd66", "bd100", "bdmv", "bdiso", "iso", "m2ts", "vob"})
_SIGNS = _DISCS | {"complete", "disc", "disk"}
_CONTAINERS = frozenset({"iso", "m2ts", "vob"})
_SOURCES = frozenset({"bluray", "blu", "uhd", "dvd", "hddvd"})


def raw_disk(candidate: Candidate, _facts: Facts) -> Rejection | None:
    """Raw: quality, container or name says that it is a disc. Words of the film's own title prove nothing."""
    stated = (candidate.release.container or "").casefold()
    if candidate.parsed.quality.modifier is Modifier.BRDISK or stated in _CONTAINERS:
        return Rejection(Reason.RAW, "a whole disc, which cannot be imported as one file")
    name = words(candidate.release.title)
    if _SIGNS.isdisjoint(name):
        return None
    own = set(words(candidate.movie.title)) | set(words(candidate.parsed.title))
    rest = tuple(word for word in name if word not in own)
    sign = next((word for word in rest if word in _DISCS), None) or _pair(rest)
    if sign is None:
        return None
    return Rejection(Reason.RAW, f"a whole disc ({sign}), which cannot be imported as one file")


def _pair(name: tuple[str, ...]) -> str | None:
    """COMPLETE.BLURAY, or DISC.1 of a disc source."""
    for one, two in pairwise(name):
        if one == "complete" and two in _SOURCES:
            return f"{one} {two}"
        if one in {"disc", "disk"} and two.isdecimal() and not _SOURCES.isdisjoint(name):
            return f"{one} {two}"
    return None
