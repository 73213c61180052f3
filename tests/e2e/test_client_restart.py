"""A real qBittorrent that is restarted, then stays away, then comes back, while it downloads a film for us."""

import os
from contextlib import AsyncExitStack
from pathlib import Path

import anyio
import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from tests.e2e.hurried import settings
from tests.e2e.process import Daemon
from tests.e2e.stormy import Stormy
from tests.e2e.world import PROWLARR_KEY, beside
from tests.swarm.qbittorrent import RealQBittorrent, free_ports, needs_qbittorrent, real_qbittorrent
from tests.swarm.swarm import seeder

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(240), needs_qbittorrent]

FILM = "Sintel.2010.1080p.BluRay.x264-GRP"
CONTENT = {f"{FILM}.mkv": FILM.encode() * 400_000, f"{FILM}.en.srt": b"1\n00:00:01,000 --> 00:00:02,000\n(music)\n"}
SLOW = 300_000  # bytes a second: the film takes longer than all that happens meanwhile
AWAY_FOR = float(os.environ.get("RADARR_AWAY_SECONDS", "8"))
"""With these settings a circuit opens after three failed looks, a second apart, and is probed every two: enough for
several rounds of it. A minute shows nothing more; who wants to see it sets the variable."""
POLLS = 3


class Client:
    """One client on its ports, which comes and goes."""

    def __init__(self, stack: AsyncExitStack, folder: Path) -> None:
        self._stack = stack
        self._folder = folder
        self._ports = free_ports()
        self.running: RealQBittorrent

    async def start(self) -> RealQBittorrent:
        self.running = await self._stack.enter_async_context(real_qbittorrent(self._folder, ports=self._ports))
        return self.running

    async def stop(self) -> None:
        self.running.process.terminate()
        await self.running.process.wait()


async def polled(story: Stormy, times: int = POLLS) -> None:
    """Until the downloads were looked at so many times more."""

    async def runs() -> int:
        return int((await story.health())["loops"]["downloads"]["runs"])

    before = await runs()

    async def enough() -> bool:
        return await runs() >= before + times

    await story.until(enough, f"{times} more looks at the downloads")


async def test_it_forgets_nothing_and_grabs_nothing_twice(tmp_path: Path) -> None:
    library = tmp_path / "library"
    library.mkdir()
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha",)) as prowlarr,
        seeder(tmp_path / "swarm") as swarm,
        AsyncExitStack() as stack,
    ):
        client = Client(stack, tmp_path / "client")
        real = await client.start()
        text = settings(prowlarr.url, real.url, real.username, real.password, library)
        story = Stormy(Daemon(tmp_path, text), prowlarr, library, real.save_path)
        stack.callback(story.daemon.kill)
        torrent, _ = await swarm.seed(FILM, CONTENT)
        swarm.limit(SLOW)
        story.publish(FILM, size=sum(map(len, CONTENT.values())), torrent=torrent)
        await story.start()
        await story.want("Sintel", 45745)
        await downloading(story)

        await client.stop()
        await client.start()  # it knows our session no more
        await story.until_state("qBittorrent", "healthy")
        await polled(story)
        opened = await story.metric("radarr_service_circuit_opened_total", service="qBittorrent")

        await client.stop()
        await away(story)
        await client.start()
        await back(story, opened)

        swarm.limit(0)
        await story.until_there("Sintel", within=120)
        await nothing_is_doubled(story)


async def downloading(story: Stormy) -> None:
    async def look() -> bool:
        records = (await story.get("/api/v3/queue"))["records"]
        return any(record["status"] == "downloading" and record["sizeleft"] < record["size"] for record in records)

    await story.until(look, "the download")


async def away(story: Stormy) -> None:
    """What is seen while it is away."""
    await story.until_state("qBittorrent", "circuit_open")
    shown = await story.service("qBittorrent")
    assert shown["consecutive_failures"] >= 1  # those of the restart before count too, as far as the circuit goes
    assert shown["opens_until"]
    assert "cannot be reached" in shown["last_error"]
    assert await story.metric("radarr_service_status", service="qBittorrent", state="circuit_open") == 1
    assert (await story.get("/api/health"))["status"] == "degraded"
    await anyio.sleep(AWAY_FOR)
    await polled(story)
    assert (await story.get("/api/v3/queue"))["totalRecords"] == 1
    assert "qBittorrent" in (await beside(lambda: story.daemon.radarr_json("queue")))["problem"]


async def back(story: Stormy, opened: float) -> None:
    """What is seen when it is back."""
    await story.until_state("qBittorrent", "healthy")
    assert (await story.service("qBittorrent"))["circuit"] == "closed"
    assert await story.metric("radarr_service_circuit_opened_total", service="qBittorrent") > opened
    assert await story.metric("radarr_service_circuit", service="qBittorrent", state="closed") == 1
    await polled(story)


async def nothing_is_doubled(story: Stormy) -> None:
    assert await story.events("grabbed") == await story.events("downloadFolderImported") == [FILM]
    assert await story.events("downloadFailed") == []
    assert len(story.videos()) == 1
    assert story.temporaries() == []
    (video,) = story.library.rglob("*.mkv")
    assert video.read_bytes() == CONTENT[f"{FILM}.mkv"]
    assert video.stat().st_ino == (story.downloads / FILM / f"{FILM}.mkv").stat().st_ino
    assert await story.get("/api/daemon/v1/unmatched") == {"problem": "", "torrents": []}
    assert len(story.prowlarr.requests(1, "download")) == 1
