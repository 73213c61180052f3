"""What was grabbed for this slot and taken away again is not fetched by itself."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.rules.blocklisted import is_blocked_by


def already_grabbed(candidate: Candidate, facts: Facts) -> Rejection | None:
    """AlreadyGrabbed: a torrent is grabbed once for a slot. A person may have it again."""
    if BYPASSES[facts.kind].repeats:
        return None
    for grabbed in facts.let_go:
        if is_blocked_by(candidate.release, grabbed):
            return Rejection(Reason.ALREADY_GRABBED, f"{grabbed.title} was grabbed before, and taken away again")
    return None
