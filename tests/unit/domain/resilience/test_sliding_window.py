from bisect import bisect_left

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.sliding_window import SlidingWindow

STEPS = st.integers(-30 * 8, 90 * 8).map(lambda eighths: eighths / 8)
"""Seconds that a clock moves on between two requests, also back or by nothing; eighths, which floats add exactly."""

REQUESTS = st.lists(st.tuples(STEPS, st.booleans()), max_size=200)


def most_within(times: list[float], window: float) -> int:
    """The most that any window holds, its end excluded."""
    return max((bisect_left(times, start + window) - number for number, start in enumerate(times)), default=0)


@given(limit=st.integers(1, 30), reserved=st.integers(-3, 40), requests=REQUESTS)
def test_no_minute_wherever_it_begins_sees_more_requests_than_allowed(
    limit: int, reserved: int, requests: list[tuple[float, bool]]
) -> None:
    limiter, now, latest = SlidingWindow(limit, 60, reserved), 0.0, float("-inf")
    admitted: list[float] = []
    for step, urgent in requests:
        now += step
        latest = max(latest, now)
        if limiter.admit(now, urgent=urgent) <= 0:
            admitted.append(latest)
    assert most_within(admitted, 60) <= limit


@given(limit=st.integers(1, 30), reserved=st.integers(0, 40), requests=REQUESTS)
def test_whoever_waits_as_told_is_admitted_if_nobody_came_between(
    limit: int, reserved: int, requests: list[tuple[float, bool]]
) -> None:
    limiter, now = SlidingWindow(limit, 60, reserved), 0.0
    for step, urgent in requests:
        now += abs(step)
        seconds = limiter.admit(now, urgent=urgent)
        assert 0 <= seconds <= 60
        if seconds:
            now += seconds + 0.01
            assert limiter.admit(now, urgent=urgent) == 0


@given(limit=st.integers(2, 60), reserved=st.integers(0, 80), backgrounds=st.integers(0, 100))
def test_however_much_the_daemon_asks_a_person_finds_the_reserved_places_free(
    limit: int, reserved: int, backgrounds: int
) -> None:
    limiter = SlidingWindow(limit, 60, reserved)
    background = sum(limiter.admit(0, urgent=False) == 0 for _ in range(backgrounds))
    urgent = sum(limiter.admit(1, urgent=True) == 0 for _ in range(limit))
    assert background <= limit - limiter.reserved
    assert urgent >= limiter.reserved


@given(limit=st.integers(1, 60), wanted=st.integers(-5, 10**6))
def test_however_wide_the_lane_the_feed_keeps_a_quarter(limit: int, wanted: int) -> None:
    limiter = SlidingWindow(limit)
    limiter.reserve(wanted)
    assert limit - limiter.reserved >= max(limit // 4, 1)
    assert limiter.admit(0, urgent=False) == 0


def test_a_search_of_all_indexers_passes_at_once_though_the_feed_was_just_read() -> None:
    limiter = SlidingWindow(60, 60)
    limiter.reserve(25)
    assert [limiter.admit(0, urgent=False) == 0 for _ in range(50)].count(True) == 35
    assert all(limiter.admit(1, urgent=True) == 0 for _ in range(25))
    assert limiter.admit(1, urgent=True) == 59


def test_a_lower_limit_counts_what_was_admitted_before() -> None:
    limiter = SlidingWindow(10, 60)
    for second in range(10):
        limiter.admit(second, urgent=True)
    limiter.configure(4)
    assert limiter.admit(10, urgent=True) == 56  # until only three of the ten are left in the window
