"""A release of which a custom format cannot tell in time whether it matches waits: no answer is not a no."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind


def format_time(candidate: Candidate, _facts: Facts) -> Rejection | None:
    """CustomFormatOutOfTime."""
    if not candidate.out_of_time:
        return None
    return Rejection(
        Reason.CUSTOM_FORMAT_OUT_OF_TIME,
        f"{candidate.out_of_time}; mend the pattern, or take the format out",
        RejectionKind.TEMPORARY,
    )
