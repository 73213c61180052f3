"""A release has the size that a film of its quality and length can have, and no more than the owner grants."""

from collections.abc import Iterator
from typing import NamedTuple

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import in_units
from radarr.domain.quality import SizeLimits

ASSUMED_RUNTIME = 110
"""Minutes, where the film's is unknown."""
_MIB = 1024**2
_NO_LIMITS = SizeLimits(None, None, None)


class _Ceiling(NamedTuple):
    limit: float
    whose: str


def size(candidate: Candidate, facts: Facts) -> Rejection | None:
    """BelowMinimumSize, AboveMaximumSize. An unknown size passes; the smallest of the upper limits counts."""
    stated = candidate.release.size
    if stated <= 0:
        return None
    minutes = candidate.movie.runtime or ASSUMED_RUNTIME
    quality = candidate.parsed.quality.name
    least = (facts.profile.sizes.get(quality, _NO_LIMITS).minimum or 0) * minutes * _MIB
    if stated < least:
        return Rejection(
            Reason.BELOW_MINIMUM_SIZE,
            f"{in_units(stated)} is too small: {quality} of {minutes} minutes has at least {in_units(least)}",
        )
    ceiling = min(_ceilings(candidate, facts, minutes), default=None)
    if ceiling is not None and stated > ceiling.limit:
        return Rejection(
            Reason.ABOVE_MAXIMUM_SIZE,
            f"{in_units(stated)} is too large: {ceiling.whose} allows at most {in_units(ceiling.limit)}",
        )
    return None


def _ceilings(candidate: Candidate, facts: Facts, minutes: int) -> Iterator[_Ceiling]:
    profile, quality = facts.profile, candidate.parsed.quality.name
    if maximum := profile.sizes.get(quality, _NO_LIMITS).maximum:
        yield _Ceiling(maximum * minutes * _MIB, f"{quality} of {minutes} minutes")
    if profile.max_size:
        yield _Ceiling(profile.max_size, profile.name)
    if profile.max_size_per_minute:
        yield _Ceiling(profile.max_size_per_minute * minutes, f"{profile.name} for {minutes} minutes")
