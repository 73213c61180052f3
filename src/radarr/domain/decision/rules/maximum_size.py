"""A release is no larger than its owner grants, whatever its quality."""

from collections.abc import Iterator

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules.size import ASSUMED_RUNTIME
from radarr.domain.decision.words import in_units


def maximum_size(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MaximumSizeExceeded: the smallest of the profile's limits and the slot's. An unknown size passes."""
    stated = candidate.release.size
    limit, whose = min(_limits(candidate, facts), default=(stated, ""))
    if stated <= limit:
        return None
    return Rejection(
        Reason.MAXIMUM_SIZE_EXCEEDED, f"{in_units(stated)} is too large: {whose} allows at most {in_units(limit)}"
    )


def _limits(candidate: Candidate, facts: Facts) -> Iterator[tuple[int, str]]:
    """In bytes, and whose they are; each may have one, and one per minute of film."""
    minutes = candidate.movie.runtime or ASSUMED_RUNTIME
    profile, slot = facts.profile, candidate.slot
    for owner, whose in ((profile, profile.name), (slot, f"the slot {slot.name}")):
        if owner.max_size:
            yield owner.max_size, whose
        if owner.max_size_per_minute:
            yield owner.max_size_per_minute * minutes, f"{whose} for {minutes} minutes"
