"""A release has the size that a film of its quality and length can have."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import in_units
from radarr.domain.quality import SizeLimits

ASSUMED_RUNTIME = 110
"""Minutes, where the film's is unknown."""
_MIB = 1024**2
_NO_LIMITS = SizeLimits(None, None, None)


def size(candidate: Candidate, facts: Facts) -> Rejection | None:
    """BelowMinimumSize, AboveMaximumSize. An unknown size passes."""
    stated = candidate.release.size
    if stated <= 0:
        return None
    minutes = candidate.movie.runtime or ASSUMED_RUNTIME
    quality = candidate.parsed.quality.name
    limits = facts.profile.sizes.get(quality, _NO_LIMITS)
    least = (limits.minimum or 0) * minutes * _MIB
    if stated < least:
        return Rejection(
            Reason.BELOW_MINIMUM_SIZE,
            f"{in_units(stated)} is too small: {quality} of {minutes} minutes has at least {in_units(least)}",
        )
    most = (limits.maximum or 0) * minutes * _MIB
    if most and stated > most:
        return Rejection(
            Reason.ABOVE_MAXIMUM_SIZE,
            f"{in_units(stated)} is too large: {quality} of {minutes} minutes allows at most {in_units(most)}",
        )
    return None
