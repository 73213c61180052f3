from datetime import date

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.availability import availability
from tests.unit.domain.decision.examples import candidate, facts, movie, wants

FUTURE = candidate(movie=movie(year=2026, digital_release=date(2026, 9, 1)))


def test_a_film_that_is_not_out_yet_is_waited_for() -> None:
    no = availability(FUTURE, facts())
    assert no is not None
    assert no.reason is Reason.AVAILABILITY
    assert no.message == "Sintel (2026) is expected from 2026-09-01 on, HD-1080p waits until it is released"


def test_a_person_need_not_wait() -> None:
    assert availability(FUTURE, facts(SearchKind.USER_AUTOMATIC)) is None


def test_a_film_without_dates_is_had_once_its_year_has_come() -> None:
    assert availability(candidate(movie=movie(year=2026)), facts()) is None
    assert availability(candidate(movie=movie(year=2027)), facts()) is not None


def test_the_profile_may_wait_longer_or_begin_before() -> None:
    no = availability(FUTURE, facts(profile=wants(availability_delay=10)))
    assert no is not None
    assert "from 2026-09-11 on" in no.message
    assert availability(FUTURE, facts(profile=wants(availability_delay=-92))) is None
