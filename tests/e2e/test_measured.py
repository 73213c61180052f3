"""A film file with true headers, through the daemon: its name tells what it is."""

from pathlib import Path

import pytest

from tests.contract.probe.avc import avc_private
from tests.contract.probe.matroska import Picture, Sound, Text, matroska
from tests.e2e.world import MIB, world

pytestmark = pytest.mark.anyio

CLAIM = "Sintel.2010.1080p.WEB-DL.DDP5.1.H264-GRP"
FORMAT = (
    "{Movie Title} [{MediaInfo VideoCodec} {MediaInfo AudioCodec} {MediaInfo AudioChannels}]{MediaInfo AudioLanguages}"
)


async def test_a_film_is_named_by_what_its_file_is_and_what_it_is_not_is_told(tmp_path: Path) -> None:
    picture = Picture(1280, 544, private=avc_private(1280, 544))
    film = matroska(picture, Sound("A_DTS", 2, "ger"), Sound("A_AC3", 6, "eng"), Text("ger"), minutes=15)
    async with world(tmp_path) as story:
        config = story.daemon.config
        config.write_text(config.read_text().replace("[library]", f'[library]\nfile_format = "{FORMAT}"'))
        infohash = story.offer(CLAIM)
        story.contents[infohash][f"{CLAIM}/{CLAIM}.mkv"] = film.ljust(2 * MIB, b"\0")
        await story.start()
        await story.want_sintel("--search")
        path = await story.until_imported("WEBDL-1080p")
        assert path.name == "Sintel [h264 DTS 2.0][DE+EN].mkv"
        assert "the name says 1080p, and the picture has 1280x544 (720p)" in story.daemon.log.read_text()
