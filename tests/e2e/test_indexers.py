"""Twenty-five indexers of all kinds behind one Prowlarr, at the default rate limit."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.simulated.prowlarr_server import Asked, Fault, Site, prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import qbittorrent_server
from tests.e2e.process import Daemon
from tests.e2e.world import PROWLARR_KEY, World, beside, settings

pytestmark = pytest.mark.anyio

DEADLINE = 3
TIMEOUT = 6
RATE_LIMIT = 60
BUDGET = 5
REST = timedelta(seconds=60)
GOOD = "Sintel.2010.1080p.WEB-DL.H264-GOOD"
GOOD_ONES = ("Good", "Redirecting", "Private", "Manual")

SITES: dict[str, dict[str, Any]] = {
    "Good": {},
    "Redirecting": {"privacy": "semiPrivate", "feed": False},
    "Private": {"privacy": "private", "feed": False},
    "Manual": {"feed": False, "automatic": False},
    "FeedOff": {"feed": False},
    "SearchOff": {"interactive": False},
    "Small": {"query_limit": 2 * BUDGET},
    "WordsOnly": {"movie_params": ("q",), "feed": False},
    "Late": {"delay": DEADLINE / 3, "feed": False},
    "Slow": {"delay": DEADLINE + 1.5, "feed": False},
    "Hanging": {"fault": Fault.HANG},
    "HangingToo": {"fault": Fault.HANG, "feed": False},
    "Broken": {"fault": Fault.ERROR},
    "BrokenToo": {"fault": Fault.ERROR},
    "BrokenAsWell": {"fault": Fault.ERROR},
    "Garbage": {"fault": Fault.GARBAGE},
    "Half": {"fault": Fault.HALF},
    "Page": {"fault": Fault.HTML},
    "CutOff": {"fault": Fault.CUT},
    "Limited": {"fault": Fault.LIMITED, "retry_after": 3600},
    "Blocked": {"fault": Fault.BLOCKED, "retry_after": 900},
    "LeavingSoon": {"fault": Fault.DISABLED, "feed": False},
    "Usenet": {"protocol": "usenet"},
    "SwitchedOff": {"enabled": False},
    "Music": {"categories": (3000, 3010)},
}
OFFERED = {"Redirecting": {"redirect": f"magnet:?xt=urn:btih:{'a' * 40}&dn=Sintel"}}
NEVER_ASKED = ("Usenet", "SwitchedOff", "Music")
ILL = ("Hanging", "Broken", "BrokenToo", "BrokenAsWell", "Garbage", "Half", "Page", "CutOff")


class Town(World):
    """A world whose Prowlarr has them all."""

    def asked(self, name: str) -> list[Asked]:
        """The searches and feeds of one indexer, in order."""
        (site,) = (site for site in self.prowlarr.indexers if site.name == name)
        return self.prowlarr.requests(site.id)

    async def search(self) -> tuple[dict[str, Any], float]:
        """A person's search, and its seconds."""
        begun = time.monotonic()
        found = dict(await self.get("/api/daemon/v1/search?movieId=1"))
        return found, time.monotonic() - begun

    async def feed_round(self) -> None:
        await self.command("RssSync")

        async def ended() -> bool:
            return all(one["status"] in {"completed", "failed"} for one in await self.get("/api/v3/command"))

        await self.until(ended, "a feed round", within=90)

    async def prowlarrs_circuit(self) -> str:
        health = await self.get("/api/health/detailed")
        return str(health["services"]["prowlarr"]["circuit"])


@asynccontextmanager
async def town(tmp_path: Path) -> AsyncIterator[Town]:
    """Configured, not started, and gone at the end."""
    library, downloads = tmp_path / "library", tmp_path / "downloads"
    library.mkdir()
    downloads.mkdir()
    sites = [Site(id=number, name=name, **more) for number, (name, more) in enumerate(SITES.items(), 1)]
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=sites) as prowlarr,
        qbittorrent_server(downloads) as client,
    ):
        text = settings(prowlarr.url, client.url, client.username, client.password, library)
        text = text.replace("timeout = 20\nsearch_deadline = 3", f"timeout = {TIMEOUT}\nsearch_deadline = {DEADLINE}")
        daemon = Daemon(tmp_path, text)
        try:
            yield Town(daemon, prowlarr, library, downloads, client)
        finally:
            daemon.kill()


def windows(asked: list[Asked], span: timedelta) -> Iterator[int]:
    """How many requests came within such a span of each."""
    moments = sorted(one.at for one in asked)
    for begun in moments:
        yield sum(begun <= at < begun + span for at in moments)


@pytest.mark.timeout(300)
async def test_twenty_five_indexers_of_all_kinds_are_asked_as_the_rules_allow(tmp_path: Path) -> None:
    assert len(SITES) == 25
    async with town(tmp_path) as story:
        for number, name in enumerate(SITES):
            if name in {*GOOD_ONES, "FeedOff", "SearchOff", "Late", "Slow", "WordsOnly"}:
                story.offer(f"{GOOD}.{name}", indexer=number, imdb_id="tt1727587", **OFFERED.get(name, {}))
        await story.start()
        await story.want_sintel("--imdb-id", "tt1727587")
        await a_persons_search(story)
        for _ in range(10):
            await story.feed_round()
            assert await story.prowlarrs_circuit() == "closed"
        rules(story)
        await shown(story)
        await restarts(story)
        assert await story.prowlarrs_circuit() == "closed"


async def a_persons_search(story: Town) -> None:
    """It ends by its deadline with what arrived, and names the missing."""
    found, seconds = await story.search()
    assert seconds < DEADLINE + 2
    kinds = {answer["indexer"]: answer["kind"] for answer in found["indexers"]}
    hits = {name for name, kind in kinds.items() if kind == "hits"}
    assert hits == {*GOOD_ONES, "FeedOff", "Late", "WordsOnly"}
    assert {name for name, kind in kinds.items() if kind == "late"} == {"Slow", "Hanging", "HangingToo"}
    assert {name for name, kind in kinds.items() if kind == "failed"} == set(ILL) - {"Hanging"}
    assert (kinds["Limited"], kinds["Blocked"], kinds["LeavingSoon"]) == ("limited", "blocked", "disabled")
    assert not {"SearchOff", *NEVER_ASKED} & set(kinds)
    assert all(answer["message"] for answer in found["indexers"] if answer["kind"] not in {"hits", "empty"})
    assert len({release["indexer"] for release in found["releases"]}) == len(hits)
    assert [len(story.asked(name)) for name in GOOD_ONES] == [1] * len(GOOD_ONES)
    await a_grab(story, next(release for release in found["releases"] if release["indexer"] == "Redirecting"))

    async def given_up() -> bool:
        indexers = (await story.get("/api/health/detailed"))["indexers"]
        return all(one["resting_until"] for one in indexers if one["name"] in ILL)

    await story.until(given_up, "the end of what hung")


async def a_grab(story: Town, release: dict[str, Any]) -> None:
    """The link of an indexer whose Redirect option is on leads on, and is followed once."""
    body = {"guid": release["guid"], "indexerId": release["indexerId"]}
    await beside(lambda: story.daemon.call("POST", "/api/v3/release", body))
    assert await story.events("grabbed") == [release["title"]]
    assert len(story.prowlarr.requests(release["indexerId"], "download")) == 1


def rules(story: Town) -> None:
    """What the other side's log says after a search and ten feed rounds."""
    for name in NEVER_ASKED:
        assert story.asked(name) == []
    for name in (name for name, more in SITES.items() if not more.get("feed", True)):
        assert all(one.query.get("q") or one.query.get("imdbid") for one in story.asked(name)), name
    for name in ("Limited", "Blocked"):
        assert len(story.asked(name)) == 1, name
    for name in ILL:
        assert max(windows(story.asked(name), REST)) == 1, name
    assert len(story.asked("Good")) == 1 + 10
    assert 1 <= len(story.asked("Small")) <= BUDGET
    assert max(windows(story.prowlarr.asked, timedelta(minutes=1))) <= RATE_LIMIT


async def shown(story: Town) -> None:
    """The command line tells the same."""
    stats = {one["name"]: one["health"] for one in await story.radarr_json("indexer", "stats")}
    assert stats["Good"]["status"] == "healthy"
    assert stats["Good"]["spent"] == len(story.asked("Good"))
    assert stats["Small"]["budget"] == BUDGET
    assert stats["Limited"]["restingUntil"]
    assert "Limited" in await story.radarr("indexer", "stats")
    assert "Usenet" not in await story.radarr("indexer", "list")
    assert "Good answers with 1 releases" in await story.radarr("indexer", "test", "good")
    assert "Good (1)" in await story.radarr("indexer", "test", "Nobody", code=1)
    before = len(story.asked("Broken"))
    assert "500" in await story.radarr("indexer", "test", "Broken", code=1)
    assert len(story.asked("Broken")) == before + 1


async def restarts(story: Town) -> None:
    """The one that said 429 is not asked before its time, however the daemon ended."""
    for end in (story.daemon.stop, story.daemon.kill):
        await beside(end)
        await story.start()
        found, _ = await story.search()
        (limited,) = (answer for answer in found["indexers"] if answer["indexer"] == "Limited")
        assert limited["kind"] == "blocked"
        assert "it is asked again from" in limited["message"]
        assert len(story.asked("Limited")) == 1
        assert {one["name"] for one in (await story.get("/api/health/detailed"))["indexers"]} >= {"Good", "Limited"}
