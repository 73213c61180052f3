"""A release may have to be out for a while: what is fake is reported, and what is slow gains seeders."""

from datetime import timedelta

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.words import for_how_long


def minimum_age(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MinimumAge, temporary. A release of unknown age passes."""
    least, published = timedelta(minutes=facts.profile.minimum_age), candidate.release.published_at
    if published is None or facts.now - published >= least:
        return None
    left = published + least - facts.now
    return Rejection(
        Reason.MINIMUM_AGE,
        f"it is too new: {facts.profile.name} wants an age of {for_how_long(least)}, {for_how_long(left)} are missing",
        RejectionKind.TEMPORARY,
    )
