"""Run the loops: a crash of one is told, counted and tried again, and never stops another."""

import logging
import random
import traceback
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import anyio

from radarr.app.usecases.bells import Bells
from radarr.app.usecases.correlation import correlated, new_word
from radarr.ports.clock import Clock
from radarr.ports.driving.status import LoopStatus
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_FIRST_WAIT = 5.0  # seconds after a first failure; doubled with each further one, up to the loop's own period
_SPREAD = 0.2  # of a wait after a failure, so that several daemons do not come back in step
_REMEMBERED = 900.0  # a loop of this period or more keeps its last run, so that a restart does not stampede
_KEPT_AT_STOP = 300.0  # one of this period or more when it is stopped: it need not write to the disk all the time
_TOLD_AGAIN = 3600.0  # seconds after which a trouble that stays is told once more


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Work done again and again. `every` in seconds, 0 only when woken; `jitter` is a share of it.

    One that runs for longer than `limit` seconds hangs. The daemon lives only while no `vital` one does.
    """

    name: str
    every: float
    run: Callable[[], Awaitable[None]]
    jitter: float = 0.1
    limit: float = 3600
    vital: bool = True


@dataclass(slots=True)
class _Running:
    loop: Loop
    last_run: datetime | None = None
    next_run: datetime | None = None
    running_since: datetime | None = None
    began: float | None = None
    duration: float | None = None
    runs: int = 0
    failed: int = 0
    crashes: int = 0
    failures: int = 0
    last_error: str = ""
    told: dict[str, float] = field(default_factory=dict)
    hang_told: bool = False

    def hangs(self, now: float) -> bool:
        return self.began is not None and now - self.began > self.loop.limit


class Supervisor:
    """Runs loops until it is stopped or cancelled. LeaseLost ends it: another daemon has taken over."""

    def __init__(self, loops: tuple[Loop, ...], bells: Bells, store: Store, clock: Clock) -> None:
        self._running = {loop.name: _Running(loop) for loop in loops}
        self._bells = bells
        self._store = store
        self._clock = clock
        self._stopping = False
        self._ended = anyio.Event()
        self._scope = anyio.CancelScope()

    def status(self) -> tuple[LoopStatus, ...]:
        """How every loop fares."""
        now = self._clock.monotonic()
        return tuple(_status(running, hung=running.hangs(now)) for running in self._running.values())

    def alive(self) -> bool:
        """Whether every vital loop runs, and none of them hangs; a loop that hangs is told once."""
        now = self._clock.monotonic()
        hung = [running for running in self._running.values() if running.hangs(now)]
        for running in hung:
            if not running.hang_told:
                running.hang_told = True
                log.error("the loop %s has been running for over %g s: it hangs", running.loop.name, running.loop.limit)
        return not self._ended.is_set() and not any(running.loop.vital for running in hung)

    async def run(self) -> None:
        """Return when stopped."""
        try:
            with self._scope:
                async with anyio.create_task_group() as tasks:
                    for running in self._running.values():
                        tasks.start_soon(self._keep_running, running, name=running.loop.name)
        finally:
            self._ended.set()

    async def stop(self, grace: float) -> None:
        """Start nothing more; what is under way gets `grace` seconds, and is then cancelled at its next step."""
        self._stopping = True
        for name in self._running:
            self._bells.ring(name)
        with anyio.move_on_after(grace):
            await self._ended.wait()
        self._scope.cancel()
        for running in self._running.values():
            if _KEPT_AT_STOP <= running.loop.every < _REMEMBERED and running.last_run and not running.failures:
                with suppress(LeaseLost):  # we stop as it is
                    await self._remember(running.loop.name, running.last_run)

    async def _keep_running(self, running: _Running) -> None:
        wait = await self._first_wait(running.loop)
        while True:
            if wait is not None:
                running.next_run = self._clock.now() + timedelta(seconds=wait)
            with anyio.move_on_after(wait):
                await self._bells.wait(running.loop.name)
            if self._stopping:
                return
            self._bells.silence(running.loop.name)
            await self._run_once(running)
            wait = _next_wait(running)

    async def _run_once(self, running: _Running) -> None:
        running.next_run = None
        running.running_since, running.began = self._clock.now(), self._clock.monotonic()
        try:
            with correlated(new_word(), loop=running.loop.name):
                await self._guarded(running)
        finally:
            running.duration = self._clock.monotonic() - running.began
            running.running_since = running.began = None
            running.hang_told = False
        running.last_run = self._clock.now()
        if running.loop.every >= _REMEMBERED and not running.failures:
            await self._remember(running.loop.name, running.last_run)

    async def _guarded(self, running: _Running) -> None:
        running.runs += 1
        try:
            await running.loop.run()
        except LeaseLost:
            raise
        except PortError as error:
            self._failed(running, str(error))
            if self._is_news(running, error.message):  # a remedy may say in how many seconds
                log.warning("%s: %s", running.loop.name, error)
        except Exception as error:  # noqa: BLE001  # a loop must outlive its own bugs
            running.crashes += 1
            self._failed(running, f"{type(error).__name__}: {error}")
            self._tell_crash(running, error)
        else:
            if running.failures:
                log.info("%s: well again after %d failures", running.loop.name, running.failures)
            running.failures = 0
            running.last_error = ""
            running.told.clear()

    def _failed(self, running: _Running, message: str) -> None:
        running.failures += 1
        running.failed += 1
        running.last_error = message

    def _is_news(self, running: _Running, trouble: str) -> bool:
        """A trouble that stays is told hourly: a service that is down for a night must not fill the log."""
        now = self._clock.monotonic()
        at = running.told.get(trouble)
        if at is not None and now - at < _TOLD_AGAIN:
            return False
        running.told[trouble] = now
        return True

    def _tell_crash(self, running: _Running, error: Exception) -> None:
        """With its traceback the first time, then hourly in a line: the same place fails in the same way."""
        place = traceback.extract_tb(error.__traceback__)[-1]
        name, where = running.loop.name, f"{type(error).__name__} {place.filename}:{place.lineno}"
        is_known = where in running.told
        if not self._is_news(running, where):
            return
        if is_known:
            log.warning("the loop %s failed as before, %d times in a row", name, running.failures)
        else:
            log.error("the loop %s failed; it is tried again", name, exc_info=error)

    async def _remember(self, name: str, at: datetime) -> None:
        try:
            async with self._store.transaction() as tx:
                await tx.loops.ran(name, at)
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("the run of %s could not be noted: %s", name, error)

    async def _first_wait(self, loop: Loop) -> float | None:
        if loop.every <= 0:
            return None
        if loop.every < _KEPT_AT_STOP:
            return 0.0
        last = await self._last_run(loop.name)
        if last is None:
            return 0.0
        elapsed: float = (self._clock.now() - last).total_seconds()
        # a clock that was set back makes the last run one of the future
        return min(loop.every, max(0.0, loop.every - elapsed))

    async def _last_run(self, name: str) -> datetime | None:
        try:
            async with self._store.snapshot() as tx:
                return await tx.loops.last_run(name)
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("the last run of %s could not be read: %s", name, error)
            return None


def _next_wait(running: _Running) -> float | None:
    loop = running.loop
    if running.failures:
        wait = _FIRST_WAIT * (1 << min(running.failures - 1, 10))
        return _spread(min(wait, loop.every) if loop.every > 0 else wait, _SPREAD)
    if loop.every <= 0:
        return None
    return _spread(loop.every, loop.jitter)


def _spread(seconds: float, share: float) -> float:
    return seconds * (1 + random.uniform(-share, share))  # noqa: S311  # spreads load, guards nothing


def _status(running: _Running, *, hung: bool) -> LoopStatus:
    return LoopStatus(
        name=running.loop.name,
        every=running.loop.every,
        last_run=running.last_run,
        next_run=running.next_run,
        failures=running.failures,
        last_error=running.last_error,
        duration=running.duration,
        running_since=running.running_since,
        runs=running.runs,
        failed=running.failed,
        crashes=running.crashes,
        hung=hung,
    )
