"""A release is no larger than its owner grants, whatever its quality."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules.size import ASSUMED_RUNTIME
from radarr.domain.decision.words import in_units


def maximum_size(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MaximumSizeExceeded: the profile's limit, or its limit per minute of film. An unknown size passes."""
    profile, stated = facts.profile, candidate.release.size
    minutes = candidate.movie.runtime or ASSUMED_RUNTIME
    limits: list[tuple[int, str]] = []
    if profile.max_size:
        limits.append((profile.max_size, profile.name))
    if profile.max_size_per_minute:
        limits.append((profile.max_size_per_minute * minutes, f"{profile.name} for {minutes} minutes"))
    limit, whose = min(limits, default=(stated, ""))
    if stated <= limit:
        return None
    return Rejection(
        Reason.MAXIMUM_SIZE_EXCEEDED, f"{in_units(stated)} is too large: {whose} allows at most {in_units(limit)}"
    )
