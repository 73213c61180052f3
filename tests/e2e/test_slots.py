"""Versions of one film, with a real qBittorrent and a real swarm."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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


CUT, SMALL = "Sintel.2010.Directors.Cut.1080p.WEB-DL.H264-CUT", "Sintel.2010.1080p.WEB-DL.H264-SMALL"
VERSIONS = {
    HD: FILMS[HD],
    CUT: {f"{CUT}.mkv": CUT.encode() * 100_000},
    SMALL: {f"{SMALL}.mkv": SMALL.encode() * 10_000},
}


def slot(name: str, root: Path, profile: str = "HD-1080p", **limits: str) -> str:
    root.mkdir()
    lines = [f'{key} = "{value}"' for key, value in {"name": name, "profile": profile, "root": root, **limits}.items()]
    return "\n".join(("[[slot]]", *lines, "automatic = true"))


@asynccontextmanager
async def swarming(tmp_path: Path, releases: dict[str, dict[str, bytes]], *slots: str) -> AsyncIterator[World]:
    """A world with a real client, whose releases a real client seeds."""
    library = tmp_path / "library"
    library.mkdir()
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha", "Beta")) as prowlarr,
        real_qbittorrent(tmp_path / "client") as client,
        seeder(tmp_path / "swarm") as swarm,
    ):
        text = settings(prowlarr.url, client.url, client.username, client.password, library, *slots)
        story = World(Daemon(tmp_path, text), prowlarr, library, client.save_path)
        try:
            for name, files in releases.items():
                torrent, _magnet = await swarm.seed(name, files)
                story.publish(name, size=sum(map(len, files.values())), torrent=torrent)
            await story.start()
            yield story
        finally:
            story.daemon.kill()


async def filled(story: World) -> dict[str, Path]:
    """The file of each slot, once all of them have one."""
    film = await story.until(story.film, "the film")

    async def look() -> dict[str, Path] | None:
        slots = await story.get(f"/api/v3/movie/{film['id']}/slots")
        return {s["name"]: Path(s["path"]) for s in slots} if all("path" in s for s in slots) else None

    return dict(await story.until(look, "an import into every slot", within=90))


async def test_one_search_fills_two_slots_each_in_its_own_root(tmp_path: Path) -> None:
    async with swarming(tmp_path, FILMS, slot("uhd", tmp_path / "uhd", "Ultra-HD")) as story:
        await story.want_sintel("--search")
        paths = await filled(story)
        assert paths["main"].is_relative_to(story.library)
        assert paths["uhd"].is_relative_to(tmp_path / "uhd")
        assert paths["main"].read_bytes() == FILMS[HD][f"{HD}.mkv"]
        assert paths["uhd"].read_bytes() == FILMS[UHD][f"{UHD}.mkv"]
        assert sorted(await story.events("grabbed")) == sorted(FILMS)
        found = await story.radarr_json("why", "Sintel", "--slot", "uhd")
        assert {c["title"]: c["outcome"] for c in found["candidates"]} == {HD: "rejected", UHD: "grabbed"}


async def test_one_search_fills_slots_for_the_directors_cut_and_the_phone_beside_the_best_there_is(
    tmp_path: Path,
) -> None:
    slots = (
        slot("cut", tmp_path / "cut", edition="director's cut"),
        slot("phone", tmp_path / "phone", max_size="1MiB"),
    )
    async with swarming(tmp_path, VERSIONS, *slots) as story:
        await story.want_sintel("--search")
        paths = await filled(story)
        best = {"main": HD, "cut": CUT, "phone": SMALL}
        assert {name: path.read_bytes() for name, path in paths.items()} == {
            name: VERSIONS[title][f"{title}.mkv"] for name, title in best.items()
        }
        shown = await story.radarr("movie", "show", "Sintel")
        assert "director's cut" in shown
        assert "at most 1 MiB" in shown
        why = await story.radarr_json("why", "Sintel", "--slot", "cut")
        reasons = {c["title"]: {r["reason"] for r in c["rejections"]} for c in why["candidates"]}
        assert "EditionNotWanted" in reasons[HD] & reasons[SMALL]


async def test_one_download_fills_two_slots_that_want_the_same_and_one_of_them_goes_again(tmp_path: Path) -> None:
    async with swarming(tmp_path, {HD: FILMS[HD]}, slot("attic", tmp_path / "attic")) as story:
        await story.want_sintel("--search")
        paths = await filled(story)
        assert paths["main"].is_relative_to(story.library)
        assert paths["attic"].is_relative_to(tmp_path / "attic")
        assert paths["main"].read_bytes() == paths["attic"].read_bytes() == FILMS[HD][f"{HD}.mkv"]
        assert len((await story.get("/api/v3/queue"))["records"]) == 0
        await story.radarr("movie", "remove", "Sintel", "--slot", "attic", code=None)
        assert paths["attic"].exists()
        await story.radarr("movie", "remove", "Sintel", "--slot", "attic", "--delete-files")
        assert not paths["attic"].exists()
        assert paths["main"].exists()
        assert [s["name"] for s in (await story.radarr_json("movie", "show", "Sintel"))["slots"]] == ["main"]
