"""A release whose custom formats score too little is not wanted."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection


def format_score(candidate: Candidate, facts: Facts) -> Rejection | None:
    """CustomFormatMinimumScore."""
    if candidate.out_of_time:
        return None  # nobody knows its score
    least = facts.profile.min_format_score
    if candidate.score >= least:
        return None
    formats = ", ".join(candidate.formats) or "no custom format"
    return Rejection(
        Reason.CUSTOM_FORMAT_MINIMUM_SCORE,
        f"score {candidate.score} ({formats}), {facts.profile.name} wants at least {least}",
    )
