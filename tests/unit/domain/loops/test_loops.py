"""Ten thousand rounds of the feed without a loop and without a lost file; and that a mistake would be seen."""

from collections.abc import Iterable

import pytest

from tests.unit.domain.loops.chain import Chain
from tests.unit.domain.loops.mistakes import MISTAKES
from tests.unit.domain.loops.watch import ROUNDS, BrokenLawError, Watch, live

LIVES = 100


def _lives(chain: Chain, seeds: Iterable[int]) -> list[Watch]:
    return [live(seed, chain) for seed in seeds]


@pytest.mark.parametrize("first", range(0, LIVES, LIVES // 4))
def test_no_release_is_an_upgrade_of_itself_and_no_file_gives_way_to_a_lesser_one(first: int) -> None:
    watched = _lives(Chain(), range(first, first + LIVES // 4))
    grabs = [len(watch.grabbed) for watch in watched]
    assert sum(grabs) > LIVES // 4  # they do live
    assert sum(len(watch.lies) for watch in watched) > LIVES // 10  # and are lied to
    assert max(grabs) <= ROUNDS // 4


@pytest.mark.parametrize("mistake", [pytest.param(chain, id=name) for name, chain in MISTAKES.items()])
def test_it_is_seen_when(mistake: Chain) -> None:
    with pytest.raises(BrokenLawError):
        _lives(mistake, range(2 * LIVES))


def test_the_lives_are_ten_thousand_rounds() -> None:
    assert LIVES * ROUNDS == 10_000
