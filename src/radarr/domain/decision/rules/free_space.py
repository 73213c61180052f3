"""A release must leave room on the disk."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import in_units


def free_space(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MinimumFreeSpace. Space that cannot be told passes."""
    if facts.free_space is None:
        return None
    left = facts.free_space - candidate.release.size
    if left > 0 and left >= facts.minimum_free:
        return None
    return Rejection(
        Reason.MINIMUM_FREE_SPACE,
        f"{in_units(candidate.release.size)} do not fit: {in_units(facts.free_space)} are free, "
        f"of which {in_units(facts.minimum_free)} stay free",
    )
