"""Databases that are locked or away while the daemon runs: it says so, waits, and goes on by itself."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.contract.postgres import postgres_server
from tests.e2e.stormy import Stormy, stormy, words
from tests.e2e.troubles.machine import AWAY, LOCKED
from tests.e2e.world import beside

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

FIRST, SECOND = "Amber.2010.1080p.BluRay.x264-GRP", "Birch.2010.1080p.BluRay.x264-GRP"


async def refused(story: Stormy) -> str:
    """What a person who changes a film is told meanwhile."""
    film = await story.get("/api/v3/movie/1")
    code, told = await beside(lambda: story.daemon.refuses("PUT", "/api/v3/movie/1", film | {"monitored": False}))
    assert code == 503
    return f"{told['message']}: {told['description']}"


async def test_a_file_that_another_program_keeps_locked_is_told_and_waited_for(tmp_path: Path) -> None:
    async with stormy(tmp_path, seconds=4) as story:
        await story.start()
        await story.want("Amber", 1)
        await story.want("Birch", 2)
        story.offer(FIRST)
        await story.until(lambda: story.events("grabbed"), "the grab")
        with closing(sqlite3.connect(tmp_path / "state" / "radarr-daemon.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            story.offer(SECOND)
            await story.until_told(LOCKED.message)
            assert words(LOCKED.message).search(await refused(story))

            async def failing() -> str:
                return str((await story.health())["loops"]["feed"]["last_error"] or "")

            assert words(LOCKED.message).search(await story.until(failing, "the feed's trouble"))
            assert await story.metric("radarr_loop_consecutive_failures", loop="feed") >= 1
            other.execute("ROLLBACK")
        for title, release in (("Amber", FIRST), ("Birch", SECOND)):
            await story.until_there(title)
            await story.arrived_once(release)
        assert (await story.health())["loops"]["feed"]["failures"] == 0


async def test_a_server_that_is_restarted_is_told_and_waited_for(tmp_path: Path) -> None:
    with postgres_server() as server:
        async with stormy(tmp_path, database=server.create("films"), seconds=4) as story:
            await story.start()
            await story.want("Amber", 1)
            await story.want("Birch", 2)
            story.offer(FIRST)
            await story.until(lambda: story.events("grabbed"), "the grab")
            await beside(server.stop)
            story.offer(SECOND)
            await story.until_told(AWAY.message)

            async def down() -> bool:
                return bool((await story.health())["database"]["status"] == "down")

            await story.until(down, "the database down")
            code, brief = await beside(lambda: story.daemon.refuses("GET", "/api/health"))
            assert (code, brief["status"]) == (503, "down")
            code, told = await beside(lambda: story.daemon.refuses("GET", "/api/v3/movie"))
            assert code == 503
            assert words(AWAY.message).search(f"{told['message']}: {told['description']}")
            assert await story.metric("radarr_database_up") == 0
            await beside(server.start)
            for title, release in (("Amber", FIRST), ("Birch", SECOND)):
                await story.until_there(title)
                await story.arrived_once(release)
            assert (await story.health())["database"]["status"] == "healthy"
            assert await story.metric("radarr_database_up") == 1
            assert "taken over" not in story.daemon.log.read_text()
