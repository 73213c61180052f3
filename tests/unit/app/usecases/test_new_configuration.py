"""Another configuration takes over: what the one before began ends beside it, and is not done twice."""

import anyio
import anyio.lowlevel
import pytest
from anyio.abc import TaskGroup

from radarr.adapters.simulated.files import MemoryFiles
from radarr.app.container import Container
from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import RootFolder
from radarr.ports.driving.commands import CommandState
from tests.unit.app.usecases.house import GOOD, House, house

pytestmark = pytest.mark.anyio


class SlowFiles(MemoryFiles):
    """A disk that takes its time, and tells how many films are brought in at once."""

    at_once = 0
    most = 0

    async def stage(self, root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        await anyio.sleep(0.05)
        self.at_once -= 1
        return await super().stage(root, item, transfer)


def successor(home: House, tasks: TaskGroup) -> Container:
    """Everything anew, but for what the process has in hand."""
    before = home.container
    return Container(
        config=before.config(),
        profiles=before.profiles(),
        clock=home.clock,
        store=home.store,
        indexer=home.indexers,
        client=home.client,
        metadata=before.metadata(),
        files=home.files,
        probe=home.probe,
        background=tasks,
        settle=0.0,
        under_way=before.under_way(),
    )


async def test_a_command_that_runs_is_known_to_the_next_and_not_started_twice() -> None:
    async with house() as home, anyio.create_task_group() as tasks:
        home.indexers.silent = {1, 2}
        home.container.commands().start("RefreshMonitoredDownloads")
        await anyio.wait_all_tasks_blocked()
        begun = home.container.commands().start("RssSync")
        after = successor(home, tasks).commands()
        assert after.start("RssSync").id == begun.id
        assert after.start("RefreshMonitoredDownloads").id == begun.id + 1
        tasks.cancel_scope.cancel()


async def test_a_command_that_was_cut_off_says_so_and_can_be_started_again() -> None:
    async with house() as home:
        async with anyio.create_task_group() as tasks:
            commands = successor(home, tasks).commands()
            home.indexers.silent = {1, 2}
            begun = commands.start("RssSync")
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()
        ended = home.container.commands().get(begun.id)
        assert ended is not None
        assert (ended.state, ended.ended_at) == (CommandState.FAILED, home.clock.now())
        assert "cut off" in ended.message
        assert home.container.commands().start("RssSync").id == begun.id + 1


async def test_a_pause_holds_for_what_the_configuration_before_still_does() -> None:
    async with house() as home, anyio.create_task_group() as tasks:
        await successor(home, tasks).pause().pause()
        assert home.container.pause().holds()
        await successor(home, tasks).pause().resume()
        assert not home.container.pause().holds()


async def test_no_film_is_imported_twice_at_once() -> None:
    async with house() as home, anyio.create_task_group() as tasks:
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(GOOD)
        slow = SlowFiles(home.files.tree)
        home.container.files.override(slow)
        after = successor(home, tasks)
        after.files.override(slow)
        async with anyio.create_task_group() as both:
            both.start_soon(home.track)
            while not slow.at_once:
                await anyio.lowlevel.checkpoint()
            both.start_soon(after.track().execute)
        assert slow.most == 1
        assert (await home.events()).count(f"IMPORTED {GOOD}") == 1
        assert await home.states() == {GOOD: "imported"}


async def test_what_is_being_sent_is_left_to_who_sends_it() -> None:
    async with house() as home, anyio.create_task_group() as tasks:
        assert successor(home, tasks).send() is not home.container.send()
        home.container.under_way().sending.add(1)
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        await successor(home, tasks).track().execute()
        assert await home.states() == {GOOD: "intended"}
        assert await home.client.torrents() == ()
