"""A film that is not monitored is left alone, unless a person asks."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection


def monitored(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MovieNotMonitored."""
    if candidate.slot.monitored or BYPASSES[facts.kind].monitored:
        return None
    return Rejection(Reason.MOVIE_NOT_MONITORED, f"{candidate.movie} is not monitored")
