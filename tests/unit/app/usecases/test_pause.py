"""A pause: no searches, no grabs; imports go on."""

from datetime import timedelta

import anyio
import pytest

from radarr.app.usecases.bells import FEED, OUTBOX, SEARCH_MISSING
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.errors import Refused, Unavailable
from tests.unit.app.usecases.house import GOOD, house

pytestmark = pytest.mark.anyio


async def test_while_it_holds_no_indexer_is_asked_and_the_order_waits() -> None:
    async with house() as home:
        home.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        pause = home.container.pause()
        await pause.pause()
        await home.want_sintel(search=True)
        await home.search()
        assert home.indexers.asked == []
        await pause.resume()
        await home.search()
        assert "GRABBED Sintel.2010.1080p.BluRay.x264-GRP" in await home.events()


async def test_a_person_who_searches_is_told_of_the_pause_and_how_it_ends() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        await home.container.pause().pause(home.clock.now() + timedelta(hours=2))
        with pytest.raises(Unavailable, match=r"paused until 2\d{3}-.* UTC: `radarr resume`"):
            await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)


async def test_a_film_that_is_downloading_is_imported_during_a_pause() -> None:
    async with house() as home:
        home.offer("Sintel.2010.1080p.BluRay.x264-GRP")
        await home.want_sintel(search=True)
        await home.search()
        await home.container.pause().pause()
        await home.downloaded("Sintel.2010.1080p.BluRay.x264-GRP")
        await home.track()
        assert any(path.endswith(".mkv") for path in home.library())


async def test_it_ends_by_itself_when_its_time_has_come() -> None:
    async with house() as home:
        pause = home.container.pause()
        await pause.pause(home.clock.now() + timedelta(hours=2))
        home.clock.go_on(hours=2)
        assert not pause.holds()
        assert await pause.current() is None


async def test_what_is_kept_last_holds_though_it_was_being_read_anew() -> None:
    async with house() as home:
        pause = home.container.pause()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(pause.load)
            await pause.pause()
        assert pause.holds()


async def test_it_outlives_a_restart() -> None:
    async with house() as home:
        made = await home.container.pause().pause()
        restarted = PauseWork(home.store, home.clock, home.container.bells(), UnderWay(), ())
        await restarted.load()
        assert await restarted.current() == made


async def test_a_moment_that_has_passed_is_refused() -> None:
    async with house() as home:
        with pytest.raises(Refused, match="has passed: name a moment to come"):
            await home.container.pause().pause(home.clock.now() - timedelta(minutes=1))


async def test_the_feed_rests_and_has_not_failed() -> None:
    async with house() as home:
        await home.container.pause().pause()
        supervisor = home.container.supervisor()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(supervisor.run)
            await anyio.wait_all_tasks_blocked()
            await supervisor.stop(grace=1)
        assert home.indexers.asked == []
        feed = next(loop for loop in supervisor.status() if loop.name == FEED)
        assert (feed.runs, feed.failures) == (1, 0)


async def test_what_rested_is_done_when_the_pause_ends_by_itself() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel()
        await home.container.pause().pause(home.clock.now() + timedelta(hours=2))
        supervisor = home.container.supervisor()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(supervisor.run)
            await anyio.wait_all_tasks_blocked()
            home.clock.go_on(hours=2)
            home.container.bells().ring(OUTBOX)  # it runs every minute
            await anyio.wait_all_tasks_blocked()
            await supervisor.stop(grace=1)
        assert await home.events() == ["MOVIE_ADDED Sintel (2010)", f"GRABBED {GOOD}"]
        assert {loop.name: loop.runs for loop in supervisor.status() if loop.name in {FEED, OUTBOX}} == {
            FEED: 2,
            OUTBOX: 3,
        }


async def test_its_end_wakes_no_loop_that_is_switched_off() -> None:
    async with house(RADARR__SCHEDULE__FEED="0", RADARR__SCHEDULE__SEARCH_MISSING="0") as home:
        supervisor = home.container.supervisor()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(supervisor.run)
            await anyio.wait_all_tasks_blocked()
            await home.container.pause().pause()
            await home.container.pause().resume()
            await anyio.wait_all_tasks_blocked()
            await supervisor.stop(grace=1)
        assert home.indexers.asked == []
        assert {loop.runs for loop in supervisor.status() if loop.name in {FEED, SEARCH_MISSING}} == {0}
