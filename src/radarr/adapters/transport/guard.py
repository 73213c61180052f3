"""What stands before one service: its limiter, its circuit, its retries, and the record of how it fared.

A guard outlives the clients that pass it: made once per process, told new numbers when the configuration is read
anew, it forgets neither what was asked nor what failed.
"""

import logging
import random
from collections.abc import Callable
from datetime import timedelta
from types import TracebackType
from typing import NamedTuple, Self

import anyio

from radarr.adapters.transport.lanes import Lanes, Sleep
from radarr.domain.resilience.circuit import Circuit, Pass
from radarr.domain.resilience.figures import CircuitState, CircuitView, ServiceReport
from radarr.domain.resilience.record import Outcome, Record
from radarr.domain.resilience.retry import Retry
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError, Unavailable

log = logging.getLogger(__name__)

_TOLD_AGAIN = 3600.0  # seconds after which a trouble that stays is told once more


class CircuitOpen(Unavailable):
    """The service failed so often that it is left alone for a while; nothing was sent."""


class GuardSettings(NamedTuple):
    """Numbers of one guard; spans in seconds. `rate_limit` requests per `rate_window`, None for no limit.

    `failure_threshold` failures within `failure_window` open the circuit for `recovery_time`; figures are taken over
    `window` and say something from `minimum` requests on.
    """

    rate_limit: int | None = None
    rate_window: float = 60.0
    failure_threshold: int = 5
    failure_window: float = 300.0
    recovery_time: float = 60.0
    retries: int = 0
    window: float = 300.0
    minimum: int = 10


class Guard:
    """Of one service. `name` is what people call it; `chance` draws from [0, 1), `sleep` waits by the clock."""

    def __init__(
        self,
        name: str,
        settings: GuardSettings,
        clock: Clock,
        *,
        chance: Callable[[], float] = random.random,
        sleep: Sleep = anyio.sleep,
    ) -> None:
        self.name = name
        self.chance = chance
        self.clock = clock
        self.sleep = sleep
        self.retry = Retry(settings.retries)
        self._lanes = Lanes(settings.rate_limit, settings.rate_window, clock, sleep)
        self._circuit = Circuit(settings.failure_threshold, settings.failure_window, settings.recovery_time)
        self._record = Record(settings.window, settings.minimum)
        self._last: PortError | None = None
        self._told: dict[str, float] = {}

    def configure(self, settings: GuardSettings) -> None:
        """Other numbers from now on; nothing is forgotten."""
        self.retry = Retry(settings.retries)
        self._lanes.configure(settings.rate_limit)
        self._circuit.configure(settings.failure_threshold, settings.failure_window, settings.recovery_time)
        self._record.configure(settings.window, settings.minimum)

    def forget(self) -> None:
        """Another service is behind it from now on. What was asked still counts: who limits us may be the same."""
        self._circuit.forget()
        self._record.forget()
        self._last = None

    def reserve(self, places: int) -> None:
        """Keep so many places of the limiter free for people and grabs: one search asks so many at once."""
        self._lanes.reserve(places)

    def report(self) -> ServiceReport:
        """What is known of the service as of now."""
        now = self.clock.monotonic()
        circuit = self._circuit.view(now)
        is_open = circuit.state is CircuitState.OPEN
        until = self.clock.now() + timedelta(seconds=circuit.seconds_left) if is_open else None
        return ServiceReport(
            self.name, self._record.figures(now), CircuitView(circuit.state, until, circuit.opened), self._lanes.view()
        )

    async def enter(self, *, urgent: bool) -> "Visit":
        """Wait for a place, first come first served in each lane. Raises CircuitOpen."""
        await self._lanes.take(urgent=urgent, check=self._refuse_while_open)
        entered = self._circuit.enter(self.clock.monotonic())
        if entered is None:
            raise self._refusal()
        return Visit(self, entered)

    def _refuse_while_open(self) -> None:
        if self._circuit.wait(self.clock.monotonic()) > 0:
            raise self._refusal()

    def _refusal(self) -> CircuitOpen:
        seconds = max(self._circuit.wait(self.clock.monotonic()), 1.0)
        last = self._last
        return CircuitOpen(
            f"{self.name} is left alone after repeated failures" + (f" (the last: {last.message})" if last else ""),
            remedy=f"{last.remedy + '; ' if last and last.remedy else ''}we try again in {seconds:.0f} s",
            retry_after=seconds,
        )

    def keep_success(self, entered: Pass, seconds: float | None) -> Outcome:
        """For a visit alone."""
        before = self._state()
        self._circuit.succeeded(entered)
        self._tell(before)
        return self._record.succeeded(self.clock.monotonic(), self.clock.now(), seconds)

    def keep_failure(self, entered: Pass, error: PortError, seconds: float | None) -> Outcome:
        """For a visit alone."""
        before, self._last = self._state(), error
        now = self.clock.monotonic()
        self._circuit.failed(entered, now)
        self._tell(before)
        return self._record.failed(now, self.clock.now(), error.message, seconds)

    def keep_revoked(self, entered: Pass, outcome: Outcome, error: PortError) -> None:
        """For a visit alone."""
        before, self._last = self._state(), error
        self._circuit.revoked(entered, self.clock.monotonic())
        self._tell(before)
        self._record.revoke(outcome, self.clock.now(), error.message)

    def keep_words(self, outcome: Outcome, error: PortError) -> None:
        """For a visit alone."""
        self._last = error
        self._record.reword(outcome, error.message)

    def keep_unclear(self, entered: Pass, *, asked: bool) -> None:
        """For a visit alone."""
        self._circuit.abandoned(entered)
        if asked:
            self._record.unclear()

    def _state(self) -> CircuitState:
        return self._circuit.view(self.clock.monotonic()).state

    def _tell(self, before: CircuitState) -> None:
        now = self._circuit.view(self.clock.monotonic())
        if now.state is before:
            return
        if now.state is CircuitState.OPEN:
            log.log(
                logging.WARNING if self._is_news(str(self._last)) else logging.DEBUG,
                "%s failed again and again: it is left alone for %.0f s (%s)",
                *(self.name, now.seconds_left, self._last),
                extra={"service": self.name},
            )
        elif now.state is CircuitState.CLOSED:
            log.debug("%s answers again", self.name, extra={"service": self.name})  # whoever looks around tells it

    def _is_news(self, trouble: str) -> bool:
        """A trouble that stays is told hourly: a service that is down for a night must not fill the log."""
        now = self.clock.monotonic()
        self._told = {what: at for what, at in self._told.items() if now - at < _TOLD_AGAIN}
        return self._told.setdefault(trouble, now) == now


class Visit:
    """One request under way; it ends once. One that is left without an ending says nothing of the service."""

    def __init__(self, guard: Guard, entered: Pass) -> None:
        self.name = guard.name
        self._guard = guard
        self._entered = entered
        self._began = guard.clock.monotonic()
        self._outcome: Outcome | None = None
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._ended:
            self._guard.keep_unclear(self._entered, asked=False)

    def succeeded(self, *, timed: bool = True) -> None:
        """The service answered; `timed`: how long it took says something about the service itself."""
        self._ended = True
        self._outcome = self._guard.keep_success(self._entered, self.seconds if timed else None)

    def failed(self, error: PortError, *, answered: bool = False) -> None:
        """The service failed, `answered` or not."""
        self._ended = True
        self._outcome = self._guard.keep_failure(self._entered, error, self.seconds if answered else None)

    def unclear(self) -> None:
        """It was asked, and what came of it says nothing about the service."""
        self._ended = True
        self._guard.keep_unclear(self._entered, asked=True)

    def revoke(self, error: PortError) -> None:
        """The answer was not the service's after all; where it was a failure as it is, these words say more of it."""
        if self._outcome is None:
            return
        if self._outcome.failed:
            self._guard.keep_words(self._outcome, error)
        else:
            self._guard.keep_revoked(self._entered, self._outcome, error)

    @property
    def seconds(self) -> float:
        """Since it was let in."""
        return self._guard.clock.monotonic() - self._began
