"""What other settings would grab, told by a running daemon before anybody puts them in force."""

from pathlib import Path

import pytest

from tests.e2e.test_formats import write_format
from tests.e2e.world import MIB, world

pytestmark = pytest.mark.anyio

SMALL = "Sintel.2010.720p.WEB-DL.H264-ONE"
PLAIN = "Sintel.2010.1080p.WEB-DL.H264-LARGE"
GOOD = "Sintel.2010.1080p.WEB-DL.H264-GOOD"
TRIAL = """
[[profile]]
name = "HD-1080p"
qualities = ["WEBDL-720p", "WEBDL-1080p"]
score_set = "default"
[[custom_format]]
file = "formats/*.json"
"""


async def test_a_file_of_settings_is_tried_on_what_was_offered_and_nothing_is_grabbed(tmp_path: Path) -> None:
    trial = tmp_path / "try" / "try.toml"
    trial.parent.mkdir()
    trial.write_text(TRIAL)
    write_format(trial.parent, "GOOD")
    async with world(tmp_path) as story:
        await story.start()
        assert "nothing was considered yet" in await story.radarr("replay")
        story.offer(PLAIN, size=3 * MIB, seeders=900)
        for name in (GOOD, SMALL):
            story.offer(name)
        await story.want_sintel()
        await story.radarr("search", "Sintel")
        asked = len(story.prowlarr.asked)
        assert "no difference" in await story.radarr("replay")
        told = await story.radarr_json("replay", "--with", str(trial))
        (slot,) = told["slots"]
        assert (slot["now"]["title"], slot["then"]["title"], slot["then"]["score"]) == (PLAIN, GOOD, 1700)
        shown = await story.radarr("replay", "--with", str(trial), "--profile", "HD-720p")
        assert SMALL in shown
        assert len(story.prowlarr.asked) == asked
        assert await story.events("grabbed") == []
        trial.write_text(TRIAL.replace("WEBDL-720p", "WEBDL"))
        assert "try.toml:4: profile[0].qualities" in await story.radarr("replay", "--with", str(trial), code=2)
        trial.write_text(TRIAL.replace('score_set = "default"', "format_scores = { Nine = 9 }"))
        assert "no custom format 'Nine'" in await story.radarr("replay", "--with", str(trial), code=1)
