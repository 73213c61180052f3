"""Pages of the queue, the history and the blocklist, and commands."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import httpx
import pytest

from radarr.ports.driving.queue import QueueAction
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import BEST, House, house

pytestmark = pytest.mark.anyio

FILMS = [("Agent 327", 2017), ("Caminandes", 2013), ("Sintel", 2010)]


@asynccontextmanager
async def three_downloads() -> AsyncIterator[tuple[House, httpx.AsyncClient]]:
    """Three films, each with a download under way, added in the order of FILMS."""
    async with house() as home, served(home) as http:
        for number, (title, year) in enumerate(FILMS, 1):
            home.offer(f"{title.replace(' ', '.')}.{year}.1080p.WEB-DL.H264-ONE")
            body = sintel(tmdbId=number, title=title, year=year, addOptions={"searchForMovie": True})
            assert (await http.post("/api/v3/movie", json=body)).status_code == 201
            await home.search()
            home.clock.go_on(minutes=1)
        yield home, http


def films(page: dict[str, object]) -> list[object]:
    records = page["records"]
    assert isinstance(records, list)
    return [record["movieId"] for record in records]


@pytest.mark.parametrize(
    ("query", "key", "direction", "expected"),
    [
        pytest.param("", "timeleft", "ascending", [1, 2, 3], id="as Radarr does"),
        pytest.param("sortKey=title&sortDirection=descending", "title", "descending", [3, 2, 1], id="by title"),
        pytest.param(
            "sortkey=TimeLeft&sortDirection=default", "timeleft", "ascending", [1, 2, 3], id="in other letters"
        ),
        pytest.param("sortKey=magic", "timeleft", "ascending", [1, 2, 3], id="by what nobody knows"),
        pytest.param("sortKey=added&page=2&pageSize=2", "added", "ascending", [3], id="the second page"),
        pytest.param("page=9&pageSize=2", "timeleft", "ascending", [], id="a page beyond the last"),
        pytest.param("page=0&pageSize=0", "timeleft", "ascending", [1], id="nothing is at least one"),
        pytest.param("page=9999999999&pageSize=9999999999", "timeleft", "ascending", [], id="very large numbers"),
    ],
)
async def test_the_queue_comes_in_pages(query: str, key: str, direction: str, expected: list[int]) -> None:
    async with three_downloads() as (_, http):
        page = (await http.get(f"/api/v3/queue?{query}")).json()
        assert (page["sortKey"], page["sortDirection"], page["totalRecords"]) == (key, direction, 3)
        assert films(page) == expected


async def test_the_history_comes_in_pages_from_either_end() -> None:
    async with three_downloads() as (_, http):
        newest = (await http.get("/api/v3/history?pageSize=4")).json()
        assert (newest["totalRecords"], newest["pageSize"], newest["sortKey"]) == (6, 4, "date")
        assert [r["id"] for r in newest["records"]] == [6, 5, 4, 3]
        for query, expected in (("page=2&", [2, 1]), ("sortDirection=ascending&", [1, 2, 3, 4])):
            page = (await http.get(f"/api/v3/history?{query}pageSize=4")).json()
            assert [r["id"] for r in page["records"]] == expected
        rest = (await http.get("/api/v3/history?sortDirection=ascending&pageSize=4&page=2")).json()
        assert [r["id"] for r in rest["records"]] == [5, 6]
        assert (await http.get("/api/v3/history?page=9999999999&pageSize=9999999999")).json()["records"] == []


async def test_the_history_of_one_film_is_told_apart() -> None:
    async with three_downloads() as (_, http):
        page = (await http.get("/api/v3/history?movieId=2")).json()
        whole = (await http.get("/api/v3/history/movie?movieId=2")).json()
        assert page["records"] == whole
        assert [(e["eventType"], e["data"]["event"]) for e in whole] == [
            ("grabbed", "grabbed"),
            ("unknown", "movieAdded"),
        ]
        assert whole[0]["downloadId"] == whole[0]["downloadId"].upper()
        assert whole[0]["date"] == "2026-01-01T12:01:00Z"


async def test_a_download_is_removed_and_blocked_when_that_is_asked() -> None:
    async with three_downloads() as (_, http):
        gone = await http.delete("/api/v3/queue/1?removeFromClient=True&blocklist=true&skipRedownload=true")
        assert (gone.status_code, gone.json()) == (200, {})
        assert films((await http.get("/api/v3/queue")).json()) == [2, 3]
        blocked = (await http.get("/api/v3/blocklist")).json()
        assert (blocked["totalRecords"], films(blocked)) == (1, [1])
        again = await http.delete("/api/v3/queue/1")
        assert (again.status_code, again.json()["message"] != "") == (400, True)
        freed = await http.delete(f"/api/v3/blocklist/{blocked['records'][0]['id']}")
        assert (freed.status_code, freed.json()) == (200, {})
        assert (await http.get("/api/v3/blocklist")).json()["records"] == []


async def test_the_blocklist_is_sorted_as_asked() -> None:
    async with three_downloads() as (home, http):
        for number in (2, 3, 1):
            await home.container.manage_download().execute(number, QueueAction.FAIL, search_again=False)
            home.clock.go_on(minutes=1)
        assert films((await http.get("/api/v3/blocklist")).json()) == [1, 3, 2]
        assert films((await http.get("/api/v3/blocklist?sortKey=sourceTitle&sortDirection=ascending")).json()) == [
            1,
            2,
            3,
        ]


async def test_what_cannot_be_done_to_a_download_is_said() -> None:
    async with three_downloads() as (_, http):
        answer = await http.post("/api/daemon/v1/queue/1/explode")
        assert (answer.status_code, "pause" in answer.json()["description"]) == (400, True)
        assert (await http.post("/api/daemon/v1/queue/1/Pause")).status_code == 200


async def test_commands_are_started_and_told_of() -> None:
    async with house() as home, served(home) as http:
        home.offer(BEST)
        await http.post("/api/v3/movie", json=sintel())
        started = await http.post("/api/v3/command", json={"name": "moviessearch", "movieIds": ["1"]})
        assert (started.status_code, started.json()["name"]) == (201, "MoviesSearch")
        address = started.headers["Location"]
        for _ in range(500):
            state = (await http.get(address)).json()
            if state["status"] not in {"queued", "started"}:
                break
            await anyio.sleep(0.01)
        assert (state["status"], state["message"]) == ("completed", "1 releases considered, 1 grabbed")
        assert (await http.get("/api/v3/command")).json() == [state]
        unknown = await http.post("/api/v3/command", json={"name": "MakeCoffee"})
        assert (unknown.status_code, "MoviesSearch" in unknown.json()["description"]) == (400, True)
        (failure,) = (await http.post("/api/v3/command", json={})).json()
        assert "name" in failure["errorMessage"]


@pytest.mark.parametrize("query", ["page=many", "pageSize=1e3", "page=99999999999"])
async def test_a_page_that_is_no_number_is_refused(query: str) -> None:
    async with house() as home, served(home) as http:
        for path in ("queue", "history", "blocklist"):
            answer = await http.get(f"/api/v3/{path}?{query}")
            assert (answer.status_code, "must be a number" in answer.json()["message"]) == (400, True)


async def test_roots_are_added_and_shown() -> None:
    async with house() as home, served(home) as http:
        home.files.tree.folder("/more")
        added = await http.post("/api/v3/rootfolder", json={"path": "/more/"})
        assert (added.status_code, added.json()["path"], added.json()["accessible"]) == (201, "/more", True)
        assert added.json() in (await http.get("/api/v3/rootFolder")).json()
        refused = await http.post("/api/v3/rootfolder", json={"path": "/nowhere"})
        assert (refused.status_code, refused.json()["message"] != "") == (400, True)


async def test_a_root_that_is_away_is_shown_as_such() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        home.files.tree.remove("/library/.radarr-root")
        (root,) = (await http.get("/api/v3/rootfolder")).json()
        assert (root["accessible"], "freeSpace" in root) == (False, False)
