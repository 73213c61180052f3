import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.ladder import DAY, MINUTE, STEPS, Ladder

SECONDS = st.integers(0, 3 * int(DAY))
FAILURES = st.lists(st.tuples(SECONDS, st.none() | st.integers(0, 10**7)), max_size=30)


def climbed(failures: int) -> tuple[Ladder, float]:
    """After so many failures, each as soon as it was asked again; the ladder and the time."""
    ladder, now = Ladder(), 0.0
    for _ in range(failures):
        ladder = ladder.failed(now, "HTTP 500")
        now = ladder.until or now
    return ladder, now


def test_an_indexer_that_stays_dead_is_asked_once_a_day_in_the_end() -> None:
    rests = [climbed(n + 1)[1] - climbed(n)[1] for n in range(11)]
    assert [rest / MINUTE for rest in rests] == [1, 5, 15, 30, 60, 180, 360, 720, 1440, 1440, 1440]


@pytest.mark.parametrize(
    ("asked_for", "rest"),
    [
        pytest.param(1, MINUTE, id="a-second"),
        pytest.param(900, 900, id="a-quarter-of-an-hour"),
        pytest.param(10**9, DAY, id="thirty-years"),
    ],
)
def test_an_indexer_rests_as_long_as_it_asks_for_within_reason(asked_for: float, rest: float) -> None:
    assert climbed(4)[0].succeeded().failed(0, "HTTP 429", asked_for).until == rest


@pytest.mark.parametrize("asked_for", [0, -60])
def test_an_indexer_that_asks_for_no_rest_rests_as_its_failures_demand(asked_for: float) -> None:
    ladder, now = climbed(3)
    assert ladder.failed(now, "HTTP 429", asked_for) == ladder.failed(now, "HTTP 429")


def test_of_several_searches_that_fail_at_once_one_counts() -> None:
    ladder = Ladder().failed(0, "HTTP 500").failed(1, "HTTP 500").failed(59, "HTTP 502")
    assert (ladder.level, ladder.until, ladder.last_error) == (1, 60, "HTTP 502")


def test_a_rest_that_is_asked_for_while_it_rests_is_granted() -> None:
    assert Ladder().failed(0, "HTTP 500").failed(30, "HTTP 429", 600).until == 630


def test_an_answer_ends_the_rest_and_takes_one_step_back() -> None:
    ladder, now = climbed(4)
    better = ladder.succeeded()
    assert (better.level, better.until, better.failing_since) == (3, None, None)
    assert better.last_error == "HTTP 500"
    assert better.failed(now, "HTTP 500").until == now + STEPS[3]


def test_an_indexer_that_answered_as_often_as_it_failed_is_as_new() -> None:
    ladder, _ = climbed(3)
    assert ladder.succeeded().succeeded().succeeded() == Ladder()


def test_since_when_it_fails_is_kept_until_it_answers() -> None:
    ladder = Ladder().failed(10, "HTTP 500").failed(100, "HTTP 500")
    assert ladder.failing_since == 10
    assert ladder.succeeded().failed(500, "HTTP 500").failing_since == 500


@given(FAILURES)
def test_no_rest_is_shorter_than_a_minute_or_longer_than_a_day(failures: list[tuple[int, int | None]]) -> None:
    ladder, now = Ladder(), 0.0
    for pause, asked_for in failures:
        now += pause
        ladder = ladder.failed(now, "HTTP 500", asked_for)
        assert ladder.until is not None
        assert now < ladder.until <= now + DAY
        assert ladder.rests(now)
        assert not ladder.rests(ladder.until)


@given(st.integers(0, 12), st.lists(st.booleans(), max_size=20))
def test_failures_never_make_a_rest_shorter_and_answers_never_longer(failures: int, answers: list[bool]) -> None:
    ladder, now = climbed(failures)
    for answered in answers:
        after = ladder.succeeded() if answered else ladder.failed(now, "HTTP 500")
        assert after.level <= ladder.level if answered else after.level >= ladder.level
        ladder, now = after, after.until or now
