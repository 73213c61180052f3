"""A clock that is set while the daemon runs, both ways: nothing is given up, nothing waits for ever.

The library libfaketime stands between the daemon and the system's clock; a file says by how much it is set.
"""

import os
from pathlib import Path

import pytest

from tests.e2e.faults import Fault
from tests.e2e.stormy import Stormy, stormy
from tests.e2e.troubles.machine import BACK, FORWARD
from tests.e2e.troubles.trouble import Trouble

_LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.timeout(400),
    pytest.mark.skipif(
        _LIBRARY is None and "RADARR_REQUIRE_REAL" not in os.environ, reason="libfaketime is not installed"
    ),
]

AMBER, BIRCH = "Amber.2010.1080p.BluRay.x264-GRP", "Birch.2010.1080p.BluRay.x264-GRP"


class Clock:
    """The daemon's clock."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock"
        self.set("+0")

    def set(self, offset: str) -> None:
        """As seconds beside the true time; replaced as a whole, since it is read at any moment."""
        fresh = self._file.with_suffix(".new")
        fresh.write_text(f"{offset}\n")
        fresh.rename(self._file)

    def environment(self) -> dict[str, str]:
        """What puts a daemon under it. Time as it passes is nobody's to set."""
        return {
            "LD_PRELOAD": str(_LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        }


async def healthy(story: Stormy) -> None:
    for service in ("Prowlarr", "qBittorrent"):
        await story.until_state(service, "healthy")


@pytest.mark.parametrize(
    ("trouble", "offset"), [pytest.param(FORWARD, "+172800", id="forward"), pytest.param(BACK, "-172800", id="back")]
)
async def test_a_jump_of_the_clock_costs_no_film(tmp_path: Path, trouble: Trouble, offset: str) -> None:
    clock = Clock(tmp_path)
    async with stormy(tmp_path, seconds=6) as story:
        await story.start(clock.environment())
        await story.want("Amber", 1)
        await story.want("Birch", 2)
        story.offer(AMBER)
        await story.until(lambda: story.events("grabbed"), "the grab")
        await story.client_line.become(Fault.REFUSE)
        story.offer(BIRCH)
        await story.until_told(f"{BIRCH} waits: …")  # its next try is at a time of the old clock
        clock.set(offset)
        await story.client_line.become(Fault.NONE)
        await story.until_told(trouble.message)
        for title, release in (("Amber", AMBER), ("Birch", BIRCH)):
            await story.until_there(title, within=180)  # its tries are a minute apart by then, on a busy machine
            await story.arrived_once(release)
        await healthy(story)
        assert (await story.health())["uptime_seconds"] < 390
        assert "failed; it is tried again" not in story.daemon.log.read_text()
