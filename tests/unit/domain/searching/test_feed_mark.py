"""Whether rows of a feed were missed."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.searching.feed_mark import FeedMark, caught_up, read_on
from tests.unit.domain.searching.wanting import DAY, HOUR, NOON

MINUTE = timedelta(minutes=1)
PINNED = [NOON - number * 100 * DAY for number in range(1, 40)]


def rows(until: datetime, count: int = 100, every: timedelta = MINUTE) -> list[datetime]:
    """The newest rows of a feed that gets one in so much time."""
    return [until - number * every for number in range(count)]


def read(*reads: Iterable[datetime], start: datetime = NOON, every: timedelta = 30 * MINUTE) -> FeedMark:
    mark: FeedMark | None = None
    for number, dates in enumerate(reads):
        mark = read_on(mark, dates, start + number * every, 20)
    assert mark
    return mark


def test_an_indexer_that_was_just_added_has_missed_nothing() -> None:
    mark = read(rows(NOON))
    assert mark.gap is None
    assert mark.since == NOON


def test_reads_that_meet_miss_nothing() -> None:
    mark = read(rows(NOON), rows(NOON + 30 * MINUTE), rows(NOON + 60 * MINUTE))
    assert mark.gap is None
    assert mark.since == NOON


def test_a_feed_that_went_on_by_more_than_it_shows_has_a_gap() -> None:
    later = NOON + 8 * HOUR
    mark = read(rows(NOON), rows(later), every=8 * HOUR)
    assert mark.gap
    assert (mark.gap.after, mark.gap.before, mark.gap.left) == (NOON, later - 99 * MINUTE, 20)
    assert mark.since == later


@pytest.mark.parametrize("pinned", [1, 5, 39])
def test_pinned_rows_do_not_hide_a_gap(pinned: int) -> None:
    held = PINNED[:pinned]
    assert read(held + rows(NOON), held + rows(NOON + 8 * HOUR), every=8 * HOUR).gap


def test_one_row_that_was_pinned_today_does_not_hide_a_gap() -> None:
    held = [NOON - 10 * MINUTE]
    assert read(held + rows(NOON), held + rows(NOON + 8 * HOUR), every=8 * HOUR).gap


@pytest.mark.parametrize("pinned", [0, 5, 39])
def test_pinned_rows_are_no_gap(pinned: int) -> None:
    held = PINNED[:pinned]
    assert read(held + rows(NOON), held + rows(NOON + 30 * MINUTE)).gap is None


def test_rows_without_a_date_say_nothing() -> None:
    assert read_on(None, [], NOON, 20) is None
    mark = read(rows(NOON))
    assert read_on(mark, [], NOON + HOUR, 20) == mark


def test_a_feed_that_shows_nothing_new_changes_nothing() -> None:
    mark = read(rows(NOON))
    assert read_on(mark, rows(NOON), NOON + HOUR, 20) == mark
    assert read_on(mark, rows(NOON)[1:], NOON + HOUR, 20) == mark


@pytest.mark.parametrize("jump", [-900 * DAY, -8 * HOUR, 8 * HOUR, 900 * DAY], ids=str)
def test_a_clock_that_jumps_is_no_gap(jump: timedelta) -> None:
    mark = read(rows(NOON))
    now = NOON + 30 * MINUTE
    after = read_on(mark, rows(now), now + jump, 20)
    assert after
    assert after.gap is None
    again = read_on(after, rows(now + 30 * MINUTE), now + 30 * MINUTE, 20)
    assert again
    assert again.gap is None


def test_rows_of_the_future_do_not_hide_a_gap() -> None:
    held = [NOON + 90 * DAY, NOON + 91 * DAY]
    assert read(held + rows(NOON), held + rows(NOON + 8 * HOUR), every=8 * HOUR).gap


def test_a_feed_that_is_faster_than_we_read_gets_its_searches_once_a_day() -> None:
    mark = read(*(rows(NOON + n * 3 * HOUR) for n in range(9)), every=3 * HOUR)
    assert mark.gap
    assert mark.gap.granted_at == NOON + 3 * HOUR
    assert mark.gap.left == 20
    assert mark.gap.after == NOON
    done = caught_up(mark, 25)
    later = read_on(done, rows(NOON + 27 * HOUR), NOON + 27 * HOUR, 20)
    assert later
    assert later.gap
    assert later.gap.left == 20
    assert later.gap.after == NOON + 24 * HOUR


def test_a_gap_within_the_day_of_one_that_was_caught_up_is_granted_nothing() -> None:
    done = caught_up(read(rows(NOON), rows(NOON + 3 * HOUR), every=3 * HOUR), 20)
    again = read_on(done, rows(NOON + 9 * HOUR), NOON + 9 * HOUR, 20)
    assert again
    assert again.gap
    assert again.gap.left == 0
    assert again.since == NOON + 9 * HOUR


def test_what_is_caught_up_without_a_gap_changes_nothing() -> None:
    mark = read(rows(NOON))
    assert caught_up(mark, 3) == mark


@given(
    st.lists(st.integers(1, 200), min_size=2, max_size=20),
    st.integers(7, 100),
    st.integers(0, 3),
)
def test_a_gap_is_told_where_and_only_where_rows_were_missed(steps: list[int], shown: int, pinned: int) -> None:
    """Rows come a minute apart; a read shows so many of them, and so many that are pinned."""
    held, now = PINNED[:pinned], NOON
    mark = read_on(None, held + rows(now, shown), now, 20)
    for step in steps:
        now += step * MINUTE
        before, mark = mark, read_on(mark, held + rows(now, shown), now, 20)
        assert mark
        assert before
        found = mark.since != before.since
        if step > shown:  # the row after the newest of before is not shown any more
            assert found
        if step <= shown - 2:  # the two newest ones of before are still shown
            assert not found
