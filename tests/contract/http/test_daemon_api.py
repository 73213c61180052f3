"""What Radarr has not, over `/api/daemon/v1`, and slots."""

import base64

import pytest
from dependency_injector import providers

from radarr.app.usecases.add_movie import SlotRules
from radarr.domain.torrent.build import build_torrent
from tests.contract.http.served import served, sintel
from tests.unit.app.usecases.house import GOOD, house

pytestmark = pytest.mark.anyio

CAM = "Sintel.2010.CAM.XviD-SEAT"


async def test_a_film_is_added_with_all_that_the_command_line_may_say() -> None:
    async with house() as home, served(home) as http:
        added = await http.post("/api/daemon/v1/movie", json={"tmdbId": 45745, "title": "Sintel", "year": 2010})
        assert (added.status_code, added.json()) == (201, {"id": 1, "title": "Sintel", "year": 2010, "tmdbId": 45745})
        again = await http.post("/api/daemon/v1/movie", json={"tmdbId": 45745, "title": "Sintel", "year": 2010})
        assert (again.status_code, "Sintel (2010)" in again.json()["message"]) == (409, True)
        unknown = await http.post("/api/daemon/v1/movie", json={"tmdbId": 9, "title": "Nine", "slots": ["uhd"]})
        assert (unknown.status_code, "main" in unknown.json()["description"]) == (400, True)


async def test_slots_are_shown_and_changed() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        (slot,) = (await http.get("/api/v3/movie/1/slots")).json()
        assert (slot["name"], slot["root"], slot["monitored"], "path" in slot) == ("main", "/library", True, False)
        assert (slot.pop("searches"), slot.pop("nextSearch")) == (0, "2026-01-01T12:00:00Z")
        changed = await http.put("/api/v3/movie/1/Slots/main", json={"monitored": False})
        assert (changed.status_code, changed.json()) == (202, [{**slot, "monitored": False}])
        assert (await http.put("/api/v3/movie/1/slots/uhd", json={})).status_code == 400
        assert (await http.put("/api/v3/movie/7/slots/main", json={})).status_code == 404


async def test_a_slot_is_limited_and_freed_again() -> None:
    async with house() as home, served(home) as http:
        limits = {"edition": "director's cut", "maxSize": 6 << 30, "maxSizePerMinute": 60 << 20}
        await http.post("/api/daemon/v1/movie", json={"tmdbId": 45745, "title": "Sintel", **limits})
        (slot,) = (await http.get("/api/v3/movie/1/slots")).json()
        assert slot.items() >= limits.items()
        freed = await http.put("/api/v3/movie/1/slots/main", json={"edition": "", "maxSize": 0})
        assert freed.json() == [{k: v for k, v in slot.items() if k not in {"edition", "maxSize"}}]
        wrong = await http.put("/api/v3/movie/1/slots/main", json={"edition": "/(/"})
        assert (wrong.status_code, "pattern" in wrong.json()["message"]) == (400, True)
        assert (await http.put("/api/v3/movie/1/slots/main", json={"maxSize": -1})).status_code == 400


async def test_a_slot_is_taken_away_again() -> None:
    async with house() as home:
        rules = {name: SlotRules(name=name, profile="HD-1080p", root="/library") for name in ("main", "phone")}
        home.container.slots.override(providers.Object(rules))
        async with served(home) as http:
            await http.post("/api/v3/movie", json=sintel())
            await http.put("/api/v3/movie/1/slots/phone", json={})
            left = await http.delete("/api/v3/movie/1/slots/phone?deleteFile=true")
            assert (left.status_code, [slot["name"] for slot in left.json()]) == (200, ["main"])
            assert (await http.delete("/api/v3/movie/1/slots/phone")).status_code == 404
            assert (await http.delete("/api/v3/movie/1/slots/main")).status_code == 400


async def test_why_names_every_candidate_and_reason() -> None:
    async with house() as home, served(home) as http:
        for name in (GOOD, CAM):
            home.offer(name)
        await http.post("/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}))
        await home.search()
        told = (await http.get("/api/daemon/v1/movie/1/why?slot=main")).json()
        outcomes = {c["title"]: (c["outcome"], bool(c["rejections"])) for c in told["candidates"]}
        assert (told["movie"], outcomes) == ("Sintel (2010)", {GOOD: ("grabbed", False), CAM: ("rejected", True)})
        cam = next(c for c in told["candidates"] if c["title"] == CAM)
        assert (cam["said"]["year"], cam["said"]["group"], cam["indexers"], cam["seen"]) == (2010, "SEAT", ["Alpha"], 1)
        assert cam["changes"] or cam["obstacle"]
        (slot,) = told["slots"]
        assert (slot["slot"], slot["considered"]) == ("main", 2)
        assert f"{GOOD} is under way" in slot["standing"]
        wrong = await http.get("/api/daemon/v1/movie/1/why?slot=uhd")
        assert (wrong.status_code, wrong.json()["description"]) == (400, "it has main")


async def test_a_search_names_reasons_and_how_each_indexer_answered() -> None:
    async with house() as home, served(home) as http:
        for name in (GOOD, CAM, "Another.Film.1999.1080p.WEB-DL.H264-ONE"):
            home.offer(name)
        await http.post("/api/v3/movie", json=sintel())
        found = (await http.get("/api/daemon/v1/search?movieid=1")).json()
        assert [(r["accepted"], r["slot"]) for r in found["releases"]] == [(True, "main"), (False, "main"), (False, "")]
        assert [(a["indexer"], a["releases"]) for a in found["indexers"]] == [("Alpha", 3), ("Beta", 0)]


async def test_a_torrent_of_ones_own_is_grabbed() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        torrent = base64.b64encode(build_torrent(GOOD, {f"{GOOD}.mkv": 1 << 20})).decode()
        grabbed = await http.post("/api/daemon/v1/movie/1/grab", json={"torrent": torrent})
        assert (grabbed.status_code, grabbed.json()["title"], grabbed.json()["queueId"]) == (201, GOOD, 1)
        again = await http.post("/api/daemon/v1/movie/1/grab", json={"torrent": torrent})
        assert again.status_code == 409


@pytest.mark.parametrize(
    "body",
    [
        pytest.param({}, id="neither"),
        pytest.param({"magnet": "magnet:?xt=urn:btih:00", "torrent": "AA=="}, id="both"),
        pytest.param({"torrent": "not base64!"}, id="no base64"),
        pytest.param({"torrent": "\u00e9"}, id="no ASCII"),
        pytest.param({"torrent": "AA=="}, id="no torrent"),
        pytest.param({"magnet": "https://example.com/film"}, id="no magnet"),
    ],
)
async def test_what_is_no_torrent_is_refused_in_words(body: dict[str, str]) -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        answer = await http.post("/api/daemon/v1/movie/1/grab", json=body)
        assert (answer.status_code, answer.json()["message"] != "") == (400, True)


async def test_the_status_tells_of_counts_and_of_a_pause() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        told = (await http.get("/api/daemon/v1/status")).json()
        assert (told["movies"], told["files"], told["wanted"], told["queue"]) == (1, 0, 1, 0)
        assert told["pause"] == {"paused": False, "since": None, "until": None}
        assert "prowlarr.api_key is empty: nothing is searched until it is set" in told["notices"]
        assert (await http.get("/api/daemon/v1/unmatched")).json() == {"problem": "", "torrents": []}


@pytest.mark.parametrize("title", ["Sin\x00tel", "Sin\u2028tel", "\U0001f3ac"], ids=ascii)
async def test_a_strange_title_does_no_harm(title: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", json=sintel(title=title))
        assert answer.status_code in {201, 400}
        assert (await http.get("/api/v3/movie")).status_code == 200


async def test_half_a_character_is_no_title() -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", content=b'{"tmdbId": 1, "title": "\\ud800"}')
        assert answer.status_code == 400
