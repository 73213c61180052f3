"""Custom formats in a running daemon: files of the guides as they are, scores of a profile, and a change of mind."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_reload import reload
from tests.e2e.world import MIB, World, world

pytestmark = pytest.mark.anyio

PREFERRED = "Sintel.2010.1080p.WEB-DL.H264-GOOD"
BIGGER = "Sintel.2010.1080p.WEB-DL.H264-LARGE"
PROFILE = """
[[profile]]
name = "Mine"
qualities = ["WEBDL-1080p", "Bluray-1080p"]
min_format_score = {minimum}
score_set = "default"
[[custom_format]]
file = "formats/*.json"
"""


def write_format(folder: Path, group: str) -> None:
    """As the guides write it: a tier of groups, with the score that they propose."""
    condition = {
        "name": group,
        "implementation": "ReleaseGroupSpecification",
        "negate": False,
        "required": False,
        "fields": {"value": f"^({group})$"},
    }
    tier = {
        "trash_id": "c20f169ef63c5f40c2def54abaf4438e",
        "trash_scores": {"default": 1700},
        "name": "WEB Tier 01",
        "includeCustomFormatWhenRenaming": False,
        "specifications": [condition],
    }
    (folder / "formats").mkdir(exist_ok=True)
    (folder / "formats" / "web-tier-01.json").write_text(json.dumps(tier))


def configure(story: World, minimum: int) -> None:
    write_format(story.daemon.config.parent, "GOOD")
    text = story.daemon.config.read_text().replace("[library]", '[library]\ndefault_profile = "Mine"')
    story.daemon.config.write_text(text + PROFILE.format(minimum=minimum))


async def found(story: World) -> dict[str, Any]:
    """What a search shows, by release."""
    shown = await story.radarr_json("search", "Sintel")
    return {release["title"]: release for release in shown["releases"]}


async def test_a_preferred_group_is_grabbed_before_a_bigger_release_and_its_file_keeps_the_score(
    tmp_path: Path,
) -> None:
    async with world(tmp_path) as story:
        configure(story, 0)
        await story.start()
        story.offer(BIGGER, size=3 * MIB, seeders=900)
        story.offer(PREFERRED)
        await story.want_sintel("--search")
        await story.until_imported("WEBDL-1080p")
        assert await story.events("grabbed") == [PREFERRED]
        film = await story.film()
        (shown,) = await story.get("/api/v3/customformat")
        assert shown["id"] > 0
        assert film["movieFile"]["customFormats"] == [{"id": shown["id"], "name": "WEB Tier 01"}]
        assert film["movieFile"]["customFormatScore"] == 1700
        assert (await found(story))[PREFERRED]["formats"] == ["WEB Tier 01"]


async def test_a_minimum_score_rejects_until_a_changed_file_of_a_format_is_read_anew(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        configure(story, 1000)
        await story.start()
        story.offer(BIGGER)
        await story.want_sintel()
        before = (await found(story))[BIGGER]
        assert [rejection["reason"] for rejection in before["rejections"]] == ["CustomFormatMinimumScore"]
        assert before["score"] == 0
        write_format(story.daemon.config.parent, "GOOD|LARGE")
        assert "changed: custom_format" in await reload(story)
        after = (await found(story))[BIGGER]
        assert (after["accepted"], after["score"], after["formats"]) == (True, 1700, ["WEB Tier 01"])
        await story.radarr("search", "Sintel", "--grab")
        await story.until_imported("WEBDL-1080p")
        assert await story.events("grabbed") == [BIGGER]


async def test_a_format_that_cannot_be_compiled_stops_the_start_and_is_named(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        configure(story, 0)
        write_format(story.daemon.config.parent, "GOOD(")
        said = await story.radarr("format", "list", code=2)
        assert "formats/web-tier-01.json: custom format 'WEB Tier 01', condition 'GOOD('" in said
        write_format(story.daemon.config.parent, "GOOD")
        await story.start()
        write_format(story.daemon.config.parent, "GOOD(")
        said = await reload(story)
        assert "the one in force stays" in said
        assert "'WEB Tier 01'" in said
