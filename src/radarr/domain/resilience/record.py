"""How the latest requests to one service or indexer fared, and what that makes of it."""

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, ServiceState

_MOST = 2048  # requests that are remembered, under half a MiB: of a busier window the newest count


@dataclass(slots=True)
class Outcome:
    """One request. `seconds`: how long its answer took; `before`: what was known before it."""

    when: float
    seconds: float | None
    failed: bool
    before: Figures


class Record:
    """Of one service. `window` in seconds; fewer than `minimum` requests within it say nothing."""

    def __init__(self, window: float, minimum: int) -> None:
        self.configure(window, minimum)
        self._outcomes: deque[Outcome] = deque(maxlen=_MOST)
        self._all = Figures()

    def configure(self, window: float, minimum: int) -> None:
        """Other numbers from now on; what happened still counts."""
        self._window, self._minimum = window, minimum

    def forget(self) -> None:
        """Of another service from now on: what was counted in all stays, what it says of the present does not."""
        self._outcomes.clear()
        self._all = self._all._replace(consecutive_failures=0, last_success=None, last_failure=None, last_error="")

    def succeeded(self, now: float, at: datetime, seconds: float | None = None) -> Outcome:
        """A request went well. `now` on a clock that never goes back, `at` in UTC, `seconds` how long it took."""
        known = self._all
        self._all = known._replace(consecutive_failures=0, last_success=at, total_requests=known.total_requests + 1)
        return self._keep(Outcome(now, seconds, failed=False, before=known))

    def failed(self, now: float, at: datetime, why: str, seconds: float | None = None) -> Outcome:
        """A request failed. `seconds` only where an answer came: how long a failure takes is no response time."""
        known = self._all
        self._all = _with_failure(known._replace(total_requests=known.total_requests + 1), at, why)
        return self._keep(Outcome(now, seconds, failed=True, before=known))

    def revoke(self, outcome: Outcome, at: datetime, why: str) -> None:
        """What was kept as a success was a failure after all; what came since stays."""
        if outcome.failed:
            return
        outcome.failed = True
        run = max(self._all.consecutive_failures, outcome.before.consecutive_failures)
        others = self._all.total_requests - outcome.before.total_requests > 1
        known = self._all if others else self._all._replace(last_success=outcome.before.last_success)
        self._all = _with_failure(known._replace(consecutive_failures=run), at, why)

    def reword(self, outcome: Outcome, why: str) -> None:
        """Somebody knows better why that request failed, if it is still the last that did."""
        failures = (kept for kept in reversed(self._outcomes) if kept.failed)
        if next(failures, None) is outcome:
            self._all = self._all._replace(last_error=why)

    def unclear(self) -> None:
        """A request of which nobody knows whether the service failed: it counts in the total alone."""
        self._all = self._all._replace(total_requests=self._all.total_requests + 1)

    def _keep(self, outcome: Outcome) -> Outcome:
        self._outcomes.append(outcome)
        return outcome

    def figures(self, now: float) -> Figures:
        """As of now."""
        while self._outcomes and now - self._outcomes[0].when >= self._window:
            self._outcomes.popleft()
        times = sorted(one.seconds * 1000 for one in self._outcomes if one.seconds is not None)
        return self._all._replace(
            requests=len(self._outcomes),
            failures=sum(one.failed for one in self._outcomes),
            enough=len(self._outcomes) >= self._minimum,
            p50_ms=_percentile(times, 0.50),
            p95_ms=_percentile(times, 0.95),
            max_ms=_percentile(times, 1.0),
        )


def _with_failure(known: Figures, at: datetime, why: str) -> Figures:
    return known._replace(
        consecutive_failures=known.consecutive_failures + 1,
        last_failure=at,
        last_error=why,
        total_failures=known.total_failures + 1,
    )


def _percentile(ordered: Sequence[float], share: float) -> float | None:
    """The nearest rank: a value that was measured."""
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1] if ordered else None


def state(figures: Figures, circuit: CircuitView | None, *, probe_failed: bool, degraded_rate: float) -> ServiceState:
    """What a service is. Degraded: over the rate, not at it, with the minimum of requests."""
    if circuit is not None and circuit.state is not CircuitState.CLOSED:
        return ServiceState.CIRCUIT_OPEN
    if probe_failed:
        return ServiceState.DOWN
    if figures.enough and (figures.error_rate or 0.0) > degraded_rate:
        return ServiceState.DEGRADED
    return ServiceState.HEALTHY
