"""The log of a film: one word finds it from the search to the library."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.world import World, beside, world

pytestmark = pytest.mark.anyio

NAME = "Sintel.2010.1080p.WEB-DL.H264-ONE"


def lines(story: World) -> list[dict[str, Any]]:
    return [json.loads(line) for line in story.daemon.log.read_text().splitlines()]


def word_of(story: World, said: str) -> str:
    (line,) = [line for line in lines(story) if said in line["message"]]
    return str(line["correlation"])


async def test_a_film_is_followed_from_search_to_library_over_a_restart(tmp_path: Path) -> None:
    async with world(tmp_path, '[log]\nlevel = "debug"', seconds=3) as story:
        await story.start()
        await story.want_sintel()
        story.offer(NAME)
        await story.radarr("search", "Sintel")
        await story.radarr("search", "Sintel", "--grab")
        word = word_of(story, f"grabbed {NAME}")
        assert await beside(story.daemon.stop) == 0
        await story.start()
        await story.until_imported("WEBDL-1080p")
        told = [line for line in lines(story) if line.get("correlation") == word]
        parts = ("indexers answered", "decisions accept", f"{NAME}: acceptable", "grabbed", "sent to the client")
        for part in (*parts, f"{NAME}: downloaded", "imported by hardlink"):
            assert [line["message"] for line in told if part in line["message"]], part
        assert word_of(story, "imported by") == word
        download = {line["download"] for line in told if "download" in line}
        assert download == {1}
        assert {line["release"] for line in told if "release" in line} == {NAME}
        assert {line["film"] for line in told if "film" in line} == {"Sintel (2010)"}


async def test_the_log_is_kept_in_a_file_where_no_journal_keeps_it(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        await story.start()
        await beside(story.daemon.stop)
        kept = (story.daemon.state / "logs/radarr-daemon.log").read_text()
        assert kept == story.daemon.log.read_text()
        assert json.loads(kept.splitlines()[-1])["message"] == "stopped"
