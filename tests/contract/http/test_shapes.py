"""Every key and word that v3 sends is one of Radarr's."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from radarr.ports.driving.queue import QueueAction
from tests.contract.http.openapi import needs_contract, schemas, strange
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import BEST, GOOD, House, house

pytestmark = [pytest.mark.anyio, needs_contract]

ANSWERS = {
    "/api": "ApiInfoResource",
    "/api/v3/movie": "MovieResource",
    "/api/v3/movie/1": "MovieResource",
    "/api/v3/queue": "QueueResourcePagingResource",
    "/api/v3/history": "HistoryResourcePagingResource",
    "/api/v3/history/movie?movieId=1": "HistoryResource",
    "/api/v3/blocklist": "BlocklistResourcePagingResource",
    "/api/v3/release?movieId=1": "ReleaseResource",
    "/api/v3/command": "CommandResource",
    "/api/v3/command/1": "CommandResource",
    "/api/v3/qualityprofile": "QualityProfileResource",
    "/api/v3/qualityprofile/1": "QualityProfileResource",
    "/api/v3/rootfolder": "RootFolderResource",
    "/api/v3/system/status": "SystemResource",
}


async def story(home: House, http: httpx.AsyncClient) -> None:
    """A film arrives, another download fails by a person's hand, and one more is under way."""
    home.offer(GOOD)
    await http.post(
        "/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}, originalLanguage={"name": "French"})
    )
    await home.search()
    await home.downloaded(GOOD)
    await home.track()
    home.offer(BEST)
    await home.container.feed().execute()
    await home.container.manage_download().execute(2, QueueAction.FAIL)
    home.offer("Tears.of.Steel.2012.1080p.WEB-DL.H264-ONE")
    for number, title in ((133701, "Tears of Steel"), (99, "Caminandes")):
        await http.post("/api/v3/movie", json=sintel(tmdbId=number, title=title, year=2012))
    await home.container.feed().execute()
    await http.delete("/api/v3/movie/3")
    await http.post("/api/v3/command", json={"name": "RssSync"})


async def test_every_answer_has_radarrs_shape() -> None:
    known = schemas()
    async with house() as home, served(home) as http:
        await story(home, http)
        for path, name in ANSWERS.items():
            answer: Any = (await http.get(path)).json()
            assert answer != []
            assert not isinstance(answer, dict) or answer.get("records") != [], path
            for item in answer if isinstance(answer, list) else [answer]:
                _leave_out(name, item)
                assert list(strange(item, known[name], known, name)) == [], path


def _leave_out(name: str, item: dict[str, Any]) -> None:
    if name == "CommandResource":
        item.pop("body")  # each command has its own


async def test_what_a_grab_answers_has_radarrs_shape() -> None:
    known = schemas()
    async with house() as home, served(home) as http:
        release = home.offer(GOOD)
        await http.post("/api/v3/movie", json=sintel())
        await http.get("/api/v3/release?movieId=1")
        grabbed = await http.post("/api/v3/release", json={"guid": release.guid, "indexerId": 1})
        assert list(strange(grabbed.json(), known["ReleaseResource"], known, "release")) == []


@pytest.mark.parametrize("availability", ["announced", "in_cinemas", "released"])
async def test_when_a_film_is_waited_for_is_said_in_radarrs_words(availability: str) -> None:
    known = schemas()
    async with house() as home:
        profiles = {
            name: replace(profile, minimum_availability=availability)
            for name, profile in home.container.profiles().items()
        }
        async with served(home, profiles=profiles) as http:
            film = (await http.post("/api/v3/movie", json=sintel())).json()
            assert list(strange(film, known["MovieResource"], known, "movie")) == []
