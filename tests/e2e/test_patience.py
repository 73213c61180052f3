"""What is waited for, what is not wanted, and what is never fetched again, with the whole daemon."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.world import World, world

pytestmark = [pytest.mark.anyio, pytest.mark.timeout(180)]

WORSE = "Sintel.2010.720p.HDTV.x264-ONE"
BETTER = "Sintel.2010.720p.WEB-DL.H264-TWO"
MIB = 1 << 20
PROFILE = """[[profile]]
name = "HD-1080p"
qualities = ["HDTV-720p", "WEBDL-720p", "Bluray-720p"]
"""


def ago(hours: float) -> datetime:
    return datetime.now(UTC) - timedelta(hours=hours)


async def told(story: World, *titles: str) -> dict[str, list[str]]:
    """The reasons against these releases, once all of them are decided."""

    async def look() -> dict[str, list[str]] | None:
        found = await story.radarr_json("why", "Sintel")
        reasons = {c["title"]: sorted(r["reason"] for r in c["rejections"]) for c in found["candidates"]}
        return reasons if set(titles) <= set(reasons) else None

    return dict(await story.until(look, f"decisions of {titles}"))


async def test_after_the_delay_the_best_of_what_has_come_is_taken(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE + "delay = 600") as story:
        await story.start()
        await story.want_sintel()
        story.offer(BETTER, published_at=ago(1))
        await story.command("RssSync")
        assert await told(story, BETTER) == {BETTER: ["MinimumAgeDelay"]}
        story.offer(WORSE, published_at=ago(11))
        await story.command("RssSync")
        await story.until_imported("WEBDL-720p")
        assert await story.events("grabbed") == [BETTER]


async def test_what_is_too_new_waits_for_its_age(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE + "minimum_age = 120") as story:
        await story.start()
        await story.want_sintel()
        story.offer(BETTER, published_at=ago(1))
        story.offer(WORSE, published_at=ago(3))
        await story.command("RssSync")
        await story.until_imported("HDTV-720p")
        assert (await told(story, BETTER, WORSE))[BETTER] == ["MinimumAge"]
        assert await story.events("grabbed") == [WORSE]


async def test_what_is_not_out_yet_waits_unless_a_person_asks(tmp_path: Path) -> None:
    year = str(datetime.now(UTC).year + 1)
    name = f"Sintel.{year}.720p.WEB-DL.H264-TWO"
    async with world(tmp_path, PROFILE) as story:
        await story.start()
        await story.radarr(*("movie", "add", "--title", "Sintel", "--year", year, "--tmdb-id", "45745"))
        story.offer(name)
        await story.command("RssSync")
        assert await told(story, name) == {name: ["Availability"]}
        assert await story.events("grabbed") == []
        await story.radarr("search", "Sintel", "--grab")
        await story.until_imported("WEBDL-720p")


async def test_what_the_owner_does_not_want_in_a_name_is_left_alone(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE, '[[release_profile]]\nignored = ["/-two$/i"]') as story:
        await story.start()
        await story.want_sintel("--search")
        story.offer(BETTER)
        story.offer(WORSE)
        await story.command("RssSync")
        await story.until_imported("HDTV-720p")
        assert (await told(story, BETTER, WORSE))[BETTER] == ["MustNotContainPresent"]


async def test_what_has_failed_is_fetched_from_no_other_indexer(tmp_path: Path) -> None:
    async with world(tmp_path, PROFILE, seconds=3600) as story:
        await story.start()
        await story.want_sintel()
        infohash = story.offer(BETTER)
        await story.command("RssSync")

        async def grabbed() -> str | None:
            queue = (await story.radarr_json("queue"))["records"]
            return str(queue[0]["id"]) if queue else None

        await story.radarr("queue", "fail", await story.until(grabbed, "the grab"))
        story.offer(BETTER.replace(".", " "), indexer=1, infohash=infohash)
        other = BETTER.replace("TWO", "THREE")
        story.offer(other, indexer=1)
        await story.command("RssSync")

        async def next_best() -> bool:
            return await story.events("grabbed") == [BETTER, other]

        await story.until(next_best, "the grab of the next best")
        again = await told(story, BETTER.replace(".", " "), other)
        assert "Blocklisted" in again[BETTER.replace(".", " ")]
        assert "Blocklisted" not in again[other]
