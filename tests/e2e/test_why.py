"""A film that did not come, what would have got it, and a person who follows that advice."""

from pathlib import Path

import pytest

from tests.e2e.test_reload import change, reload
from tests.e2e.world import world

pytestmark = pytest.mark.anyio

SMALL = "Sintel.2010.720p.WEB-DL.H264-ONE"
CAM = "Sintel.2010.CAM.XviD-SEAT"
PROFILE = """
[[profile]]
name = "Mine"
qualities = ["WEBDL-1080p", "Bluray-1080p"]
"""


async def test_the_smallest_change_is_told_and_whoever_makes_it_gets_the_film(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE) as story:
        change(story, "[library]", '[library]\ndefault_profile = "Mine"')
        await story.start()
        await story.want_sintel()
        assert "it was never searched" in await story.radarr("why", "Sintel")
        for name in (CAM, SMALL):
            story.offer(name)
        await story.radarr("search", "Sintel")
        told = await story.radarr_json("why", "Sintel")
        assert told["slots"][0]["nearest"] == {"title": SMALL, "changes": ["allow WEBDL-720p"]}
        for words in (f"nearest miss: {SMALL}", "it would be taken with: allow WEBDL-720p"):
            assert words in await story.radarr("why", "Sintel")
        change(story, '["WEBDL-1080p"', '["WEBDL-720p", "WEBDL-1080p"')
        assert "changed: profile" in await reload(story)
        (line,) = [c for c in (await story.radarr_json("why", "Sintel"))["candidates"] if c["title"] == SMALL]
        assert line["acceptable"]
        await story.radarr("search", "Sintel", "--grab")
        await story.until_imported("WEBDL-720p")
        assert await story.events("grabbed") == [SMALL]
        assert "the library has WEBDL-720p" in await story.radarr("why", "Sintel")
