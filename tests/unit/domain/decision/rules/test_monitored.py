import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.monitored import monitored
from tests.unit.domain.decision.examples import candidate, facts, slot

IDLE = candidate(slot=slot(monitored=False))


@pytest.mark.parametrize("kind", [SearchKind.FEED, SearchKind.SCHEDULED, SearchKind.NEW_FILM, SearchKind.PUSH])
def test_a_film_that_is_not_monitored_is_left_alone(kind: SearchKind) -> None:
    no = monitored(IDLE, facts(kind))
    assert no is not None
    assert no.reason is Reason.MOVIE_NOT_MONITORED
    assert no.message == "Sintel (2010) is not monitored"


@pytest.mark.parametrize("kind", [SearchKind.USER_AUTOMATIC, SearchKind.USER_INTERACTIVE])
def test_a_person_may_ask_for_it_all_the_same(kind: SearchKind) -> None:
    assert monitored(IDLE, facts(kind)) is None


def test_a_monitored_film_is_looked_for() -> None:
    assert monitored(candidate(), facts()) is None
