"""The TRaSH Guides in a running daemon: plan, apply, reload, decisions by them, and the next commit."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.test_reload import reload
from tests.e2e.world import MIB, World, world
from tests.unit.app.trash.guides import COMMIT, LATER, condition, custom_format, guide, write

pytestmark = pytest.mark.anyio

PREFERRED = "Sintel.2010.1080p.WEB-DL.H264-GOOD"
BIGGER = "Sintel.2010.1080p.WEB-DL.H264-LARGE"
REFUSED = "Sintel.2010.1080p.BluRay.Bad.x264-GOOD"


def tier(groups: str) -> dict[str, Any]:
    return custom_format("Good", condition("groups", f"^({groups})$", "ReleaseGroupSpecification"), default=100)


async def offered(story: World) -> list[dict[str, Any]]:
    """What a search shows, the best first."""
    return list((await story.radarr_json("search", "Sintel"))["releases"])


def lock(story: World) -> Any:
    return json.loads((story.daemon.config.parent / "conf.d/trash-lock.json").read_text())


async def test_what_the_guides_propose_is_planned_applied_decided_by_and_then_there_is_no_change(
    tmp_path: Path,
) -> None:
    guides = str(write(tmp_path / "guides", {**guide(), "cf/good.json": tier("GOOD")}))
    async with world(tmp_path) as story:
        await story.start()
        plan = await story.radarr("trash", "plan", "--from", guides, "--profile", "HD")
        assert f"TRaSH Guides at {COMMIT}; nothing was applied yet" in plan
        assert "films: none, nothing was considered yet" in plan
        await story.radarr("trash", "apply", "--from", guides, "--profile", "HD")
        said = await reload(story)
        assert "changed:" in said
        assert "custom_format" in said
        await story.want_sintel("--profile", "HD")
        story.offer(BIGGER, size=3 * MIB, seeders=900)
        story.offer(PREFERRED)
        story.offer(REFUSED, stated=1 << 30)
        found = {each["title"]: each for each in await offered(story)}
        assert (found[PREFERRED]["score"], found[PREFERRED]["formats"]) == (100, ["Good"])
        assert (found[REFUSED]["accepted"], found[REFUSED]["score"]) == (False, 100 - 10000)
        await story.radarr("search", "Sintel", "--grab")
        await story.until_imported("WEBDL-1080p")
        assert await story.events("grabbed") == [PREFERRED]
        assert (await story.film())["movieFile"]["customFormatScore"] == 100
        again = await story.radarr("trash", "plan", "--from", guides)
        assert again.splitlines()[-1] == "no change"
        assert f"applied: {COMMIT}" in again
        assert lock(story)["source"]["commit"] == COMMIT


async def test_a_plan_of_the_next_commit_tells_which_films_are_decided_otherwise(tmp_path: Path) -> None:
    guides = write(tmp_path / "guides", {**guide(), "cf/good.json": tier("GOOD")})
    where = ("--from", str(guides))
    async with world(tmp_path) as story:
        await story.radarr("trash", "apply", *where, "--profile", "HD")
        offline = await story.radarr_json("trash", "plan", *where, "--without", "Bad")
        assert (offline["affected"], "does not answer" in offline["affected_unknown"]) == (None, True)
        await story.start()
        await story.want_sintel("--profile", "HD")
        story.offer(BIGGER, size=3 * MIB)
        story.offer(PREFERRED)
        await story.radarr("search", "Sintel")
        write(guides, {**guide(), "cf/good.json": tier("LARGE")}, LATER)
        plan = await story.radarr_json("trash", "plan", *where)
        assert [(each["kind"], each["action"], each["name"]) for each in plan["changes"]] == [
            ("format", "change", "Good")
        ]
        (film,) = plan["affected"]["films"]
        assert (film["movie"], film["now_release"], film["then_release"]) == ("Sintel (2010)", PREFERRED, BIGGER)
        assert f"~ Sintel (2010), main: grab {PREFERRED} -> grab {BIGGER}" in await story.radarr(
            "trash", "plan", *where
        )
        await story.radarr("trash", "apply", *where)
        await reload(story)
        best, *_ = await offered(story)
        assert (best["title"], best["score"]) == (BIGGER, 100)
        assert lock(story)["source"]["commit"] == LATER
        assert (await story.radarr("trash", "plan", *where)).splitlines()[-1] == "no change"
