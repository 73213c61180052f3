import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.resilience.circuit import TABLE, Circuit, CircuitEvent, Pass
from radarr.domain.resilience.figures import CircuitState
from radarr.domain.states.machine import IllegalEvent, advance

CLOSED, OPEN, HALF_OPEN = CircuitState


def fail(circuit: Circuit, now: float) -> None:
    """Ask and fail."""
    entered = circuit.enter(now)
    assert entered is not None
    circuit.failed(entered, now)


def opened(now: float = 0) -> Circuit:
    """Prowlarr's, just opened."""
    circuit = Circuit(5, 300, 60)
    for _ in range(5):
        fail(circuit, now)
    return circuit


def probe(circuit: Circuit, now: float) -> Pass:
    """The pass of the one who may see whether the service is back."""
    entered = circuit.enter(now)
    assert entered is not None
    return entered


@pytest.mark.parametrize("state", CircuitState)
@pytest.mark.parametrize("event", CircuitEvent)
def test_what_is_not_in_the_table_cannot_happen(state: CircuitState, event: CircuitEvent) -> None:
    if event in TABLE[state]:
        assert advance(TABLE, state, event) is not state
    else:
        with pytest.raises(IllegalEvent):
            advance(TABLE, state, event)


def test_the_fifth_failure_within_the_window_opens_it_for_a_minute() -> None:
    circuit = Circuit(5, 300, 60)
    for second in (0, 70, 140, 210):
        fail(circuit, second)
        assert circuit.view(second).state is CLOSED
    fail(circuit, 299)
    assert circuit.view(300) == (OPEN, 59, 1)
    assert circuit.enter(300) is None
    assert circuit.wait(300) == 59


@pytest.mark.parametrize("seconds", [10, 70], ids=["while-open", "half-open"])
def test_another_service_behind_it_begins_with_a_clean_slate(seconds: float) -> None:
    circuit = Circuit(5, 300, 60)
    late = probe(circuit, 0)
    for _ in range(5):
        fail(circuit, 0)
    circuit.view(seconds)
    circuit.forget()
    assert circuit.view(seconds) == (CLOSED, 0, 1)
    circuit.failed(late, seconds)
    for _ in range(4):
        fail(circuit, seconds)
    assert circuit.view(seconds).state is CLOSED


def test_what_was_sent_to_the_service_before_says_nothing_of_the_next() -> None:
    circuit = Circuit(1, 300, 60)
    late = probe(circuit, 0)
    circuit.forget()
    circuit.failed(late, 1)
    assert circuit.view(1).state is CLOSED


def test_failures_older_than_the_window_do_not_count() -> None:
    circuit = Circuit(5, 300, 60)
    for second in (0, 1, 2, 3, 301, 302, 303):
        fail(circuit, second)
    assert circuit.view(303).state is CLOSED
    fail(circuit, 304)
    assert circuit.view(304).state is CLOSED
    fail(circuit, 305)
    assert circuit.view(305).state is OPEN


def test_a_service_that_fails_every_second_request_is_left_alone_too() -> None:
    circuit = Circuit(3, 120, 30)
    for second in range(3):
        circuit.succeeded(probe(circuit, second))
        fail(circuit, second)
    assert circuit.view(2).state is OPEN


def test_after_its_rest_one_request_sees_whether_it_is_back() -> None:
    circuit = opened()
    assert circuit.enter(59.9) is None
    first = probe(circuit, 60)
    assert circuit.view(60).state is HALF_OPEN
    assert circuit.enter(60) is None
    circuit.succeeded(first)
    assert circuit.view(60) == (CLOSED, 0, 1)
    assert circuit.enter(60)
    fail(circuit, 61)
    assert circuit.view(61).state is CLOSED, "the old failures are forgotten"


def test_a_probe_that_fails_opens_it_for_another_rest() -> None:
    circuit = opened()
    circuit.failed(probe(circuit, 60), 70)
    assert circuit.view(70) == (OPEN, 60, 2)


def test_a_probe_that_is_cancelled_makes_room_for_another() -> None:
    circuit = opened()
    circuit.abandoned(probe(circuit, 60))
    assert circuit.enter(60)


def test_a_probe_that_never_reports_does_not_block_for_ever() -> None:
    circuit = opened()
    lost = probe(circuit, 60)
    assert circuit.wait(61) == 59
    second = probe(circuit, 120)
    circuit.succeeded(second)
    circuit.failed(lost, 500)
    assert circuit.view(500).state is CLOSED


def test_a_request_sent_before_it_opened_says_nothing_of_the_service_afterwards() -> None:
    circuit = Circuit(1, 300, 60)
    old, older = probe(circuit, 0), probe(circuit, 0)
    fail(circuit, 0)
    now = probe(circuit, 60)
    circuit.failed(old, 61)
    circuit.succeeded(older)
    assert circuit.view(61).state is HALF_OPEN
    circuit.succeeded(now)
    assert circuit.view(61).state is CLOSED


def test_a_probe_whose_answer_was_a_strangers_opens_it_again() -> None:
    circuit = opened()
    entered = probe(circuit, 60)
    circuit.succeeded(entered)
    circuit.revoked(entered, 60)
    assert circuit.view(60) == (OPEN, 60, 2)


def test_answers_of_strangers_count_like_silence() -> None:
    circuit = Circuit(2, 300, 60)
    for _ in range(2):
        entered = probe(circuit, 0)
        circuit.succeeded(entered)
        circuit.revoked(entered, 0)
    assert circuit.view(0).state is OPEN


@given(
    events=st.lists(
        st.tuples(
            st.integers(0, 100), st.sampled_from(["succeeded", "failed", "abandoned", "revoked", "lost", "late"])
        ),
        max_size=120,
    )
)
def test_whatever_happens_it_lets_somebody_through_after_its_rest(events: list[tuple[int, str]]) -> None:
    circuit, now, late = Circuit(3, 120, 30), 0.0, list[Pass]()
    for step, event in events:
        now += step
        entered = circuit.enter(now)
        late += [entered] if entered else []
        if entered is None or event == "lost":
            continue
        match event:
            case "succeeded":
                circuit.succeeded(entered)
            case "abandoned":
                circuit.abandoned(entered)
            case "revoked":
                circuit.succeeded(entered)
                circuit.revoked(entered, now)
            case _:
                circuit.failed(late[0] if event == "late" else entered, now)
        assert circuit.wait(now) <= 30
    assert circuit.enter(now + 30) is not None


@given(failures=st.lists(st.integers(0, 1000), max_size=60))
def test_it_opens_exactly_when_a_window_holds_too_many_failures(failures: list[int]) -> None:
    circuit, seen = Circuit(4, 100, 30), list[int]()
    for now in sorted(failures):
        seen.append(now)
        fail(circuit, now)
        if sum(now - past < 100 for past in seen) >= 4:
            assert circuit.view(now).state is OPEN
            return
        assert circuit.view(now).state is CLOSED
