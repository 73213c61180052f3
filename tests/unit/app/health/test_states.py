"""How a service and the daemon as a whole are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from radarr.app.health.look import Probed, Trouble
from radarr.app.health.states import overall, service_state
from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, ServiceReport, ServiceState
from radarr.ports.driving.health import HealthMessage, Level, Overall
from tests.unit.app.health.known import NOW, OPEN, service
from tests.unit.app.health.test_daemon_messages import loop

FAILED = Probed(trouble=Trouble("it is down"), at=NOW)
WELL = Probed(version="1", at=NOW)


def report(figures: Figures = Figures(), circuit: CircuitView | None = None) -> ServiceReport:  # noqa: B008 - frozen
    return ServiceReport("Prowlarr", figures, circuit)


@pytest.mark.parametrize(
    ("failures", "requests", "enough", "state"),
    [
        (1, 10, True, ServiceState.HEALTHY),
        (2, 10, True, ServiceState.DEGRADED),
        (2, 9, False, ServiceState.HEALTHY),
        (0, 0, False, ServiceState.HEALTHY),
    ],
    ids=["one in ten", "more than one in ten", "too few to say", "nothing asked"],
)
def test_a_service_is_degraded_when_over_a_tenth_of_enough_requests_failed(
    failures: int,
    requests: int,
    enough: bool,
    state: ServiceState,
) -> None:
    figures = Figures(requests=requests, failures=failures, enough=enough)
    assert service_state(report(figures), WELL, 0.10) is state


def test_a_service_is_down_when_its_last_probe_failed() -> None:
    assert service_state(report(), FAILED, 0.10) is ServiceState.DOWN


def test_a_service_that_answered_since_its_probe_failed_is_not_down() -> None:
    back = Figures(last_success=NOW + timedelta(seconds=1))
    assert service_state(report(back), FAILED, 0.10) is ServiceState.HEALTHY
    before = Figures(last_success=NOW - timedelta(seconds=1))
    assert service_state(report(before), FAILED, 0.10) is ServiceState.DOWN


def test_a_service_that_answers_and_refuses_us_stays_down_however_often_it_answers() -> None:
    refused = FAILED._replace(answered=True)
    answers = Figures(last_success=NOW + timedelta(seconds=1))
    assert service_state(report(answers), refused, 0.10) is ServiceState.DOWN


def test_a_circuit_that_is_not_closed_is_said_before_all_else() -> None:
    assert service_state(report(circuit=OPEN), FAILED, 0.10) is ServiceState.CIRCUIT_OPEN
    half = CircuitView(CircuitState.HALF_OPEN)
    assert service_state(report(circuit=half), FAILED, 0.10) is ServiceState.CIRCUIT_OPEN
    closed = CircuitView(CircuitState.CLOSED)
    assert service_state(report(circuit=closed), FAILED, 0.10) is ServiceState.DOWN


def test_the_daemon_is_down_only_when_it_cannot_work_itself() -> None:
    down = (service("Prowlarr", ServiceState.DOWN),)
    assert overall(down, (), (), database=True) is Overall.DEGRADED
    assert overall((), (), (), database=False) is Overall.DOWN
    hung = replace(loop(), hung=True)
    assert overall((), (hung,), (), database=True) is Overall.DOWN
    assert overall((), (loop(failures=9),), (), database=True) is Overall.HEALTHY


def test_an_error_that_stands_degrades_the_daemon_and_a_warning_does_not() -> None:
    assert overall((), (), (HealthMessage("MountCheck", Level.ERROR, "x"),), database=True) is Overall.DEGRADED
    assert overall((), (), (HealthMessage("CircuitCheck", Level.WARNING, "x"),), database=True) is Overall.HEALTHY
