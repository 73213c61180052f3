"""How paths may be spelt, and what stands at none."""

import pytest

from tests.contract.http.served import KEY, served, sintel
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize(
    "path",
    ["/api/v3/qualityProfile", "/api/v3/rootFolder/", "/API/V3/Movie", "/api/v3/movie/?tmdbid=1", "/api/v3/QUEUE"],
)
async def test_a_path_is_known_in_any_spelling(path: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.get(path)
        assert answer.status_code == 200
        assert answer.history == []


async def test_query_names_are_known_in_any_spelling_and_strangers_ignored() -> None:
    async with house() as home, served(home) as http:
        await http.post("/api/v3/movie", json=sintel())
        assert len((await http.get("/api/v3/movie?TMDBID=45745&excludeLocalCovers=true")).json()) == 1
        assert (await http.get("/api/v3/movie?tmdbid=603")).json() == []
        assert (await http.get("/api/v3/queue?pagesize=7")).json()["pageSize"] == 7


@pytest.mark.parametrize("path", ["/", "/api/v3/nothing", "/api/v3/movie/abc", "/api/v3/movie/1234567890"])
async def test_where_nothing_stands_the_404_is_empty(path: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.get(path)
        assert (answer.status_code, answer.content) == (404, b"")


async def test_a_method_that_a_path_has_not_is_told_apart() -> None:
    async with house() as home, served(home) as http:
        answer = await http.patch("/api/v3/Movie/")
        assert (answer.status_code, answer.headers["Allow"]) == (405, "GET, HEAD, POST, PUT")


async def test_which_api_is_spoken_can_be_asked() -> None:
    async with house() as home, served(home) as http:
        assert (await http.get("/api")).json() == {"current": "v3", "deprecated": []}


async def test_a_get_with_a_body_is_answered_all_the_same() -> None:
    async with house() as home, served(home) as http:
        assert (await http.request("GET", "/api/v3/movie", content=b"null")).json() == []


async def test_behind_a_url_base_everything_has_it() -> None:
    async with house() as home, served(home, url_base="/radarr") as http:
        assert (await http.get("/radarr/api/v3/system/status")).json()["urlBase"] == "/radarr"
        assert (await http.get("/Radarr/Ping")).status_code == (await http.get("/ping")).status_code == 200
        added = await http.post("/radarr/api/v3/movie", json=sintel())
        assert added.headers["Location"] == "/radarr/api/v3/movie/1"
        assert (await http.get(added.headers["Location"])).json() == added.json()


@pytest.mark.parametrize("path", ["/api/v3/movie?tmdbId=1&a=%20", "/", "/radarrs/ping", "//evil.example.com/x"])
async def test_who_leaves_the_url_base_out_is_sent_to_the_path_with_it(path: str) -> None:
    async with house() as home, served(home, url_base="/radarr") as http:
        answer = await http.get(f"{str(http.base_url).rstrip('/')}{path}")
        assert answer.status_code == 307
        assert answer.headers["Location"] == f"/radarr/{path.lstrip('/')}"


async def test_a_key_is_asked_for_below_the_url_base_as_well() -> None:
    async with house() as home, served(home, url_base="/radarr") as http:
        for path in ("/radarr/api/v3/movie", "/radarr", "/radarr/nothing"):
            assert (await http.get(path, headers={"X-Api-Key": "wrong"})).status_code == 401
        assert (await http.get(f"/radarr/api?apikey={KEY}")).status_code == 200
