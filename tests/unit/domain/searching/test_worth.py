"""At which indexers a search can find anything new."""

from datetime import timedelta

from radarr.domain.searching.worth import worth_asking
from tests.unit.domain.searching.wanting import DAY, HOUR, NOON, record

ASKED = record(2, ago=3 * DAY, asked=((1, NOON - 3 * DAY), (2, NOON - 3 * DAY)))
READ = {1: NOON - 9 * DAY, 2: NOON - 9 * DAY, 3: NOON - 9 * DAY}
REST = 7 * DAY


def test_a_film_that_was_never_searched_is_searched_everywhere() -> None:
    assert worth_asking(None, (1, 2, 3), READ, NOON, REST) == {1, 2, 3}


def test_an_indexer_whose_feed_was_read_since_has_nothing_new() -> None:
    assert worth_asking(ASKED, (1, 2), READ, NOON, REST) == set()


def test_an_indexer_that_was_left_out_is_asked_with_the_next_search() -> None:
    assert worth_asking(ASKED, (1, 2, 3), READ, NOON, REST) == {3}


def test_an_indexer_whose_feed_is_not_read_or_had_a_gap_since_is_asked() -> None:
    assert worth_asking(ASKED, (1, 2), {2: NOON - 2 * DAY}, NOON, REST) == {1, 2}


def test_an_indexer_that_offered_what_was_refused_for_the_moment_is_asked() -> None:
    assert worth_asking(ASKED, (1, 2), READ, NOON, REST, open_offers={2}) == {2}


def test_an_indexer_is_asked_once_in_the_longest_interval() -> None:
    def at(ago: timedelta, rest: timedelta) -> frozenset[int]:
        known = ASKED._replace(asked=((1, NOON - ago),))
        return worth_asking(known, (1,), {1: NOON - 99 * DAY}, NOON, rest)

    assert at(20 * DAY, 7 * DAY) == set()
    assert at(20 * DAY, 14 * DAY) == {1}
    assert at(30 * DAY, 30 * DAY) == {1}


def test_what_was_asked_in_the_future_is_asked_again() -> None:
    known = ASKED._replace(asked=((1, NOON + HOUR),))
    assert worth_asking(known, (1,), READ, NOON, REST) == {1}
