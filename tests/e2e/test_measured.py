"""A film file with true headers, through the daemon: its name tells what it is."""

from pathlib import Path

import pytest

from tests.contract.probe.avc import avc_private
from tests.contract.probe.matroska import Picture, Sound, Text, matroska
from tests.e2e.world import MIB, World, world

pytestmark = pytest.mark.anyio

CLAIM = "Sintel.2010.1080p.WEB-DL.DDP5.1.H264-GRP"
FORMAT = (
    "{Movie Title} [{MediaInfo VideoCodec} {MediaInfo AudioCodec} {MediaInfo AudioChannels}]{MediaInfo AudioLanguages}"
)
PROFILE = """
[[profile]]
name = "Best"
cutoff = "Bluray-2160p"
qualities = ["WEBDL-1080p", "Bluray-2160p"]
"""
LIE = "Sintel.2010.2160p.BluRay.x265-LIE"
HONEST = "Sintel.2010.2160p.BluRay.x265-TRUE"
FULL_HD = "Sintel.2010.1080p.WEB-DL.H264-GRP"


def _offer(story: World, name: str, width: int, height: int, **more: int) -> None:
    picture = Picture(width, height, private=avc_private(width, height))
    film = matroska(picture, Sound(language="eng"), minutes=15)
    infohash = story.offer(name, **more)
    story.contents[infohash][f"{name}/{name}.mkv"] = film.ljust(2 * MIB, b"\0")


async def test_what_claims_2160_lines_and_has_720_is_refused_and_the_next_best_arrives(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE) as story:
        _offer(story, FULL_HD, 1920, 816)
        await story.start()
        await story.want_sintel("--search", "--profile", "Best")
        kept = await story.until_imported("WEBDL-1080p")
        before = kept.read_bytes()
        _offer(story, LIE, 1280, 544, seeders=90)
        await story.command("RssSync")

        async def refused() -> bool:
            return LIE in await story.events("downloadFailed")

        await story.until(refused, "the refusal")
        assert kept.read_bytes() == before
        assert story.videos() == [str(kept.relative_to(story.library))]
        blocked = (await story.get("/api/v3/blocklist"))["records"]
        assert [entry["sourceTitle"] for entry in blocked] == [LIE]
        assert "the name says 2160p, and the picture has 1280x544 (720p)" in blocked[0]["message"]
        _offer(story, HONEST, 3840, 1632, seeders=2)
        await story.command("RssSync")
        best = await story.until_imported("Bluray-2160p")
        assert "TRUE" in best.name
        assert await story.events("downloadFolderImported") == [FULL_HD, HONEST]


async def test_a_film_is_named_by_what_its_file_is_and_what_it_is_not_is_told(tmp_path: Path) -> None:
    picture = Picture(1280, 544, private=avc_private(1280, 544))
    film = matroska(picture, Sound("A_DTS", 2, "ger"), Sound("A_AC3", 6, "eng"), Text("ger"), minutes=15)
    async with world(tmp_path) as story:
        config = story.daemon.config
        config.write_text(config.read_text().replace("[library]", f'[library]\nfile_format = "{FORMAT}"'))
        infohash = story.offer(CLAIM)
        story.contents[infohash][f"{CLAIM}/{CLAIM}.mkv"] = film.ljust(2 * MIB, b"\0")
        await story.start()
        await story.want_sintel("--search", "--profile", "Any")
        path = await story.until_imported("WEBDL-720p")
        assert path.name == "Sintel [h264 DTS 2.0][DE+EN].mkv"
        assert "the name says 1080p, and the picture has 1280x544 (720p)" in story.daemon.log.read_text()
