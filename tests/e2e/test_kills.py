"""`kill -9` between any two steps of a grab and an import: nothing is lost, doubled or half done."""

import signal
from pathlib import Path

import pytest

from radarr.ports.checkpoint import POINTS
from tests.e2e.world import World, beside, world

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

LESSER, BETTER = "Sintel.2010.1080p.HDTV.x264-ONE", "Sintel.2010.1080p.BluRay.x264-TWO"
RECYCLING = {"import.recycling"}


async def died(story: World) -> None:
    code = await beside(story.daemon.died)
    assert code == -signal.SIGKILL, story.daemon.log.read_text()[-3000:]


async def nothing_is_doubled(story: World, name: str, old: list[str]) -> None:
    """One torrent, one file, one event of each kind; no temporary is left."""
    assert story.client is not None
    names = [torrent.name for torrent in story.client.torrents.values()]
    assert names.count(name) == 1
    assert len(story.videos()) == 1
    assert story.temporaries() == []
    assert (await story.events("grabbed")).count(name) == 1
    assert (await story.events("downloadFolderImported")) == [*old, name]
    assert await story.events("downloadFailed") == []


@pytest.mark.parametrize("point", [point for point in POINTS if point not in RECYCLING])
async def test_a_film_arrives_once_though_the_daemon_is_killed(tmp_path: Path, database: str, point: str) -> None:
    async with world(tmp_path, database=database) as story:
        story.offer(LESSER)
        await story.start({"RADARR_FAULT_POINT": point})
        await story.want_sintel("--search")
        await died(story)
        await story.start()
        await story.until_imported("HDTV-1080p")
        await nothing_is_doubled(story, LESSER, [])


@pytest.mark.parametrize(
    "point", ["import.staged", "import.recycling", "import.recycled", "import.publishing", "import.published"]
)
async def test_a_film_is_upgraded_once_though_the_daemon_is_killed(tmp_path: Path, database: str, point: str) -> None:
    async with world(tmp_path, database=database) as story:
        story.offer(LESSER)
        await story.start()
        await story.want_sintel("--search")
        await story.until_imported("HDTV-1080p")
        await beside(story.daemon.stop)
        story.offer(BETTER)
        await story.start({"RADARR_FAULT_POINT": point})
        await story.command("RssSync")
        await died(story)
        await story.start()
        await story.until_imported("Bluray-1080p")
        await nothing_is_doubled(story, BETTER, [LESSER])
        recycled = list((story.library / ".radarr-recycle").rglob("*.mkv"))
        assert len(recycled) == 1
        assert "HDTV-1080p" in recycled[0].name
