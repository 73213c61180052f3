"""Run the loops: a crash of one is told, counted and tried again, and never stops another."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta

import anyio

from radarr.app.loop import Loop, LoopRecord
from radarr.app.usecases.bells import Bells
from radarr.app.usecases.correlation import correlated, new_word
from radarr.ports.clock import Clock
from radarr.ports.driving.status import LoopStatus
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_REMEMBERED = 900.0  # a loop of this period or more keeps its last run, so that a restart does not stampede
_KEPT_AT_STOP = 300.0  # one of this period or more when it is stopped: it need not write to the disk all the time


class Supervisor:
    """Runs loops until it is stopped or cancelled. LeaseLost ends it: another daemon has taken over."""

    def __init__(self, loops: tuple[Loop, ...], bells: Bells, store: Store, clock: Clock) -> None:
        self._records = tuple(LoopRecord(loop, clock) for loop in loops)
        self._bells = bells
        self._store = store
        self._clock = clock
        self._stopping = False
        self._ended = anyio.Event()
        self._scope = anyio.CancelScope()

    def status(self) -> tuple[LoopStatus, ...]:
        """How every loop fares."""
        return tuple(record.status() for record in self._records)

    def alive(self) -> bool:
        """Whether every vital loop runs, and none of them hangs."""
        hung = [record for record in self._records if record.hangs()]
        return not self._ended.is_set() and not any(record.loop.vital for record in hung)

    async def run(self) -> None:
        """Return when stopped."""
        try:
            with self._scope:
                async with anyio.create_task_group() as tasks:
                    for record in self._records:
                        tasks.start_soon(self._keep_running, record, name=record.loop.name)
        finally:
            self._ended.set()

    async def stop(self, grace: float) -> None:
        """Start nothing more; what is under way gets `grace` seconds, and is then cancelled at its next step."""
        self._stopping = True
        for record in self._records:
            self._bells.ring(record.loop.name)
        with anyio.move_on_after(grace):
            await self._ended.wait()
        self._scope.cancel()
        for record in self._records:
            if _KEPT_AT_STOP <= record.loop.every < _REMEMBERED and record.last_run and not record.failures:
                with suppress(LeaseLost):  # we stop as it is
                    await self._remember(record.loop.name, record.last_run)

    async def _keep_running(self, record: LoopRecord) -> None:
        wait = await self._first_wait(record.loop)
        while True:
            if wait is not None:
                record.next_run = self._clock.now() + timedelta(seconds=wait)
            with anyio.move_on_after(wait):
                await self._bells.wait(record.loop.name)
            if self._stopping:
                return
            self._bells.silence(record.loop.name)
            await self._run_once(record)
            wait = record.next_wait()

    async def _run_once(self, record: LoopRecord) -> None:
        record.begin()
        try:
            with correlated(new_word(), loop=record.loop.name):
                await _guarded(record)
        finally:
            record.end()
        record.last_run = self._clock.now()
        if record.loop.every >= _REMEMBERED and not record.failures:
            await self._remember(record.loop.name, record.last_run)

    async def _remember(self, name: str, at: datetime) -> None:
        try:
            async with self._store.transaction() as tx:
                await tx.loops.ran(name, at)
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("the run of %s could not be noted: %s", name, error)

    async def _first_wait(self, loop: Loop) -> float | None:
        if loop.due is not None:
            return 0.0
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


async def _guarded(record: LoopRecord) -> None:
    try:
        await record.loop.run()
    except LeaseLost:
        raise
    except PortError as error:
        record.troubled(error)
    except Exception as error:  # noqa: BLE001  # a loop must outlive its own bugs
        record.crashed(error)
    else:
        record.succeeded()
