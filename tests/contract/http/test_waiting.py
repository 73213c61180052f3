"""What waits until it is due, in the queue."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from tests.contract.http.served import served
from tests.unit.app.usecases.house import GOOD, NOON, House, house
from tests.unit.app.usecases.test_waiting import BETTER, asking

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def waiting(*names: str) -> AsyncIterator[tuple[House, httpx.AsyncClient]]:
    """Releases that wait for the end of the delay."""
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        for name in names:
            home.offer(name, published_at=NOON)
        await home.container.feed().execute()
        async with served(home) as http:
            yield home, http


async def test_the_queue_shows_what_waits_and_until_when() -> None:
    async with waiting(GOOD) as (_, http):
        page = (await http.get("/api/v3/queue")).json()
        (item,) = page["records"]
        assert (page["totalRecords"], item["status"], item["title"], item["movieId"]) == (1, "delay", GOOD, 1)
        assert (item["estimatedCompletionTime"], item["timeleft"]) == ("2026-01-01T14:00:00Z", "02:00:00")
        assert item["statusMessages"] == [
            {"title": GOOD, "messages": ["the slot main waits for something better"]},
        ]
        assert "downloadId" not in item


async def test_a_person_fetches_at_once_what_waits() -> None:
    async with waiting(GOOD) as (home, http):
        (item,) = (await http.get("/api/v3/queue")).json()["records"]
        assert (await http.post(f"/api/v3/queue/grab/{item['id']}")).status_code == 200
        assert list(await home.states()) == [GOOD]
        (now,) = (await http.get("/api/v3/queue")).json()["records"]
        assert now["status"] != "delay"
        again = await http.post(f"/api/v3/queue/grab/{item['id']}")
        assert (again.status_code, "nothing waits" in again.json()["message"]) == (404, True)


async def test_what_waits_is_taken_out_of_the_queue_and_comes_back_only_where_it_is_not_blocklisted() -> None:
    async with waiting(GOOD, BETTER) as (home, http):
        queue = (await http.get("/api/v3/queue?sortKey=title")).json()["records"]
        assert [item["title"] for item in queue] == [GOOD, BETTER]
        assert (await http.delete(f"/api/v3/queue/{queue[0]['id']}?blocklist=true")).status_code == 200
        assert (await http.delete(f"/api/v3/queue/{queue[1]['id']}")).status_code == 200
        assert (await http.delete(f"/api/v3/queue/{queue[1]['id']}")).status_code == 404
        assert (await http.get("/api/v3/queue")).json()["records"] == []
        await home.container.feed().execute()
        assert [item["title"] for item in (await http.get("/api/v3/queue")).json()["records"]] == [BETTER]
