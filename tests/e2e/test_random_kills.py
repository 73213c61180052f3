"""Kills at random moments, of the daemon and of a real client in turn; then peace, and everything is in its place."""

import os
import random
from contextlib import AsyncExitStack
from pathlib import Path

import anyio
import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from tests.e2e.process import Daemon
from tests.e2e.test_real_film import film_of
from tests.e2e.world import PROWLARR_KEY, World, beside, settings
from tests.swarm.qbittorrent import free_ports, needs_qbittorrent, real_qbittorrent
from tests.swarm.swarm import seeder

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(300), needs_qbittorrent]

LESSER, BETTER = "Sintel.2010.1080p.HDTV.x264-ONE", "Sintel.2010.1080p.BluRay.x264-TWO"
KILLS = int(os.environ.get("RADARR_KILLS", "10"))


async def test_after_random_kills_there_is_one_torrent_and_one_file(tmp_path: Path, database: str) -> None:
    dice = random.Random()  # noqa: S311  # moments of time, no secrets
    library = tmp_path / "library"
    library.mkdir()
    ports = free_ports()
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha",)) as prowlarr,
        seeder(tmp_path / "swarm") as swarm,
    ):
        async with real_qbittorrent(tmp_path / "client", ports=ports) as first:
            url, username, password, save_path = first.url, first.username, first.password, first.save_path
        stored = f'[database]\nurl = "{database}"' if database else ""
        story = World(
            Daemon(tmp_path, settings(prowlarr.url, url, username, password, library, stored)),
            prowlarr,
            library,
            save_path,
        )
        for name in (LESSER, BETTER):
            torrent, _ = await swarm.seed(name, film_of(name))
            story.publish(name, size=sum(map(len, film_of(name).values())), torrent=torrent)
            if name == LESSER:
                withdrawn = story.prowlarr.offers.copy()
        better = {guid: offer for guid, offer in story.prowlarr.offers.items() if guid not in withdrawn}
        for guid in better:
            del story.prowlarr.offers[guid]
        try:
            await kill_at_random(story, dice, tmp_path, ports, better)
        finally:
            story.daemon.kill()


async def kill_at_random(
    story: World, dice: random.Random, tmp_path: Path, ports: tuple[int, int], better: dict[str, object]
) -> None:
    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(real_qbittorrent(tmp_path / "client", ports=ports))
        await story.start()
        await story.want_sintel("--search")
        for kill in range(KILLS):
            await anyio.sleep(dice.uniform(0.05, 1.5))
            if kill == KILLS // 2:
                story.prowlarr.offers.update(better)  # type: ignore[arg-type]
            if kill % 2:
                client.process.kill()
                await client.process.wait()
                client = await stack.enter_async_context(real_qbittorrent(tmp_path / "client", ports=ports))
            else:
                await beside(story.daemon.kill)
                await story.start()
            if kill >= KILLS // 2:
                await story.command("RssSync")
        await story.until_imported("Bluray-1080p", within=120)
        assert len(story.videos()) == 1
        assert story.temporaries() == []
        recycled = list((story.library / ".radarr-recycle").rglob("*.mkv"))
        assert len(recycled) <= 1
        for name in (LESSER, BETTER):
            assert (await story.events("grabbed")).count(name) <= 1
            assert (await story.events("downloadFolderImported")).count(name) == (await story.events("grabbed")).count(
                name
            )
        assert await story.events("downloadFailed") == []
        unmatched = await story.get("/api/daemon/v1/unmatched")
        assert unmatched == {"problem": "", "torrents": []}
