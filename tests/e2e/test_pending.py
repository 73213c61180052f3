"""What waits is fetched when it is due, by the whole daemon, with the feed at rest and across a kill."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.world import World, world

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

WEB = "Sintel.2010.720p.WEB-DL.H264-ONE"
BLURAY = "Sintel.2010.720p.BluRay.x264-TWO"
LATER = "Sintel.2010.720p.BluRay.x264-THREE"
PROFILE = """[[profile]]
name = "HD-1080p"
qualities = ["HDTV-720p", "WEBDL-720p", "Bluray-720p"]
delay_bypass_best = false
"""


def almost(minutes: int, seconds: float) -> datetime:
    """Published so long ago that so many seconds are left of the minutes."""
    return datetime.now(UTC) - timedelta(minutes=minutes) + timedelta(seconds=seconds)


async def waiting(story: World, *titles: str) -> dict[str, dict[str, Any]]:
    """The records of the queue, once these are there and wait."""

    async def look() -> dict[str, dict[str, Any]] | None:
        records = {r["title"]: r for r in (await story.get("/api/v3/queue"))["records"] if r["status"] == "delay"}
        return records if records.keys() == set(titles) else None

    return dict(await story.until(look, f"{titles} wait"))


async def test_what_came_within_the_delay_is_fetched_at_its_end_though_the_feed_does_not_run_again(
    tmp_path: Path,
) -> None:
    async with world(tmp_path, PROFILE + "delay = 600") as story:
        await story.start()
        await story.want_sintel()
        story.offer(WEB, published_at=almost(600, 25))
        await story.command("RssSync")
        await waiting(story, WEB)
        story.offer(BLURAY, published_at=almost(600, 3000))
        await story.command("RssSync")
        await waiting(story, WEB, BLURAY)
        await story.until_imported("Bluray-720p", within=90)
        assert await story.events("grabbed") == [BLURAY]


async def test_what_waits_for_its_age_outlives_a_kill(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE + "minimum_age = 120") as story:
        await story.start()
        await story.want_sintel()
        story.offer(WEB, published_at=almost(120, 20))
        await story.command("RssSync")
        await waiting(story, WEB)
        story.daemon.kill()
        await story.start()
        await story.until_imported("WEBDL-720p", within=90)
        assert await story.events("grabbed") == [WEB]


async def test_a_person_sees_what_waits_and_fetches_it_at_once_or_takes_it_out(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE + "delay = 600") as story:
        await story.start()
        await story.want_sintel()
        for name in (WEB, BLURAY, LATER):
            story.offer(name, published_at=almost(600, 3000))
        await story.command("RssSync")
        records = await waiting(story, WEB, BLURAY, LATER)
        assert "until 20" in await story.radarr("queue")
        await story.radarr("queue", "remove", str(records[LATER]["id"]), "--blocklist")
        await waiting(story, WEB, BLURAY)
        await story.radarr("queue", "grab", str(records[WEB]["id"]))
        await story.until(lambda: _file(story), "the import")
        assert await story.events("grabbed") == [WEB]
        await story.radarr("movie", "remove", "Sintel")
        assert (await story.get("/api/v3/queue"))["records"] == []


async def _file(story: World) -> bool:
    return bool((await story.film())["hasFile"])


async def test_a_film_that_is_not_out_yet_is_fetched_on_a_day_to_come(tmp_path: Path) -> None:
    year = datetime.now(UTC).year + 1
    name = f"Sintel.{year}.720p.WEB-DL.H264-TWO"
    async with world(tmp_path, PROFILE) as story:
        await story.start()
        await story.radarr("movie", "add", "--title", "Sintel", "--year", str(year), "--tmdb-id", "45745")
        story.offer(name)
        await story.command("RssSync")
        record = (await waiting(story, name))[name]
        assert record["estimatedCompletionTime"] == f"{year}-01-01T00:00:00Z"
        assert record["statusMessages"][0]["messages"] == ["the slot main waits until the film can be had"]
