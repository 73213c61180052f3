"""When a slot has waited long enough for something better."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason


def end_of_delay(decisions: Iterable[Decision], facts: Facts) -> list[Decision]:
    """The decisions of one slot; none is delayed any more once one that is accepted has waited as long as was asked.

    Something is fetched now in any case, so that it may as well be the best that has come meanwhile.
    """
    all_decisions = list(decisions)
    if is_delay_over(all_decisions, facts):
        return [_without_delay(decision) for decision in all_decisions]
    return all_decisions


def is_delay_over(decisions: Iterable[Decision], facts: Facts) -> bool:
    """Whether one of a slot's decisions is accepted and has waited as long as was asked."""
    return bool(facts.profile.delay) and any(d.accepted and _has_waited(d, facts) for d in decisions)


def _has_waited(decision: Decision, facts: Facts) -> bool:
    published = decision.candidate.release.published_at
    return published is not None and facts.now - published >= timedelta(minutes=facts.profile.delay)


def _without_delay(decision: Decision) -> Decision:
    left = tuple(r for r in decision.rejections if r.reason is not Reason.MINIMUM_AGE_DELAY)
    return decision if len(left) == len(decision.rejections) else replace(decision, rejections=left)
