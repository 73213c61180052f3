from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.budget import FEED, SEARCH, Budget
from radarr.domain.resilience.ladder import DAY, Ladder
from radarr.domain.resilience.remembering import Now, recall, remember

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
EVENTS = st.lists(st.tuples(st.integers(0, 9000), st.sampled_from(["failed", "answered", "asked", "fed"])), max_size=40)


def lived(events: list[tuple[int, str]]) -> tuple[Ladder, Budget, float]:
    ladder, budget, now = Ladder(), Budget(), 0.0
    for pause, event in events:
        now += pause
        match event:
            case "failed":
                ladder = ladder.failed(now, "HTTP 500")
            case "answered":
                ladder = ladder.succeeded()
            case _:
                budget = budget.spend(now, 2, FEED if event == "fed" else SEARCH)
    return ladder, budget, now


@given(EVENTS)
def test_what_is_remembered_and_recalled_at_once_is_the_same(events: list[tuple[int, str]]) -> None:
    ladder, budget, seconds = lived(events)
    now = Now(seconds, NOON)
    assert recall(remember(7, "Alpha", ladder, budget, now), now) == (ladder, budget)


@given(EVENTS, st.integers(0, 200_000))
def test_a_restart_neither_shortens_a_rest_nor_forgets_a_query(events: list[tuple[int, str]], away: int) -> None:
    """The new process's clock begins anew."""
    ladder, budget, seconds = lived(events)
    record = remember(7, "Alpha", ladder, budget, Now(seconds, NOON))
    again = Now(3.0, NOON + timedelta(seconds=away))
    new_ladder, new_budget = recall(record, again)
    assert new_ladder.rests(again.seconds) == ladder.rests(seconds + away)
    assert new_budget.used(again.seconds) == budget.used(seconds + away)


@given(EVENTS, st.integers(-(10**9), 10**9))
def test_a_wall_clock_that_was_set_anew_stops_no_indexer_for_more_than_a_day(
    events: list[tuple[int, str]], jump: int
) -> None:
    ladder, budget, seconds = lived(events)
    record = remember(7, "Alpha", ladder, budget, Now(seconds, NOON))
    now = Now(seconds, NOON + timedelta(seconds=jump))
    new_ladder, new_budget = recall(record, now)
    assert not new_ladder.rests(seconds + DAY)
    assert new_ladder.failing_since is None or new_ladder.failing_since <= seconds
    assert all(start <= seconds for start, _ in new_budget.spent)


def test_fractions_of_a_second_are_rounded_to_the_careful_side() -> None:
    now = Now(100.0004, NOON)
    record = remember(7, "Alpha", Ladder(1, 160.0007), Budget(((99.2, 3),)), now)
    ladder, budget = recall(record, now)
    assert ladder.until is not None
    assert 160.0007 <= ladder.until <= 160.0024
    assert budget.spent[0][0] >= 99.2
