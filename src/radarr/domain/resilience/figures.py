"""How requests to one service or indexer fared, as values to show."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class CircuitState(StrEnum):
    """CLOSED lets requests pass, OPEN none, HALF_OPEN one at a time to see whether the service is back."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"


class ServiceState(StrEnum):
    """How a service is: DEGRADED by its error rate, CIRCUIT_OPEN while left alone, DOWN when its last probe failed."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"
    DOWN = "down"
    CIRCUIT_OPEN = "circuit_open"


class Figures(NamedTuple):
    """Requests and their fate. Counts and times are those of the window, `total_*` those since the start.

    Response times in milliseconds; None where nothing was asked. `enough` says whether the window holds the
    minimum of requests that a rate needs. Instants are UTC, None for never.
    """

    requests: int = 0
    failures: int = 0
    enough: bool = False
    consecutive_failures: int = 0
    p50_ms: float | None = None
    p95_ms: float | None = None
    max_ms: float | None = None
    last_success: datetime | None = None
    last_failure: datetime | None = None
    last_error: str = ""
    total_requests: int = 0
    total_failures: int = 0

    @property
    def error_rate(self) -> float | None:
        """Share of the window's requests that failed; None where nothing was asked."""
        return self.failures / self.requests if self.requests else None

    @property
    def success_rate(self) -> float | None:
        """Share of the window's requests that went well; None where nothing was asked."""
        return None if self.error_rate is None else 1 - self.error_rate


class CircuitView(NamedTuple):
    """A circuit. `opens_until`: when the next probe may pass, None unless open; `opened`: how often since the start."""

    state: CircuitState = CircuitState.CLOSED
    opens_until: datetime | None = None
    opened: int = 0


class LimiterView(NamedTuple):
    """A limiter: requests that wait now, how many ever had to, and for how many seconds in all."""

    waiting: int = 0
    waits: int = 0
    waited_seconds: float = 0.0


class ServiceReport(NamedTuple):
    """What our side of the line knows of a service. No circuit, no limiter: the service has none."""

    name: str
    figures: Figures = Figures()
    circuit: CircuitView | None = None
    limiter: LimiterView | None = None
