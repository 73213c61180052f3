from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.decide import decide
from radarr.domain.decision.due import AGAIN, Due, due
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason
from tests.unit.domain.decision.examples import NOW, candidate, facts, movie, release, wants

_NEW = candidate("WEBDL-1080p", release=release(published_at=NOW - timedelta(minutes=10)))
_IN_JULY = candidate(movie=movie(digital_release=date(2026, 7, 1)))


def decided(offered: Candidate, known: Facts) -> tuple[Decision, Facts]:
    return decide(offered, known), known


@pytest.mark.parametrize(
    ("offered", "known", "expected"),
    [
        pytest.param(
            _NEW,
            facts(profile=wants(delay=60)),
            Due(NOW + timedelta(minutes=50), Reason.MINIMUM_AGE_DELAY),
            id="the delay",
        ),
        pytest.param(
            _NEW,
            facts(profile=wants(minimum_age=30)),
            Due(NOW + timedelta(minutes=20), Reason.MINIMUM_AGE),
            id="its age",
        ),
        pytest.param(
            _NEW,
            facts(profile=wants(delay=60, minimum_age=90)),
            Due(NOW + timedelta(minutes=80), Reason.MINIMUM_AGE),
            id="whichever takes longer",
        ),
        pytest.param(
            _IN_JULY, facts(), Due(datetime(2026, 7, 1, tzinfo=UTC), Reason.AVAILABILITY), id="the film can be had"
        ),
        pytest.param(
            _IN_JULY,
            facts(profile=wants(availability_delay=3)),
            Due(datetime(2026, 7, 4, tzinfo=UTC), Reason.AVAILABILITY),
            id="days after the film can be had",
        ),
    ],
)
def test_a_release_is_due_once_time_has_done_away_with_what_speaks_against_it(
    offered: Candidate, known: Facts, expected: Due
) -> None:
    assert due(*decided(offered, known)) == expected
    later = decide(offered, replace(known, now=expected.at))
    assert later.accepted
    just_before = decide(offered, replace(known, now=expected.at - timedelta(seconds=1)))
    assert not just_before.accepted


def test_nothing_waits_that_is_accepted_or_refused_for_good() -> None:
    assert due(*decided(candidate(), facts())) is None
    cam = candidate("CAM", release=release(published_at=NOW))
    assert due(*decided(cam, facts(profile=wants(delay=60)))) is None


def test_what_passes_nobody_knows_when_keeps_waiting_only_what_waits_already() -> None:
    resting = facts(profile=wants(), resting_indexers=frozenset({1}))
    assert due(*decided(candidate(), resting)) is None
    assert due(*decided(candidate(), resting), waits_already=True) == Due(NOW + AGAIN, Reason.INDEXER_DISABLED)
