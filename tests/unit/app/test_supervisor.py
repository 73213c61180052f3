"""The loops: a crash of one never stops another."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import anyio
import pytest

from radarr.adapters.simulated.store import MemoryStore
from radarr.app.supervisor import Loop, Supervisor
from radarr.app.usecases.bells import Bells
from radarr.ports.errors import LeaseLost, Unavailable
from tests.unit.app.usecases.house import HandClock

pytestmark = pytest.mark.anyio

HOURLY = 3600.0


class Work:
    """Counts its runs, and fails as often as it is told."""

    def __init__(self, *failures: Exception) -> None:
        self.runs = 0
        self._failures = list(failures)

    async def __call__(self) -> None:
        self.runs += 1
        if self._failures:
            raise self._failures.pop(0)


def supervisor(store: MemoryStore, bells: Bells, **works: Callable[[], Awaitable[None]]) -> Supervisor:
    loops = tuple(Loop(name=name, every=HOURLY, run=work) for name, work in works.items())
    return Supervisor(loops, bells, store, HandClock())


async def for_a_moment(loops: Supervisor, *, ring: Callable[[], None] | None = None) -> None:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        await anyio.wait_all_tasks_blocked()
        if ring is not None:
            ring()
            await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()


async def test_a_crash_of_one_loop_stops_no_other() -> None:
    broken, sound = Work(RuntimeError("a bug")), Work()
    loops = supervisor(MemoryStore(), Bells(), broken=broken, sound=sound)
    await for_a_moment(loops)
    assert sound.runs == 1
    status = {loop.name: loop for loop in loops.status()}
    assert (status["broken"].failures, status["broken"].last_error) == (1, "RuntimeError: a bug")
    assert (status["sound"].failures, status["sound"].last_error) == (0, "")


async def test_a_loop_whose_service_is_away_says_so_in_words_and_mends() -> None:
    bells = Bells()
    feed = Work(Unavailable("Prowlarr cannot be reached", remedy="is it running?"))
    loops = supervisor(MemoryStore(), bells, feed=feed)
    await for_a_moment(loops)
    assert loops.status()[0].last_error == "Prowlarr cannot be reached: is it running?"
    bells.ring("feed")
    await for_a_moment(loops)
    assert loops.status()[0].failures == 0


async def test_a_bell_wakes_a_loop_at_once() -> None:
    bells, work = Bells(), Work()
    await for_a_moment(supervisor(MemoryStore(), bells, outbox=work), ring=lambda: bells.ring("outbox"))
    assert work.runs == 2


async def test_a_restart_does_not_stampede() -> None:
    store, work = MemoryStore(), Work()
    for _ in range(3):
        await for_a_moment(supervisor(store, Bells(), feed=work))
    assert work.runs == 1


async def test_who_lost_the_lease_stops_everything() -> None:
    loops = supervisor(MemoryStore(), Bells(), feed=Work(LeaseLost("another daemon has taken over")))
    with pytest.raises(ExceptionGroup) as caught:
        await loops.run()
    assert caught.group_contains(LeaseLost)


async def test_a_database_that_is_away_at_the_start_keeps_no_loop_from_running() -> None:
    store, work = MemoryStore(), Work()
    store.trouble = Unavailable("the database stays locked")
    await for_a_moment(supervisor(store, Bells(), feed=work))
    assert work.runs == 1


async def test_a_clock_that_was_set_back_silences_no_loop() -> None:
    store = MemoryStore()
    async with store.transaction() as tx:
        await tx.loops.ran("feed", HandClock().now() + timedelta(days=20000))
    loops = supervisor(store, Bells(), feed=Work())
    await for_a_moment(loops)
    (status,) = loops.status()
    assert status.next_run == HandClock().now() + timedelta(seconds=HOURLY)
