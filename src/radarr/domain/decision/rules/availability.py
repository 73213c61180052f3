"""Before a film can be had, what claims to be it is a fake, unless a person asks."""

from datetime import timedelta

from radarr.domain.decision.availability import available_from, is_available
from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection


def availability(candidate: Candidate, facts: Facts) -> Rejection | None:
    """Availability: the profile's minimum is not reached yet."""
    minimum = facts.profile.minimum_availability
    late = facts.profile.availability_delay
    day = available_from(candidate.movie, minimum)
    if day is None or BYPASSES[facts.kind].availability or is_available(candidate.movie, minimum, facts.now, late):
        return None
    day += timedelta(days=late)
    wanted = minimum.replace("_", " ")
    return Rejection(
        Reason.AVAILABILITY,
        f"{candidate.movie} is expected from {day} on, {facts.profile.name} waits until it is {wanted}",
    )
