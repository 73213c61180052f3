"""The interactive search over v3."""

import pytest

from radarr.ports.errors import Unavailable
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import GOOD, house

pytestmark = pytest.mark.anyio


async def test_a_search_shows_every_release_and_grabs_the_one_that_is_picked() -> None:
    async with house() as home, served(home) as http:
        home.offer(GOOD)
        home.offer("Sintel.2010.CAM.XviD-SEAT")
        await http.post("/api/v3/movie", json=sintel())
        found = (await http.get("/api/v3/release?movieId=1")).json()
        assert [(r["title"], r["approved"]) for r in found] == [(GOOD, True), ("Sintel.2010.CAM.XviD-SEAT", False)]
        assert found[1]["rejections"]
        assert not {"downloadUrl", "magnetUrl"} & found[0].keys()
        picked = {"guid": found[0]["guid"], "indexerId": found[0]["indexerId"]}
        assert (await http.post("/api/v3/release", json=picked)).json()["title"] == GOOD
        assert (await http.post("/api/v3/release", json=picked)).status_code == 409


async def test_an_indexer_that_is_missing_is_named_in_a_header_of_one_line() -> None:
    async with house() as home, served(home) as http:
        home.offer(GOOD, indexer_id=2)
        home.indexers.failing[1] = Unavailable("Alpha is down\r\nX-Evil: yes — really")
        await http.post("/api/v3/movie", json=sintel())
        answer = await http.get("/api/v3/release?movieId=1")
        assert [r["title"] for r in answer.json()] == [GOOD]
        assert answer.headers["X-Missing-Indexers"] == "Alpha: Alpha is down??X-Evil: yes ? really"
        assert "X-Evil" not in answer.headers


async def test_a_search_for_no_film_is_refused() -> None:
    async with house() as home, served(home) as http:
        for path in ("/api/v3/release", "/api/daemon/v1/search"):
            answer = await http.get(path)
            assert (answer.status_code, answer.json()["message"]) == (400, "movieId is missing")


async def test_what_was_not_shown_cannot_be_grabbed() -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/release", json={"guid": "1-never", "indexerId": 1})
        assert (answer.status_code, "search" in answer.text) == (404, True)
