"""Two versions of one film, with a real qBittorrent and a real swarm."""

from pathlib import Path

import pytest

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from tests.e2e.process import Daemon
from tests.e2e.world import PROWLARR_KEY, World, settings
from tests.swarm.qbittorrent import needs_qbittorrent, real_qbittorrent
from tests.swarm.swarm import seeder

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(240), needs_qbittorrent]

HD, UHD = "Sintel.2010.1080p.BluRay.x264-ONE", "Sintel.2010.2160p.UHD.BluRay.x265-TWO"
FILMS = {name: {f"{name}.mkv": name.encode() * 100_000} for name in (HD, UHD)}


async def test_one_search_fills_two_slots_each_in_its_own_root(tmp_path: Path) -> None:
    library, uhd = tmp_path / "library", tmp_path / "library-uhd"
    library.mkdir()
    uhd.mkdir()
    slot = f'[[slot]]\nname = "uhd"\nprofile = "Ultra-HD"\nroot = "{uhd}"\nautomatic = true'
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha", "Beta")) as prowlarr,
        real_qbittorrent(tmp_path / "client") as client,
        seeder(tmp_path / "swarm") as swarm,
    ):
        text = settings(prowlarr.url, client.url, client.username, client.password, library, slot)
        story = World(Daemon(tmp_path, text), prowlarr, library, client.save_path)
        try:
            for name, files in FILMS.items():
                torrent, _magnet = await swarm.seed(name, files)
                story.publish(name, size=sum(map(len, files.values())), torrent=torrent)
            await story.start()
            await story.want_sintel("--search")
            film = await story.until(story.film, "the film")

            async def filled() -> dict[str, str] | None:
                slots = await story.get(f"/api/v3/movie/{film['id']}/slots")
                return {s["name"]: s["path"] for s in slots} if all("path" in s for s in slots) else None

            paths = {name: Path(path) for name, path in (await story.until(filled, "two imports", within=90)).items()}
            assert paths["main"].is_relative_to(library)
            assert paths["uhd"].is_relative_to(uhd)
            assert paths["main"].read_bytes() == FILMS[HD][f"{HD}.mkv"]
            assert paths["uhd"].read_bytes() == FILMS[UHD][f"{UHD}.mkv"]
            assert sorted(await story.events("grabbed")) == sorted(FILMS)
            found = await story.radarr_json("why", "Sintel", "--slot", "uhd")
            assert {c["title"]: c["outcome"] for c in found["candidates"]} == {HD: "rejected", UHD: "grabbed"}
        finally:
            story.daemon.kill()
