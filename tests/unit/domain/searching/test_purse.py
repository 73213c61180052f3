"""How a day's budget lasts for a day."""

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.searching.purse import Purse, Room, choose, new_purse

HOUR = 3600.0


def test_a_purse_fills_by_what_the_budget_gives_in_a_day() -> None:
    room = Room(share=48, hours=24, free=48)
    assert Purse(0, 0).filled(room, 3 * HOUR).queries == 6
    assert Purse(0, 0).filled(room, 99 * HOUR).queries == 12


def test_a_purse_of_a_small_budget_holds_a_search() -> None:
    assert Purse(0, 0).filled(Room(share=2, hours=24, free=2), 99 * HOUR).queries == 3


@given(st.integers(1, 500), st.integers(1, 3))
def test_a_day_spends_no_more_than_the_share_and_what_was_in_the_purse(share: int, cost: int) -> None:
    room = Room(share, 24, share)
    purse, spent = new_purse(room, 0), 0
    first = purse.queries
    for hour in range(24):
        purse = purse.filled(room, hour * HOUR)
        while purse.has_room:
            purse, spent = purse.spend(cost), spent + cost
    assert spent <= share + first + cost


def test_an_indexer_without_room_is_left_out() -> None:
    rooms = {1: Room(50, 24, 50), 2: Room(50, 24, 2), 3: Room(50, 24, 50, rests=True), 4: Room(2, 24, 2)}
    purses = dict.fromkeys(rooms, Purse(3, 0))
    assert choose((1, 2, 3, 4, 5), rooms, purses, at_once=False) == {1, 4}


def test_a_film_waits_where_few_of_the_indexers_can_be_asked() -> None:
    rooms = {number: Room(50, 24, 50 if number == 1 else 0) for number in range(1, 6)}
    purses = dict.fromkeys(rooms, Purse(3, 0))
    assert choose(tuple(rooms), rooms, purses, at_once=False) == set()
    assert choose((1, 2, 3, 4), rooms, purses, at_once=False) == {1}


def test_who_is_searched_at_once_spends_what_the_budget_has() -> None:
    rooms, purses = {1: Room(50, 24, 9)}, {1: Purse(-4, 0)}
    assert choose((1,), rooms, purses, at_once=False) == set()
    assert choose((1,), rooms, purses, at_once=True) == {1}
