"""A circuit breaker: a service that fails again and again is left alone for a while.

Whoever wants to ask the service enters the circuit, gets a pass, and reports with it how that went.

    closed ── too many failures within the window ──► open
      ▲                                               │  ▲
      │ probe well                      rest is over  │  │ probe ill
      │                                               ▼  │
      └────────────────────────────────────────── half open

- **Closed**: everybody may enter. Failures older than the window fall out; a success takes none of them away, since
  a service that fails every second request is not well. Once `threshold` failures are left, the circuit opens.
- **Open**: nobody may enter for `recovery` seconds.
- **Half open**: one may enter, as a probe. Its success closes the circuit and forgets the failures; its failure opens
  it for another `recovery` seconds. A probe that was abandoned (cancelled, or its outcome said nothing about the
  service) makes room for another at once; one that never reports does so after `recovery` seconds.

A report with a pass of an earlier state is ignored: a request that was sent before the circuit opened, and fails
only now, says nothing about the service as it is now. One exception: a probe that closed the circuit may take its
word back, once somebody has read the answer and found that it was not the service who gave it.

When another service takes the place behind it (a person has mended its address), the circuit closes and all is
forgotten, whatever the state.
"""

from collections import deque
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from radarr.domain.resilience.figures import CircuitState
from radarr.domain.states.machine import advance


class CircuitEvent(StrEnum):
    """What moves a circuit."""

    TOO_MANY_FAILURES = "too many failures"
    RESTED = "rested"
    PROBED_WELL = "probed well"
    PROBED_ILL = "probed ill"
    REPLACED = "replaced"


TABLE: Final[Mapping[CircuitState, Mapping[CircuitEvent, CircuitState]]] = {
    CircuitState.CLOSED: {CircuitEvent.TOO_MANY_FAILURES: CircuitState.OPEN},
    CircuitState.OPEN: {
        CircuitEvent.RESTED: CircuitState.HALF_OPEN,
        CircuitEvent.REPLACED: CircuitState.CLOSED,
    },
    CircuitState.HALF_OPEN: {
        CircuitEvent.PROBED_WELL: CircuitState.CLOSED,
        CircuitEvent.PROBED_ILL: CircuitState.OPEN,
        CircuitEvent.REPLACED: CircuitState.CLOSED,
    },
}


class Pass(NamedTuple):
    """Who entered: in which period between two changes of state."""

    period: int


class CircuitNow(NamedTuple):
    """How it is at one moment. `seconds_left` until a probe may enter, 0 unless open; `opened`: how often so far."""

    state: CircuitState
    seconds_left: float
    opened: int


class Circuit:
    """The circuit of one service. `window` and `recovery` in seconds; `now` is a clock that never goes back."""

    def __init__(self, threshold: int, window: float, recovery: float) -> None:
        self.configure(threshold, window, recovery)
        self._state = CircuitState.CLOSED
        self._period = 0
        self._opened = 0
        self._failures: deque[float] = deque()
        self._since = 0.0  # when it opened
        self._probing_since: float | None = None
        self._believed: int | None = None  # the period of the probe that closed it last

    def configure(self, threshold: int, window: float, recovery: float) -> None:
        """Other numbers from now on; what happened still counts."""
        self._threshold, self._window, self._recovery = threshold, window, recovery

    def forget(self) -> None:
        """Another service is behind it from now on."""
        if self._state is CircuitState.CLOSED:
            self._period += 1  # what was sent to the one before says nothing of this one
        else:
            self._move(CircuitEvent.REPLACED)
        self._believed = None
        self._failures.clear()

    def wait(self, now: float) -> float:
        """Seconds until somebody may enter, 0.0 for now."""
        self._rest(now)
        match self._state:
            case CircuitState.CLOSED:
                return 0.0
            case CircuitState.OPEN:
                return self._left(now)
            case CircuitState.HALF_OPEN:
                since = self._probing_since
                return 0.0 if since is None else max(since + self._recovery - now, 0.0)

    def enter(self, now: float) -> Pass | None:
        """A pass to report with, None where nobody may enter."""
        if self.wait(now) > 0:
            return None
        if self._state is CircuitState.HALF_OPEN:
            self._probing_since = now
        return Pass(self._period)

    def succeeded(self, entered: Pass) -> None:
        """The service did what it was asked."""
        if entered.period == self._period and self._state is CircuitState.HALF_OPEN:
            self._move(CircuitEvent.PROBED_WELL)
            self._believed = entered.period
            self._failures.clear()

    def revoked(self, entered: Pass, now: float) -> None:
        """What was reported as a success was none."""
        if self._state is CircuitState.CLOSED and entered.period == self._believed:
            self._open(CircuitEvent.TOO_MANY_FAILURES, now)
        else:
            self.failed(entered, now)

    def failed(self, entered: Pass, now: float) -> None:
        """It did not."""
        if entered.period != self._period:
            return
        if self._state is CircuitState.HALF_OPEN:
            self._open(CircuitEvent.PROBED_ILL, now)
            return
        self._failures.append(now)
        while self._failures and now - self._failures[0] >= self._window:
            self._failures.popleft()
        if len(self._failures) >= self._threshold:
            self._open(CircuitEvent.TOO_MANY_FAILURES, now)

    def abandoned(self, entered: Pass) -> None:
        """Nothing was learnt of the service."""
        if entered.period == self._period:
            self._probing_since = None

    def view(self, now: float) -> CircuitNow:
        """How it is."""
        self._rest(now)
        left = self._left(now) if self._state is CircuitState.OPEN else 0.0
        return CircuitNow(self._state, left, self._opened)

    def _left(self, now: float) -> float:
        return max(self._since + self._recovery - now, 0.0)

    def _rest(self, now: float) -> None:
        if self._state is CircuitState.OPEN and self._left(now) <= 0:
            self._move(CircuitEvent.RESTED)

    def _open(self, event: CircuitEvent, now: float) -> None:
        self._move(event)
        self._since = now
        self._opened += 1

    def _move(self, event: CircuitEvent) -> None:
        self._state = advance(TABLE, self._state, event)
        self._period += 1
        self._probing_since = None
