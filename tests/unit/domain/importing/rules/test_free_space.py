import pytest
from tests.unit.domain.importing.downloads import GIB, ask, download

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.free_space import free_space


def test_a_film_waits_for_room() -> None:
    rejection = ask(free_space, download("sintel.mkv", free_space=4 * GIB + (500 << 20) - 1))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.MINIMUM_FREE_SPACE, "temporary")


@pytest.mark.parametrize("free", [pytest.param(None, id="unknown"), pytest.param(4 * GIB + (500 << 20), id="enough")])
def test_a_film_that_fits_comes_in(free: int | None) -> None:
    assert ask(free_space, download("sintel.mkv", free_space=free)) is None
