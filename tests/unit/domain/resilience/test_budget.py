from itertools import pairwise
from math import inf

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from radarr.domain.resilience.budget import (
    FEED,
    HOUR,
    PERSON,
    SEARCH,
    Allowance,
    Budget,
    Purpose,
    allowance,
)
from radarr.domain.resilience.ladder import DAY

HUNDRED = Allowance(100)


def spent(queries: int, at: float = 0, purpose: Purpose = SEARCH) -> Budget:
    return Budget().spend(at, queries, purpose)


@pytest.mark.parametrize(
    ("limit", "hours", "expected"),
    [
        pytest.param(None, 24, Allowance(100, None, 24, kept=48), id="no-limit"),
        pytest.param(None, 1, Allowance(100, None, 24, kept=48), id="no-limit-per-hour"),
        pytest.param(1000, 24, Allowance(500, 1000, 24, kept=48), id="per-day"),
        pytest.param(20, 1, Allowance(10, 20, 1, kept=2), id="per-hour"),
        pytest.param(10, 24, Allowance(5, 10, 24, kept=2, feed_gap=12 * HOUR), id="few"),
        pytest.param(1, 24, Allowance(1, 1, 24, feed_gap=DAY), id="one"),
    ],
)
def test_half_of_a_stated_limit_is_ours(limit: int | None, hours: int, expected: Allowance) -> None:
    assert allowance(limit, hours, daily_budget=100, feed_every=1800) == expected


def test_nothing_is_kept_for_a_feed_that_is_off() -> None:
    assert allowance(None, 24, daily_budget=100, feed_every=None).kept == 0


def test_the_budget_is_spent_and_comes_back_after_a_day() -> None:
    budget = spent(98)
    assert budget.free_at(10, HUNDRED, SEARCH, 2) == 10
    assert budget.free_at(10, HUNDRED, SEARCH, 3) == HOUR + DAY
    assert budget.free_at(HOUR + DAY, HUNDRED, SEARCH, 3) == HOUR + DAY
    assert budget.used(HOUR + DAY) == 0


def test_what_was_counted_and_not_sent_is_taken_back() -> None:
    budget = spent(3).spend(HOUR, 3).spend(HOUR + 1, -4)
    assert budget.used(HOUR + 2) == 2
    assert spent(3).spend(1, -3) == Budget()


def test_a_person_goes_beyond_the_budget_but_not_beyond_the_limit() -> None:
    allowed = Allowance(100, limit=200)
    assert spent(150).free_at(0, allowed, SEARCH, 3) > 0
    assert spent(150).free_at(0, allowed, PERSON, 3) == 0
    assert spent(198).free_at(0, allowed, PERSON, 3) > 0


def test_queries_of_other_programs_count_to_the_limit_alone() -> None:
    allowed = Allowance(100, limit=200)
    assert spent(50).free_at(0, allowed, SEARCH, 3, others=140) == 0
    assert spent(50).free_at(0, allowed, PERSON, 3, others=148) == HOUR + DAY
    assert spent(0).free_at(0, allowed, PERSON, 3, others=200) == inf


def test_searches_leave_to_the_feed_what_it_needs() -> None:
    allowed = Allowance(100, kept=48)
    budget = spent(52)
    assert budget.free_at(0, allowed, SEARCH, 1) > 0
    assert budget.free_at(0, allowed, FEED, 1) == 0
    assert budget.free_at(0, allowed, PERSON, 3) == 0


def test_what_the_feed_has_had_is_kept_for_it_no_more() -> None:
    allowed = Allowance(100, kept=48)
    assert spent(48, purpose=FEED).spend(0, 49).free_at(0, allowed, SEARCH, 3) == 0


@pytest.mark.parametrize("limit", [2, 10, 50, 100, 188])
def test_a_feed_that_needs_more_than_there_is_is_read_all_day_and_leaves_room_for_searches(limit: int) -> None:
    allowed = allowance(limit, 24, daily_budget=100, feed_every=1800)
    counted, read, searched = Budget(), [], []
    for now in range(0, 4 * int(DAY), 1800):
        for purpose, done in ((FEED, read), (SEARCH, searched)):
            if counted.free_at(now, allowed, purpose, 1) == now:
                counted = counted.spend(now, 1, purpose)
                done.append(now)
    gaps = [later - sooner for sooner, later in pairwise(read)]
    assert max(gaps) <= max(allowed.feed_gap, HOUR) + 2 * HOUR
    assert len(searched) >= (allowed.budget // 2) * 3


def test_an_hourly_limit_is_free_again_after_hours_not_days() -> None:
    assert spent(10).free_at(5, Allowance(10, 20, hours=1), SEARCH, 1) == 2 * HOUR


def test_the_smallest_limit_is_enough_for_one_search() -> None:
    assert Budget().free_at(0, Allowance(1, 1), SEARCH, 3) == 0
    assert spent(1).free_at(0, Allowance(1, 1), SEARCH, 3) > 0


@given(
    budget=st.integers(3, 30),
    hours=st.sampled_from([1, 24]),
    tries=st.lists(
        st.tuples(st.integers(0, int(DAY) // 2), st.integers(1, 3), st.integers(0, 3), st.sampled_from([FEED, SEARCH])),
        max_size=120,
    ),
)
def test_no_window_whenever_it_begins_sees_more_than_the_budget(
    budget: int, hours: int, tries: list[tuple[int, int, int, Purpose]]
) -> None:
    allowed, counted, now = Allowance(budget, hours=hours), Budget(), 0.0
    sent: list[float] = []
    for pause, most, unused, purpose in tries:
        now += pause / 24 * hours
        if counted.free_at(now, allowed, purpose, most) == now:
            queries = max(0, most - unused)
            counted = counted.spend(now, most, purpose).spend(now, queries - most, purpose)
            sent += [now] * queries
    for start in sent:
        assert sum(start <= at < start + hours * HOUR for at in sent) <= budget
    assert counted.used(now, hours) >= sum(now - hours * HOUR < at for at in sent)


@given(st.lists(st.tuples(st.integers(0, 7200), st.integers(1, 9)), max_size=40), st.integers(1, 12))
def test_the_named_moment_is_when_it_is_free(spending: list[tuple[int, int]], queries: int) -> None:
    counted, now = Budget(), 0.0
    for pause, count in spending:
        now += pause
        counted = counted.spend(now, count)
    free = counted.free_at(now, Allowance(20), SEARCH, queries)
    assert counted.free_at(free, Allowance(20), SEARCH, queries) == free
    if free > now:
        assert counted.free_at(free - 1, Allowance(20), SEARCH, queries) == free


@example(limit=4, others=3, tries=[(0, SEARCH)])
@given(
    limit=st.integers(3, 60),
    others=st.integers(0, 60),
    tries=st.lists(st.tuples(st.integers(0, 7200), st.sampled_from([FEED, SEARCH, PERSON])), max_size=60),
)
def test_all_programs_together_stay_within_the_limit(limit: int, others: int, tries: list[tuple[int, Purpose]]) -> None:
    allowed = allowance(limit, 24, daily_budget=100, feed_every=1800)
    counted, now = Budget(), 0.0
    for pause, purpose in tries:
        now += pause
        if counted.free_at(now, allowed, purpose, 3, others) == now:
            most = 3 if purpose.person else min(3, allowed.budget)
            counted = counted.spend(now, most, purpose)
    assert counted.used(now) <= max(0, limit - others)


@given(
    st.none() | st.integers(1, 60),
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(0, 7200), st.sampled_from([FEED, SEARCH, PERSON])), max_size=40),
)
def test_what_is_free_for_searches_may_be_asked_at_once_and_no_more(
    limit: int | None, others: int, tries: list[tuple[int, Purpose]]
) -> None:
    allowed = allowance(limit, 24, daily_budget=40, feed_every=1800)
    counted, now = Budget(), 0.0
    for pause, purpose in tries:
        now += pause
        counted = counted.spend(now, 2, purpose)
    free = counted.free(now, allowed, others)
    if free:
        assert counted.free_at(now, allowed, SEARCH, free, others) == now
    assert counted.free_at(now, allowed, SEARCH, free + 1, others) > now or free + 1 > allowed.budget - allowed.kept
