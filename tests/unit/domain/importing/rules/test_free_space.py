from dataclasses import replace

import pytest

from radarr.domain.importing.reason import ImportReason
from radarr.domain.importing.rules.free_space import free_space
from tests.unit.domain.importing.downloads import GIB, RULES, ask, download

COPIED = replace(RULES, transfer=("copy",))


def test_a_film_that_is_to_be_copied_waits_for_room() -> None:
    rejection = ask(free_space, download("sintel.mkv", free_space=4 * GIB + (500 << 20) - 1, rules=COPIED))

    assert rejection
    assert (rejection.reason, rejection.kind) == (ImportReason.MINIMUM_FREE_SPACE, "temporary")


@pytest.mark.parametrize("free", [pytest.param(None, id="unknown"), pytest.param(4 * GIB + (500 << 20), id="enough")])
def test_a_film_that_fits_comes_in(free: int | None) -> None:
    assert ask(free_space, download("sintel.mkv", free_space=free, rules=COPIED)) is None


def test_a_film_that_can_be_linked_needs_no_room() -> None:
    assert ask(free_space, download("sintel.mkv", free_space=1)) is None
