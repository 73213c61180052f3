"""How a service is, from what our side of the line and the last probe say."""

from radarr.app.health.look import Probed
from radarr.domain.resilience.figures import Figures, ServiceReport, ServiceState
from radarr.domain.resilience.record import state
from radarr.ports.driving.health import HealthMessage, Level, Overall, ServiceHealth
from radarr.ports.driving.status import LoopStatus


def service_health(report: ServiceReport, probed: Probed, rate: float) -> ServiceHealth:
    """One service; degraded when strictly more than that share of its requests failed."""
    return ServiceHealth(
        name=report.name,
        state=service_state(report, probed, rate),
        report=report,
        version=probed.version,
        problem=probed.trouble.problem,
        probed_at=probed.at,
    )


def service_state(report: ServiceReport, probed: Probed, rate: float) -> ServiceState:
    """The gravest that is true."""
    failed = bool(probed.trouble) and not _answered_since(report.figures, probed)
    return state(report.figures, report.circuit, probe_failed=failed, degraded_rate=rate)


def overall(
    services: tuple[ServiceHealth, ...],
    loops: tuple[LoopStatus, ...],
    messages: tuple[HealthMessage, ...],
    *,
    database: bool,
) -> Overall:
    """The daemon as a whole. `database`: whether it answers."""
    if not database or any(loop.hung for loop in loops):
        return Overall.DOWN
    if any(service.state is not ServiceState.HEALTHY for service in services):
        return Overall.DEGRADED
    return Overall.DEGRADED if any(message.level is Level.ERROR for message in messages) else Overall.HEALTHY


def _answered_since(figures: Figures, probed: Probed) -> bool:
    """Real work has gone well since the probe failed: it is back, and the next probe will say so."""
    if probed.at is None or probed.answered or figures.last_success is None:
        return False
    return figures.last_success > probed.at
