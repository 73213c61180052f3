"""The loops: a crash of one never stops another."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import anyio
import pytest

from radarr.adapters.simulated.store import MemoryStore
from radarr.app.loop import Loop, LoopRecord
from radarr.app.supervisor import Supervisor
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


async def test_a_crash_that_comes_again_all_night_shows_its_traceback_once(caplog: pytest.LogCaptureFixture) -> None:
    clock, bells = HandClock(), Bells()
    work = Work(*(RuntimeError(f"bug {number}") for number in range(240)))
    loops = Supervisor((Loop(name="downloads", every=60, run=work),), bells, MemoryStore(), clock)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        for _ in range(240):
            await anyio.wait_all_tasks_blocked()
            clock.go_on(minutes=1)
            bells.ring("downloads")
        tasks.cancel_scope.cancel()
    told = [record for record in caplog.records if record.levelname in {"WARNING", "ERROR"}]
    assert [bool(record.exc_info) for record in told] == [True, False, False, False]
    assert "failed as before, 61 times in a row" in told[1].getMessage()


async def test_a_feed_of_ten_minutes_is_not_read_at_every_restart_and_costs_no_write_between() -> None:
    store, work = MemoryStore(), Work()
    for _ in range(2):
        loops = Supervisor((Loop(name="feed", every=600, run=work),), Bells(), store, HandClock())
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(loops.run)
            await anyio.wait_all_tasks_blocked()
            async with store.snapshot() as tx:
                noted = await tx.loops.last_run("feed")
            assert (noted is None) is (work.runs == 1 and loops.status()[0].runs == 1)
            await loops.stop(1.0)
    assert work.runs == 1


async def test_what_runs_every_minute_runs_at_once_after_a_restart() -> None:
    store, work = MemoryStore(), Work()
    for _ in range(2):
        loops = Supervisor((Loop(name="health", every=60, run=work),), Bells(), store, HandClock())
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(loops.run)
            await anyio.wait_all_tasks_blocked()
            await loops.stop(1.0)
    assert work.runs == 2


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


async def test_a_trouble_that_stays_is_told_once_and_its_end_too(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    bells, down = Bells(), Unavailable("Prowlarr cannot be reached")
    loops = supervisor(MemoryStore(), bells, feed=Work(down, down, down))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        for _ in range(4):
            await anyio.wait_all_tasks_blocked()
            bells.ring("feed")
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()
    said = [record.getMessage() for record in caplog.records]
    assert said == ["feed: Prowlarr cannot be reached", "feed: well again after 3 failures"]


async def test_two_troubles_that_take_turns_are_told_once_each(caplog: pytest.LogCaptureFixture) -> None:
    bells, down = Bells(), Unavailable("Prowlarr cannot be reached")
    alone = [Unavailable("Prowlarr is left alone", remedy=f"we try again in {n} s") for n in (2, 1)]
    loops = supervisor(MemoryStore(), bells, feed=Work(down, alone[0], down, alone[1]))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        for _ in range(4):
            await anyio.wait_all_tasks_blocked()
            bells.ring("feed")
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()
    said = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert said == ["feed: Prowlarr cannot be reached", "feed: Prowlarr is left alone: we try again in 2 s"]


async def test_a_bug_is_shown_with_its_traceback_once_and_counted(caplog: pytest.LogCaptureFixture) -> None:
    bells = Bells()
    loops = supervisor(MemoryStore(), bells, feed=Work(RuntimeError("a"), RuntimeError("b")))
    await for_a_moment(loops, ring=lambda: bells.ring("feed"))
    assert [bool(record.exc_info) for record in caplog.records] == [True]
    (status,) = loops.status()
    assert (status.crashes, status.failures, status.runs) == (2, 2, 2)


async def test_who_stops_waits_for_the_step_in_hand() -> None:
    done = []

    async def slow() -> None:
        await anyio.sleep(0.05)
        done.append("imported")

    loops = supervisor(MemoryStore(), Bells(), downloads=slow)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        await anyio.wait_all_tasks_blocked()
        await loops.stop(grace=5)
    assert done == ["imported"]


async def test_a_step_that_outlasts_the_grace_is_cut_off() -> None:
    loops = supervisor(MemoryStore(), Bells(), downloads=anyio.sleep_forever)
    with anyio.fail_after(5):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(loops.run)
            await anyio.wait_all_tasks_blocked()
            await loops.stop(grace=0.01)


@pytest.mark.parametrize("vital", [True, False])
async def test_a_loop_that_hangs_is_noticed_and_one_that_is_vital_ends_the_signs_of_life(*, vital: bool) -> None:
    clock = HandClock()
    hanging = Loop(name="downloads", every=60, run=anyio.sleep_forever, limit=600, vital=vital)
    loops = Supervisor((hanging,), Bells(), MemoryStore(), clock)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(loops.run)
        await anyio.wait_all_tasks_blocked()
        assert loops.alive()
        clock.go_on(seconds=601)
        assert loops.alive() is not vital
        assert loops.status()[0].hung
        tasks.cancel_scope.cancel()
    assert not loops.alive()


def test_a_trouble_that_has_other_words_each_time_does_not_fill_the_memory() -> None:
    record = LoopRecord(Loop(name="feed", every=60, run=Work()), HandClock())
    for attempt in range(500):
        record.troubled(Unavailable(f"attempt {attempt} failed"))
    assert len(record._told) <= 50


async def test_a_loop_that_is_due_at_moments_runs_at_the_start_and_then_whenever_it_is_due() -> None:
    work, waits = Work(), [0.0, None]
    loop = Loop(name="pending", every=0, run=work, due=lambda: waits.pop(0))
    await for_a_moment(Supervisor((loop,), Bells(), MemoryStore(), HandClock()))
    assert work.runs == 2
    assert waits == []
