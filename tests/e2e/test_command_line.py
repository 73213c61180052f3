"""Status and pause, from the command line to the daemon and back."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.process import Daemon, eventually
from tests.e2e.world import beside, world

pytestmark = pytest.mark.anyio

NAME = "Sintel.2010.1080p.WEB-DL.H264-ONE"


async def test_while_it_is_paused_nothing_is_searched_or_grabbed_over_a_restart(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        await story.want_sintel()
        assert "paused until 2" in await story.radarr("pause", "--until", "2h")
        paused = await story.radarr_json("pause")
        assert (paused["paused"], paused["until"]) == (True, None)
        assert "has passed" in await story.radarr("pause", "--until", "2020-01-01", code=1)
        story.offer(NAME)
        assert await beside(story.daemon.stop) == 0
        await story.start()
        assert "resume" in await story.radarr("search", "Sintel", "--grab", code=1)
        assert not [asked for asked in story.prowlarr.asked if asked.what == "search"]
        assert "paused until `radarr resume`" in await story.radarr("status")
        await story.radarr("resume")
        assert "paused until" not in await story.radarr("status")
        await story.command("MissingMoviesSearch")
        await story.until_imported("WEBDL-1080p")


async def test_status_tells_of_services_loops_and_disks(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()

        async def looked() -> Any:
            found = await story.radarr_json("status")
            return found if found["health"]["checked_at"] else None

        found = await story.until(looked, "the first look")
        assert found["ready"] is True
        assert (found["movies"], found["pause"]["paused"]) == (0, False)
        assert {"prowlarr", "qbittorrent"} <= found["health"]["services"].keys()
        assert "downloads" in found["health"]["loops"]
        told = await story.radarr("status")
        for word in ("radarr-daemon", "prowlarr", "downloads", str(story.library)):
            assert word in told


async def test_status_may_be_watched_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        seen = tmp_path / "watched"
        assert await beside(lambda: watched(story.daemon, seen)) == 130
        assert seen.read_text().count("--- 2") >= 2


def watched(daemon: Daemon, seen: Path) -> int:
    """Until it was shown twice; the exit code after Ctrl-C."""
    with seen.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "radarr", "status", "--watch"], env=daemon.environment(), stdout=out
        )
    try:
        eventually(lambda: seen.read_text().count("--- 2") >= 2, what="a second look")
        process.send_signal(signal.SIGINT)
        return process.wait(timeout=10)
    finally:
        process.kill()


async def test_on_a_terminal_the_status_is_drawn_anew_in_its_place(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        code, drawn = await beside(lambda: drawn_on_a_terminal(story.daemon))
        assert code == 130
        assert b"radarr-daemon" in drawn
        assert b"\x1b[?1049h" in drawn  # a screen of its own ...
        assert b"\x1b[?1049l" in drawn  # ... that is left at the end


def drawn_on_a_terminal(daemon: Daemon) -> tuple[int, bytes]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "radarr", "status", "--watch"],
        env={**daemon.environment(), "TERM": "xterm", "COLUMNS": "160", "LINES": "60"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    drawn = b""
    try:
        while b"radarr-daemon" not in drawn:
            drawn += os.read(ours, 65536)
        process.send_signal(signal.SIGINT)
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # the other side is closed
                break
            drawn += part
        return process.wait(timeout=10), drawn
    finally:
        process.kill()
        process.wait()
        os.close(ours)


async def test_without_a_daemon_there_is_no_status(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        assert "radarr run" in await story.radarr("status", code=3)
