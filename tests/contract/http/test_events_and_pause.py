"""News as it happens, and the pause, over `/api/daemon/v1`."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.pause import Pause
from radarr.ports.errors import Refused
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import BEST, GOOD, NOON, House, house

pytestmark = pytest.mark.anyio

EVENTS = "/api/daemon/v1/events"
PAUSE = "/api/daemon/v1/pause"


class Quiet:
    """A pause that is kept nowhere."""

    def __init__(self) -> None:
        self.now: Pause | None = None

    async def current(self) -> Pause | None:
        return self.now

    async def pause(self, until: datetime | None = None) -> Pause:
        if until and until <= NOON:
            raise Refused("it has passed", remedy="name a moment to come")
        self.now = Pause(NOON, until)
        return self.now

    async def resume(self) -> None:
        self.now = None


async def news(http: httpx.AsyncClient, **query: Any) -> dict[str, Any]:
    answer = await http.get(EVENTS, params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def bring_sintel(home: House, http: httpx.AsyncClient, *names: str) -> None:
    for name in names:
        home.offer(name)
    await http.post("/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}))
    await home.search()


async def test_what_happens_is_told_in_words() -> None:
    async with house() as home, served(home) as http:
        await bring_sintel(home, http, GOOD)
        await home.track()
        await home.downloaded(GOOD)
        await home.track()
        home.offer(BEST)
        home.clock.go_on(minutes=10)  # past what the last answers are kept
        await home.container.search().execute(1, SearchKind.USER_AUTOMATIC)
        await home.downloaded(BEST)
        await home.track()
        await http.delete("/api/v3/movie/1")
        told = await news(http)
        assert {e["movie"] for e in told["events"]} == {"Sintel (2010)"}
        what = ["added", "grabbed", "imported", "grabbed", "upgraded", "removed"]
        assert [e["event"] for e in told["events"]] == what
        why = {e["event"]: e["why"] for e in told["events"]}
        assert why["grabbed"] == "Bluray-1080p from Alpha, score 0"
        assert why["imported"].startswith("hardlink to ")
        assert ", replacing " in why["upgraded"]
        assert told["last"] == told["events"][-1]["id"]


async def test_one_goes_on_where_one_left_off() -> None:
    async with house() as home, served(home) as http:
        await bring_sintel(home, http, GOOD)
        first = await news(http, after=0, limit=1)
        assert ([e["event"] for e in first["events"]], first["last"]) == (["added"], 1)
        rest = await news(http, after=first["last"], wait=30)
        assert [(e["event"], e["movie"], e["slot"]) for e in rest["events"]] == [("grabbed", "Sintel (2010)", "main")]
        assert await news(http, after=rest["last"]) == {"events": [], "last": rest["last"]}
        assert [e["id"] for e in (await news(http, limit=1))["events"]] == [2]


async def test_who_waits_hears_at_once() -> None:
    async with house() as home, served(home) as http:
        heard: list[str] = []

        async def follow() -> None:
            heard.extend(e["event"] for e in (await news(http, after=0, wait=60))["events"])

        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(follow)
            await anyio.sleep(0.1)
            await http.post("/api/v3/movie", json=sintel())
        assert heard == ["added"] * 20


async def test_a_change_that_is_no_news_wakes_nobody_for_good() -> None:
    async with house() as home, served(home) as http:
        async with anyio.create_task_group() as tasks:
            heard: list[dict[str, Any]] = []

            async def follow() -> None:
                heard.append(await news(http, after=0, wait=60))

            tasks.start_soon(follow)
            await anyio.sleep(0.1)
            async with home.store.transaction() as tx:
                await tx.names.id_of("profile", "new")
            await anyio.sleep(0.1)
            assert heard == []
            await http.post("/api/v3/movie", json=sintel())
        assert [e["event"] for e in heard[0]["events"]] == ["added"]


async def test_a_wait_without_news_ends_by_itself() -> None:
    async with house() as home, served(home) as http:
        assert await news(http, after=0, wait=1) == {"events": [], "last": 0}


async def test_when_the_daemon_stops_nobody_is_kept_waiting() -> None:
    heard: list[dict[str, Any]] = []
    async with house() as home, anyio.create_task_group() as tasks, served(home) as http:

        async def follow() -> None:
            async with httpx.AsyncClient(base_url=http.base_url, headers=http.headers, timeout=30) as own:
                heard.append(await news(own, after=0, wait=60))

        tasks.start_soon(follow)
        await anyio.sleep(0.2)
    assert heard == [{"events": [], "last": 0}]


async def test_after_a_database_was_put_back_one_goes_on_from_its_end() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        assert await news(http, after=900, wait=60) == {"events": [], "last": 1}


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": 1001}, {"after": "x"}], ids=str)
async def test_a_senseless_question_is_refused(query: dict[str, Any]) -> None:
    async with house() as home, served(home) as http:
        assert (await http.get(EVENTS, params=query)).status_code == 400


async def test_while_the_database_is_away_who_follows_is_told() -> None:
    async with house() as home, served(home) as http:
        home.store.lose_lease()
        assert (await http.get(EVENTS, params={"after": 0, "wait": 30})).status_code == 503


async def test_a_pause_is_made_shown_and_ended() -> None:
    async with house() as home:
        quiet = Quiet()
        async with served(home, driving=replace(home.container.driving(), pause_work=quiet)) as http:
            none = {"paused": False, "since": None, "until": None}
            assert (await http.get(PAUSE)).json() == none
            made = (await http.put(PAUSE, json={})).json()
            assert made == {"paused": True, "since": "2026-01-01T12:00:00Z", "until": None}
            timed = (await http.put(PAUSE, json={"until": "2026-01-02T01:00:00+01:00"})).json()
            assert timed["until"] == "2026-01-02T00:00:00Z"
            assert quiet.now == Pause(NOON, datetime(2026, 1, 2, tzinfo=UTC))
            assert (await http.get(PAUSE)).json() == timed
            assert (await http.delete(PAUSE)).json() == none
            assert (await http.delete(PAUSE)).status_code == 200


@pytest.mark.parametrize("until", ["", "tomorrow", "2020-01-01", "0001-01-01T00:00:00+14:00", 7], ids=repr)
async def test_a_moment_that_is_none_or_has_passed_is_refused(until: object) -> None:
    async with house() as home:
        driving = replace(home.container.driving(), pause_work=Quiet())
        async with served(home, driving=driving) as http:
            assert (await http.put(PAUSE, json={"until": until})).status_code == 400
