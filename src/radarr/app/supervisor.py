"""Run the loops: a crash of one is told, counted and tried again, and never stops another."""

import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import anyio

from radarr.app.usecases.bells import Bells
from radarr.ports.clock import Clock
from radarr.ports.driving.status import LoopStatus
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_FIRST_WAIT = 5.0  # seconds after a first failure; doubled with each further one, up to the loop's own period
_REMEMBERED = 900.0  # a loop of this period or more keeps its last run, so that a restart does not stampede


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Work done again and again. `every` in seconds, 0 only when woken; `jitter` is a share of it."""

    name: str
    every: float
    run: Callable[[], Awaitable[None]]
    jitter: float = 0.1


@dataclass(slots=True)
class _Running:
    loop: Loop
    last_run: datetime | None = None
    next_run: datetime | None = None
    failures: int = 0
    last_error: str = ""


class Supervisor:
    """Runs loops until it is cancelled. LeaseLost ends it: another daemon has taken over."""

    def __init__(self, loops: tuple[Loop, ...], bells: Bells, store: Store, clock: Clock) -> None:
        self._running = {loop.name: _Running(loop) for loop in loops}
        self._bells = bells
        self._store = store
        self._clock = clock

    def status(self) -> tuple[LoopStatus, ...]:
        """How every loop fares."""
        return tuple(
            LoopStatus(
                name=r.loop.name,
                every=r.loop.every,
                last_run=r.last_run,
                next_run=r.next_run,
                failures=r.failures,
                last_error=r.last_error,
            )
            for r in self._running.values()
        )

    async def run(self) -> None:
        """Never returns; cancel it to stop."""
        async with anyio.create_task_group() as tasks:
            for running in self._running.values():
                tasks.start_soon(self._keep_running, running, name=running.loop.name)

    async def _keep_running(self, running: _Running) -> None:
        wait = await self._first_wait(running.loop)
        while True:
            if wait is not None:
                running.next_run = self._clock.now() + timedelta(seconds=wait)
            with anyio.move_on_after(wait):
                await self._bells.wait(running.loop.name)
            self._bells.silence(running.loop.name)
            running.next_run = None
            await self._run_once(running)
            wait = _next_wait(running)

    async def _run_once(self, running: _Running) -> None:
        loop = running.loop
        try:
            await loop.run()
        except LeaseLost:
            raise
        except PortError as error:
            self._failed(running, str(error))
            log.warning("%s: %s", loop.name, error)
        except Exception as error:  # a loop must outlive its own bugs
            self._failed(running, f"{type(error).__name__}: {error}")
            log.exception("the loop %s failed; it is tried again", loop.name)
        else:
            running.failures = 0
            running.last_error = ""
        running.last_run = self._clock.now()
        if loop.every >= _REMEMBERED and not running.failures:
            await self._remember(loop.name, running.last_run)

    def _failed(self, running: _Running, message: str) -> None:
        running.failures += 1
        running.last_error = message

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
        if loop.every < _REMEMBERED:
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
        return min(wait, loop.every) if loop.every > 0 else wait
    if loop.every <= 0:
        return None
    return loop.every * (1 + random.uniform(-loop.jitter, loop.jitter))  # noqa: S311  # spreads load, guards nothing
