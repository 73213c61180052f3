from datetime import timedelta

import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, RejectionKind
from radarr.domain.decision.rules.slot_at_rest import slot_at_rest
from tests.unit.domain.decision.examples import NOW, candidate, claim, facts, lies

HOURS = [NOW - timedelta(hours=hours) for hours in (40, 30, 20, 10)]


def test_a_slot_rests_for_a_day_from_the_third_lie_on() -> None:
    no = slot_at_rest(candidate(), facts(claims=lies(*HOURS[:3])))
    assert no is not None
    assert (no.reason, no.kind) == (Reason.SLOT_AT_REST, RejectionKind.TEMPORARY)
    assert no.message == (
        "3 releases of Sintel (2010) were not what they claimed; the next is fetched from 2026-06-01 16:00 UTC on"
    )


def test_two_lies_are_no_reason_to_rest() -> None:
    assert slot_at_rest(candidate(), facts(claims=lies(*HOURS[:2]))) is None


def test_a_rest_is_over_after_a_day_and_three_more_lies_begin_another() -> None:
    old = [NOW - timedelta(hours=hours) for hours in (90, 80, 24)]
    assert slot_at_rest(candidate(), facts(claims=lies(*old))) is None
    assert slot_at_rest(candidate(), facts(claims=lies(*old, *HOURS[2:]))) is None
    assert slot_at_rest(candidate(), facts(claims=lies(*old, *HOURS[2:], NOW))) is not None


def test_lies_to_other_slots_do_not_count() -> None:
    other = tuple(told._replace(slot_id=8) for told in lies(NOW, NOW))
    assert slot_at_rest(candidate(), facts(claims=(*other, claim()))) is None


@pytest.mark.parametrize("kind", [SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE])
def test_a_person_need_not_wait(kind: SearchKind) -> None:
    assert slot_at_rest(candidate(), facts(kind, claims=lies(NOW, NOW, NOW))) is None
