"""Following what happens, over a restart of the daemon."""

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.process import Daemon, eventually
from tests.e2e.world import beside, world

pytestmark = pytest.mark.anyio


class Follower:
    """`radarr events --follow --json` as a process of its own."""

    def __init__(self, daemon: Daemon, folder: Path, *more: str) -> None:
        self._out, self._err = folder / "events.out", folder / "events.err"
        with self._out.open("wb") as out, self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "radarr", "events", "--follow", *more],
                env=daemon.environment(),
                stdout=out,
                stderr=err,
            )

    def told(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self._out.read_text().splitlines()]

    def until(self, event: str) -> None:
        eventually(lambda: event in [e["event"] for e in self.told()], what=f"the news of {event}")

    def said(self) -> str:
        return self._err.read_text()

    def interrupt(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)


async def test_one_follows_a_film_over_a_restart_and_misses_nothing(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        await story.want_sintel()
        follower = Follower(story.daemon, tmp_path, "--json")
        try:
            await beside(lambda: follower.until("added"))
            assert await beside(story.daemon.stop) == 0
            await beside(lambda: eventually(lambda: "waiting for it" in follower.said()))
            story.offer("Sintel.2010.1080p.WEB-DL.H264-ONE")
            await story.start()
            await story.radarr("search", "Sintel", "--grab")
            await story.until_imported("WEBDL-1080p")
            await beside(lambda: follower.until("imported"))
            assert "the daemon is back" in follower.said()
            assert [e["event"] for e in follower.told()] == ["added", "grabbed", "imported"]
            assert await beside(follower.interrupt) == 130
        finally:
            follower.process.kill()


async def test_people_read_a_line_for_each_event(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        assert await story.radarr("events") == ""
        await story.want_sintel()
        (line,) = (await story.radarr("events")).splitlines()
        assert line.endswith("Sintel (2010)  added")
        (event,) = await story.radarr_json("events")
        assert (event["event"], event["movie"]) == ("added", "Sintel (2010)")


async def test_without_a_daemon_there_is_nothing_to_follow(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        assert "radarr run" in await story.radarr("events", "--follow", code=3)
