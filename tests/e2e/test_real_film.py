"""A film from wanted to library with a real qBittorrent and a real swarm."""

from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from tests.e2e.process import Daemon
from tests.e2e.world import PROWLARR_KEY, World, settings, world
from tests.swarm.qbittorrent import needs_qbittorrent, real_qbittorrent
from tests.swarm.swarm import seeder

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(240), needs_qbittorrent]

GOOD, BETTER = "Sintel.2010.1080p.WEB-DL.H264-ONE", "Sintel.2010.1080p.BluRay.x264-TWO"
SRT = b"1\n00:00:01,000 --> 00:00:02,000\n(music)\n"


def film_of(name: str) -> dict[str, bytes]:
    return {f"{name}.mkv": name.encode() * 100_000, f"{name}.en.srt": SRT}


async def reasons(story: World) -> dict[str, tuple[str, list[str]]]:
    """Of every candidate: what became of it, and why."""
    found = await story.radarr_json("why", "Sintel")
    return {c["title"]: (c["outcome"], [r["reason"] for r in c["rejections"]]) for c in found["candidates"]}


def link_of(kind: str, torrent: bytes, magnet: str) -> dict[str, Any]:
    match kind:
        case "torrent":
            return {"torrent": torrent}
        case "magnet":
            return {"magnet": magnet, "guid": magnet}  # some sites give it away as their own id
        case _:
            return {"magnet": magnet}  # the link answers 301 with it


@pytest.mark.parametrize("kind", ["torrent", "magnet", "redirect"])
async def test_a_film_arrives_and_is_upgraded(tmp_path: Path, database: str, kind: str) -> None:
    library = tmp_path / "library"
    library.mkdir()
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha", "Beta")) as prowlarr,
        real_qbittorrent(tmp_path / "client") as client,
        seeder(tmp_path / "swarm") as swarm,
    ):
        stored = f'[database]\nurl = "{database}"' if database else ""
        text = settings(prowlarr.url, client.url, client.username, client.password, library, stored)
        story = World(Daemon(tmp_path, text), prowlarr, library, client.save_path)
        try:
            torrent, magnet = await swarm.seed(GOOD, film_of(GOOD))
            size = sum(map(len, film_of(GOOD).values()))
            story.publish(GOOD, size=size, **link_of(kind, torrent, magnet))
            story.publish("Sintel.2010.CAM.XviD-SEAT", size=size, seeders=900, torrent=torrent, indexer=1)
            await story.start()
            await story.want_sintel("--search")
            path = await story.until_imported("WEBDL-1080p", within=90)

            source = client.save_path / GOOD / f"{GOOD}.mkv"
            assert path.stat().st_ino == source.stat().st_ino
            assert path.read_bytes() == film_of(GOOD)[f"{GOOD}.mkv"]
            assert [p.name for p in path.parent.glob("*.en.srt")] == [f"{path.stem}.en.srt"]
            assert await story.events("grabbed") == await story.events("downloadFolderImported") == [GOOD]
            assert await reasons(story) == {
                GOOD: ("grabbed", []),
                "Sintel.2010.CAM.XviD-SEAT": ("rejected", ["QualityNotWanted"]),
            }

            torrent, magnet = await swarm.seed(BETTER, film_of(BETTER))
            size = sum(map(len, film_of(BETTER).values()))
            story.publish(BETTER, size=size, **link_of(kind, torrent, magnet))
            await story.command("RssSync")
            better = await story.until_imported("Bluray-1080p", within=90)
            assert better.stat().st_ino == (client.save_path / BETTER / f"{BETTER}.mkv").stat().st_ino
            assert story.videos() == [str(better.relative_to(library))]
            (recycled,) = (library / ".radarr-recycle").rglob("*.mkv")
            assert recycled.stat().st_ino == source.stat().st_ino
            assert story.temporaries() == []
            # both go on seeding: nothing was taken from the client
            assert (await story.get("/api/daemon/v1/unmatched")) == {"problem": "", "torrents": []}
            assert source.exists()
        finally:
            story.daemon.kill()


async def test_what_else_lies_in_the_category_is_shown_and_left_alone(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        name = "Holiday.2019"
        assert story.client is not None
        await story.start()
        assert story.client.torrents == {}
        await add_by_hand(story, name)

        async def shown() -> list[dict[str, Any]]:
            return list((await story.get("/api/daemon/v1/unmatched"))["torrents"])

        torrents = await story.until(shown, "the stranger's torrent")
        assert [t["name"] for t in torrents] == [name]
        await story.command("RefreshMonitoredDownloads")
        assert len(story.client.torrents) == 1


async def add_by_hand(story: World, name: str) -> None:
    """As a person does in the client's own page."""
    import httpx

    from radarr.domain.torrent.build import build_torrent

    assert story.client is not None
    async with httpx.AsyncClient(base_url=story.client.url, trust_env=False) as http:
        login = {"username": story.client.username, "password": story.client.password}
        await http.post("/api/v2/auth/login", data=login)
        torrent = build_torrent(name, {f"{name}.mkv": 1000})
        answer = await http.post(
            "/api/v2/torrents/add",
            data={"category": "radarr-daemon"},
            files={"torrents": ("holiday.torrent", torrent, "application/x-bittorrent")},
        )
        assert answer.is_success
