from radarr.domain.decision.reason import Reason
from radarr.domain.decision.rules.free_space import free_space
from tests.unit.domain.decision.examples import GIB, candidate, facts


def test_a_release_that_does_not_fit_is_refused() -> None:
    no = free_space(candidate(), facts(free_space=8 * GIB, minimum_free=0))
    assert no is not None
    assert no.reason is Reason.MINIMUM_FREE_SPACE


def test_some_space_stays_free() -> None:
    no = free_space(candidate(), facts(free_space=9 * GIB, minimum_free=2 * GIB))
    assert no is not None
    assert no.message == "8.0 GiB do not fit: 9.0 GiB are free, of which 2.0 GiB stay free"
    assert free_space(candidate(), facts(free_space=10 * GIB, minimum_free=2 * GIB)) is None


def test_space_that_cannot_be_told_passes() -> None:
    assert free_space(candidate(), facts(free_space=None, minimum_free=2 * GIB)) is None
