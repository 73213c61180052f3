"""When time alone will have done away with all that speaks against a release."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from radarr.domain.decision.availability import available_from
from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, RejectionKind

AGAIN = timedelta(minutes=15)
"""After which what passes at some time, though nobody knows when, is looked at again."""
Moment: TypeAlias = Callable[[Candidate, Facts], datetime | None]


class Due(NamedTuple):
    """When to decide again, and the reason that takes longest to pass."""

    at: datetime
    reason: Reason


def _delay_over(candidate: Candidate, facts: Facts) -> datetime | None:
    published = candidate.release.published_at
    return published + timedelta(minutes=facts.profile.delay) if published else None


def _old_enough(candidate: Candidate, facts: Facts) -> datetime | None:
    published = candidate.release.published_at
    return published + timedelta(minutes=facts.profile.minimum_age) if published else None


def _available(candidate: Candidate, facts: Facts) -> datetime | None:
    day = available_from(candidate.movie, facts.profile.minimum_availability)
    try:
        return datetime.combine(day + timedelta(days=facts.profile.availability_delay), time(), UTC) if day else None
    except OverflowError:  # a date that somebody invented
        return None


_MOMENTS: MappingProxyType[Reason, Moment] = MappingProxyType(
    {Reason.MINIMUM_AGE_DELAY: _delay_over, Reason.MINIMUM_AGE: _old_enough, Reason.AVAILABILITY: _available}
)


def due(decision: Decision, facts: Facts, *, waits_already: bool = False) -> Due | None:
    """When to decide again what is only too early; None where there is nothing to wait for.

    What passes at a time that nobody knows (a resting indexer) keeps from waiting only what has not waited yet.
    """
    moments: list[Due] = []
    for rejection in decision.rejections:
        at = _MOMENTS[rejection.reason](decision.candidate, facts) if rejection.reason in _MOMENTS else None
        if at is not None:
            moments.append(Due(at, rejection.reason))
        elif rejection.kind is RejectionKind.TEMPORARY and waits_already:
            moments.append(Due(facts.now + AGAIN, rejection.reason))
        else:
            return None
    return max(moments, default=None)
