"""A quality that the profile does not list is not wanted."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection


def quality_wanted(candidate: Candidate, facts: Facts) -> Rejection | None:
    """QualityNotWanted."""
    quality = candidate.parsed.quality
    if facts.profile.allows(quality):
        return None
    return Rejection(Reason.QUALITY_NOT_WANTED, f"{quality.name} is not wanted by {facts.profile.name}")
