from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, ServiceState
from radarr.domain.resilience.record import Record, state

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)


def at(now: float) -> datetime:
    """The time of day then."""
    return NOON + timedelta(seconds=now)


def recorded(outcomes: list[bool], every: float = 1) -> tuple[Record, float]:
    """So many requests, a second apart; True went well."""
    record, now = Record(300, 10), 0.0
    for went_well in outcomes:
        now += every
        if went_well:
            record.succeeded(now, at(now), 0.1)
        else:
            record.failed(now, at(now), "it failed")
    return record, now


def test_who_was_never_asked_has_no_figures() -> None:
    figures = Record(300, 10).figures(0)
    assert figures == Figures()
    assert (figures.error_rate, figures.success_rate) == (None, None)


@given(outcomes=st.lists(st.booleans(), max_size=250))
def test_within_the_window_every_request_counts_once(outcomes: list[bool]) -> None:
    record, now = recorded(outcomes)
    figures = record.figures(now)
    assert (figures.requests, figures.failures) == (len(outcomes), outcomes.count(False))
    assert (figures.total_requests, figures.total_failures) == (len(outcomes), outcomes.count(False))
    assert figures.enough == (len(outcomes) >= 10)
    trailing = outcomes[::-1].index(True) if True in outcomes else len(outcomes)
    assert figures.consecutive_failures == trailing


@given(outcomes=st.lists(st.booleans(), min_size=1, max_size=100), every=st.integers(1, 200))
def test_what_is_older_than_the_window_is_in_the_totals_alone(outcomes: list[bool], every: int) -> None:
    record, now = recorded(outcomes, every)
    figures = record.figures(now)
    assert figures.requests <= 300 / every + 2
    assert figures.total_requests == len(outcomes)
    assert record.figures(now + 300).requests == 0


@given(times=st.lists(st.floats(0, 100), min_size=1, max_size=100))
def test_response_times_are_ones_that_were_measured(times: list[float]) -> None:
    record = Record(300, 10)
    for seconds in times:
        record.succeeded(0, NOON, seconds)
    figures = record.figures(0)
    measured = {seconds * 1000 for seconds in times}
    assert {figures.p50_ms, figures.p95_ms, figures.max_ms} <= measured
    assert figures.p50_ms is not None
    assert figures.p95_ms is not None
    assert figures.p50_ms <= figures.p95_ms <= max(measured) == figures.max_ms
    assert sum(ms <= figures.p50_ms for ms in (seconds * 1000 for seconds in times)) >= len(times) / 2


def test_how_long_a_failure_took_is_no_response_time() -> None:
    record = Record(300, 10)
    record.failed(0, NOON, "it failed")
    assert record.figures(0).max_ms is None


def test_when_it_last_went_well_and_ill_and_why_is_kept_for_ever() -> None:
    record = Record(300, 10)
    record.succeeded(0, at(0), 0.1)
    record.failed(1, at(1), "status 500")
    figures = record.figures(10_000)
    assert (figures.last_success, figures.last_failure, figures.last_error) == (at(0), at(1), "status 500")


def test_a_success_that_turns_out_to_be_none_is_a_failure_and_nothing_else() -> None:
    record, now = recorded([True, False, False])
    outcome = record.succeeded(now + 1, at(now + 1), 0.1)
    record.revoke(outcome, at(now + 1), "a web page")
    record.revoke(outcome, at(now + 1), "twice")
    expected, _ = recorded([True, False, False])
    expected.failed(now + 1, at(now + 1), "a web page", 0.1)
    assert record.figures(now + 1) == expected.figures(now + 1)


def test_better_words_replace_those_of_the_last_failure_and_of_no_other() -> None:
    record = Record(300, 10)
    first, last = record.failed(0, at(0), "status 503"), record.failed(1, at(1), "status 503")
    record.reword(first, "it was starting")
    assert record.figures(1).last_error == "status 503"
    record.succeeded(2, at(2))
    record.reword(last, "it starts up")
    assert record.figures(2).last_error == "it starts up"


def test_what_says_nothing_of_the_service_counts_in_the_total_alone() -> None:
    record = Record(300, 10)
    record.unclear()
    assert record.figures(0) == Figures(total_requests=1)


def test_memory_does_not_grow_with_the_number_of_requests() -> None:
    record = Record(10**9, 10)
    for now in range(5000):
        record.succeeded(now, NOON)
    figures = record.figures(5000)
    assert figures.total_requests == 5000
    assert figures.requests < 5000


FEW = Figures(requests=9, failures=9, enough=False)
AT_THE_RATE = Figures(requests=10, failures=1, enough=True)
OVER_IT = Figures(requests=20, failures=3, enough=True)
RESTING = CircuitView(CircuitState.OPEN, NOON, 1)


@pytest.mark.parametrize(
    ("figures", "circuit", "probe_failed", "expected"),
    [
        pytest.param(Figures(), None, False, ServiceState.HEALTHY, id="never-asked"),
        pytest.param(FEW, CircuitView(), False, ServiceState.HEALTHY, id="too-few-to-say"),
        pytest.param(AT_THE_RATE, CircuitView(), False, ServiceState.HEALTHY, id="at-the-rate"),
        pytest.param(OVER_IT, CircuitView(), False, ServiceState.DEGRADED, id="over-the-rate"),
        pytest.param(OVER_IT, CircuitView(), True, ServiceState.DOWN, id="its-probe-failed"),
        pytest.param(OVER_IT, RESTING, True, ServiceState.CIRCUIT_OPEN, id="left-alone"),
        pytest.param(
            Figures(), CircuitView(CircuitState.HALF_OPEN), False, ServiceState.CIRCUIT_OPEN, id="not-yet-tried-again"
        ),
    ],
)
def test_the_state_of_a_service(
    figures: Figures, circuit: CircuitView | None, *, probe_failed: bool, expected: ServiceState
) -> None:
    assert state(figures, circuit, probe_failed=probe_failed, degraded_rate=0.1) is expected
