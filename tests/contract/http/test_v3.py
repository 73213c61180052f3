"""What companion programs rely on, over real HTTP."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from radarr.adapters.http.context import Context
from radarr.adapters.http.server import serve
from tests.unit.app.usecases.house import BEST, GOOD, NOON, House, house

pytestmark = pytest.mark.anyio

KEY = "0123456789abcdef0123456789abcdef"
SCHEMAS = Path(__file__).parents[3].parent / "shared" / "contracts" / "radarr-v3-openapi.json"
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict}


@asynccontextmanager
async def served(home: House, *, ready: bool = True, url_base: str = "") -> AsyncIterator[httpx.AsyncClient]:
    container = home.container
    context = Context(
        driving=container.driving(),
        store=home.store,
        files=home.files,
        clock=home.clock,
        profiles=container.profiles(),
        api_key=KEY,
        url_base=url_base,
        allowed_hosts=("films.example.org",),
        version="0.1.0",
        started_at=NOON,
        database="sqlite",
    )
    if ready:
        container.status().ready()
    async with (
        serve(context, "127.0.0.1", 0) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers={"X-Api-Key": KEY}, trust_env=False) as http,
    ):
        yield http


def sintel(**changes: Any) -> dict[str, Any]:
    wanted = {"title": "Sintel", "year": 2010, "tmdbId": 45745, "qualityProfileId": 4, "rootFolderPath": "/library"}
    return {**wanted, "monitored": True, **changes}


async def test_without_the_key_there_is_nothing_but_a_status() -> None:
    async with house() as home, served(home) as http:
        for path in ("/api/v3/movie", "/api/v3/nothing", "/api/daemon/v1/status"):
            answer = await http.get(path, headers={"X-Api-Key": "wrong"})
            assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        pytest.param({"X-Api-Key": KEY}, "", id="header"),
        pytest.param({"X-Api-Key": "", "Authorization": f"Bearer {KEY}"}, "", id="bearer"),
        pytest.param({"X-Api-Key": "wrong"}, f"?apikey={KEY}", id="a query beats the header"),
    ],
)
async def test_the_key_comes_in_any_of_radarrs_ways(headers: dict[str, str], query: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.get(f"/api/v3/system/status{query}", headers=headers)
        assert answer.json()["appName"] == "Radarr"
        assert answer.headers["X-Application-Version"].count(".") == 3
        assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


async def test_while_it_starts_it_lives_and_says_that_it_is_not_ready() -> None:
    async with house() as home, served(home, ready=False) as http:
        for path, status in (("/ping", 200), ("/health", 200), ("/ready", 503), ("/api/v3/movie", 503)):
            assert (await http.get(path)).status_code == status
        home.container.status().ready()
        assert (await http.get("/ready")).status_code == 200


async def test_a_foreign_host_name_is_refused() -> None:
    async with house() as home, served(home) as http:
        assert (await http.get("/ping", headers={"Host": "evil.example.com"})).status_code == 403
        assert (await http.get("/ping", headers={"Host": "films.example.org"})).status_code == 200


async def test_behind_a_url_base_everything_has_it() -> None:
    async with house() as home, served(home, url_base="/radarr") as http:
        assert (await http.get("/radarr/api/v3/system/status")).json()["urlBase"] == "/radarr"
        assert (await http.get("/radarr/ping")).status_code == (await http.get("/ping")).status_code == 200


async def test_a_film_is_added_changed_and_removed() -> None:
    async with house() as home, served(home) as http:
        added = await http.post("/api/v3/movie", json=sintel())
        assert added.status_code == 201
        film = added.json()
        assert (film["id"], film["hasFile"], film["rootFolderPath"]) == (1, False, "/library")
        again = await http.post("/api/v3/movie", json=sintel())
        assert again.status_code == 400
        assert again.json()[0]["propertyName"] == "TmdbId"
        assert again.json()[0]["errorMessage"] == "This movie has already been added"
        for path in ("/api/v3/movie/1", "/api/v3/movie"):
            changed = await http.put(path, json={**film, "monitored": False, "qualityProfileId": 1})
            assert (changed.status_code, changed.json()["monitored"], changed.json()["qualityProfileId"]) == (
                202,
                False,
                1,
            )
        assert [m["id"] for m in (await http.get("/api/v3/movie?tmdbId=45745")).json()] == [1]
        removed = await http.delete("/api/v3/movie/1")
        assert (removed.status_code, removed.json()) == (200, {})
        assert (await http.get("/api/v3/movie/1")).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"{", 400, id="no JSON"),
        pytest.param(b'{"tmdbId": "many"}', 400, id="a wrong type"),
        pytest.param(json.dumps(sintel(qualityProfileId=99)).encode(), 400, id="an unknown profile"),
        pytest.param(json.dumps(sintel(rootFolderPath="/nowhere")).encode(), 400, id="an unknown folder"),
        pytest.param(json.dumps({"title": "Sintel"}).encode(), 400, id="no id"),
    ],
)
async def test_a_bad_film_is_refused_in_words(body: bytes, status: int) -> None:
    async with house() as home, served(home) as http:
        answer = await http.post("/api/v3/movie", content=body)
        assert answer.status_code == status
        said = answer.json()
        assert (said[0]["errorMessage"] if isinstance(said, list) else said["message"]) != ""
        assert "Traceback" not in answer.text


async def test_a_search_shows_every_release_and_grabs_the_one_that_is_picked() -> None:
    async with house() as home, served(home) as http:
        home.offer(GOOD)
        home.offer("Sintel.2010.CAM.XviD-SEAT")
        await http.post("/api/v3/movie", json=sintel())
        found = (await http.get("/api/v3/release?movieId=1", timeout=20)).json()
        assert [(r["title"], r["approved"]) for r in found] == [(GOOD, True), ("Sintel.2010.CAM.XviD-SEAT", False)]
        assert "downloadUrl" not in found[0]
        picked = {"guid": found[0]["guid"], "indexerId": found[0]["indexerId"]}
        assert (await http.post("/api/v3/release", json=picked)).json()["title"] == GOOD
        queue = (await http.get("/api/v3/queue?pageSize=5")).json()
        assert (queue["totalRecords"], queue["pageSize"], queue["records"][0]["title"]) == (1, 5, GOOD)
        assert (await http.post("/api/v3/release", json=picked)).status_code == 409
        assert (await http.delete("/api/v3/queue/1?removeFromClient=false")).json() == {}
        assert (await http.get("/api/v3/queue")).json()["totalRecords"] == 0


async def test_commands_are_started_and_told_of() -> None:
    async with house() as home, served(home) as http:
        home.offer(BEST)
        await http.post("/api/v3/movie", json=sintel())
        started = await http.post("/api/v3/command", json={"name": "moviessearch", "movieIds": [1]})
        assert (started.status_code, started.json()["name"]) == (201, "MoviesSearch")
        for _ in range(500):
            state = (await http.get("/api/v3/command/1")).json()
            if state["status"] not in {"queued", "started"}:
                break
            await anyio.sleep(0.01)
        assert (state["status"], state["message"]) == ("completed", "1 releases considered, 1 grabbed")
        unknown = await http.post("/api/v3/command", json={"name": "MakeCoffee"})
        assert (unknown.status_code, "MoviesSearch" in unknown.json()["description"]) == (400, True)


async def test_an_unknown_path_is_a_404_without_json() -> None:
    async with house() as home, served(home) as http:
        answer = await http.get("/api/v3/nothing")
        assert (answer.status_code, answer.content) == (404, b"")


def check(value: Any, schema: dict[str, Any], schemas: dict[str, Any], where: str) -> None:
    """Every key that we send is one of Radarr's, of its type."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if "oneOf" in schema or "allOf" in schema or not schema.get("type"):
        return
    assert isinstance(value, TYPES[schema["type"]]), (where, value, schema["type"])
    if isinstance(value, dict) and "properties" in schema:
        for key, inner in value.items():
            if (where, key) == ("CommandResource", "body"):
                continue  # each command has its own
            assert key in schema["properties"], f"{where}.{key} is not Radarr's"
            check(inner, schema["properties"][key], schemas, f"{where}.{key}")
    for number, item in enumerate(value if isinstance(value, list) else ()):
        check(item, schema.get("items", {}), schemas, f"{where}[{number}]")


@pytest.mark.skipif(not SCHEMAS.exists(), reason="the shared contracts are not beside the repository")
async def test_every_answer_has_radarrs_shape() -> None:
    schemas = json.loads(SCHEMAS.read_text())["components"]["schemas"]
    async with house() as home, served(home) as http:
        home.offer(GOOD)
        await http.post("/api/v3/movie", json=sintel(addOptions={"searchForMovie": True}))
        await home.search()
        queue = (await http.get("/api/v3/queue")).json()
        await home.downloaded(GOOD)
        await home.track()
        await http.post("/api/v3/command", json={"name": "RssSync"})
        answers = {
            "MovieResource": (await http.get("/api/v3/movie")).json(),
            "QueueResourcePagingResource": [queue],
            "HistoryResourcePagingResource": [(await http.get("/api/v3/history")).json()],
            "BlocklistResourcePagingResource": [(await http.get("/api/v3/blocklist")).json()],
            "ReleaseResource": (await http.get("/api/v3/release?movieId=1", timeout=20)).json(),
            "CommandResource": (await http.get("/api/v3/command")).json(),
            "QualityProfileResource": (await http.get("/api/v3/qualityprofile")).json(),
            "RootFolderResource": (await http.get("/api/v3/rootfolder")).json(),
            "SystemResource": [(await http.get("/api/v3/system/status")).json()],
        }
    for name, values in answers.items():
        assert values, name
        for value in values:
            check(value, schemas[name], schemas, name)
