"""Disks that fill up, turn read-only or are away while the daemon runs: it says so, waits, and goes on by itself."""

import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.e2e.stormy import Stormy, stormy, words
from tests.e2e.test_disks import mounted, needs_root
from tests.e2e.troubles.machine import FULL, MISSING, READ_ONLY, STATE_FULL
from tests.e2e.troubles.trouble import Trouble
from tests.e2e.world import MIB

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(150), needs_root]

TITLE, RELEASE = "Amber", "Amber.2010.1080p.BluRay.x264-GRP"


@asynccontextmanager
async def wanted(tmp_path: Path, options: str) -> AsyncIterator[Stormy]:
    """A film is wanted, and the library is a disk of its own."""
    async with stormy(tmp_path, seconds=3) as story:
        with mounted(story.library, options):
            await story.start()
            await story.want(TITLE, 1)
            yield story
            story.daemon.kill()  # before its disk goes


async def is_shown(story: Stormy, trouble: Trouble) -> None:
    """In the queue, where the download waits, and on the health page."""

    async def waits() -> bool:
        records = (await story.get("/api/v3/queue"))["records"]
        return any(words(trouble.message).search(record.get("errorMessage", "")) for record in records)

    await story.until(waits, f"waiting because of {trouble.message}")

    async def on_the_page() -> bool:
        return any(m["source"] == trouble.status for m in (await story.health())["messages"])

    await story.until(on_the_page, f"a message of {trouble.status}")
    assert (await story.get("/api/health"))["status"] == "degraded"
    assert story.videos() == []
    assert story.temporaries() == []


async def usable(story: Stormy) -> float:
    return await story.metric("radarr_disk_usable", path=str(story.library), kind="root")


async def is_well_again(story: Stormy, trouble: Trouble) -> None:
    await story.until_there(TITLE, within=90)
    await story.arrived_once(RELEASE)

    async def gone() -> bool:
        return all(m["source"] != trouble.status for m in (await story.health())["messages"])

    await story.until(gone, f"no more of {trouble.status}")
    assert await usable(story) == 1


async def test_a_full_disk_is_told_and_waited_for(tmp_path: Path) -> None:
    async with wanted(tmp_path, "size=6m") as story:
        story.offer(RELEASE)
        await story.until(lambda: story.events("grabbed"), "the grab")  # with a full disk it would not be grabbed
        filler = story.library / "filler"
        filler.write_bytes(b"\0" * (5 * MIB + MIB // 2))
        await is_shown(story, FULL)
        assert await story.metric("radarr_disk_free_bytes", path=str(story.library), kind="root") < MIB
        filler.unlink()
        await is_well_again(story, FULL)


async def test_a_read_only_library_is_told_and_waited_for(tmp_path: Path) -> None:
    async with wanted(tmp_path, "size=64m") as story:
        subprocess.run(["mount", "-o", "remount,ro", story.library], check=True)
        story.offer(RELEASE)
        await is_shown(story, READ_ONLY)
        subprocess.run(["mount", "-o", "remount,rw", story.library], check=True)
        await is_well_again(story, READ_ONLY)


async def test_a_root_whose_disk_is_not_mounted_is_told_and_waited_for(tmp_path: Path) -> None:
    async with wanted(tmp_path, "size=64m") as story:
        empty = tmp_path / "empty"
        empty.mkdir()
        subprocess.run(["mount", "--bind", empty, story.library], check=True)  # the bare mount point shows
        story.offer(RELEASE)
        await is_shown(story, MISSING)
        assert await usable(story) == 0
        assert list(empty.iterdir()) == []
        subprocess.run(["umount", "-l", story.library], check=True)
        await is_well_again(story, MISSING)


async def test_a_full_state_folder_is_told_and_waited_for(tmp_path: Path) -> None:
    async with stormy(tmp_path) as story:
        story.daemon.state.mkdir()
        with mounted(story.daemon.state, "size=8m"):
            await story.start()
            await story.want(TITLE, 1)
            filler = story.daemon.state / "filler"
            filler.write_bytes(b"\0" * 4096)
            with filler.open("ab", buffering=0) as more, suppress(OSError):
                while True:
                    more.write(b"\0" * 4096)
            story.offer(RELEASE)
            await story.until_told(STATE_FULL.message)

            async def on_the_page() -> bool:
                return any(m["source"] == STATE_FULL.status for m in (await story.health())["messages"])

            await story.until(on_the_page, "a message of the full disk")
            filler.unlink()
            await story.until_there(TITLE)
            await story.arrived_once(RELEASE)
            story.daemon.kill()
