"""Who is let in, under which name, and when."""

import pytest

from tests.contract.http.served import KEY, served, sintel
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("given", ["wrong", "", KEY[:-1], KEY + "0", "\xff\xfe"], ids=ascii)
async def test_without_the_key_there_is_nothing_but_a_status(given: str) -> None:
    async with house() as home, served(home) as http:
        for path in ("/", "/api", "/api/v3/movie", "/api/v3/nothing", "/api/daemon/v1/status", "/ping/../api/v3/movie"):
            answer = await http.get(path, headers={"X-Api-Key": given.encode("latin-1")})
            assert (answer.status_code, answer.content) == (401, b"")
            assert "X-Application-Version" not in answer.headers


async def test_where_no_key_is_set_nobody_has_it() -> None:
    async with house() as home, served(home, api_key="") as http:
        assert (await http.get("/api/v3/movie", headers={"X-Api-Key": ""})).status_code == 401


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        pytest.param({"X-Api-Key": KEY}, "", id="header"),
        pytest.param({"X-Api-Key": KEY, "Authorization": "Bearer wrong"}, "", id="the header beats a bearer"),
        pytest.param({"X-Api-Key": "", "Authorization": f"Bearer {KEY}"}, "", id="bearer"),
        pytest.param({"X-Api-Key": "", "Authorization": f"bearer {KEY}"}, "", id="a bearer in small letters"),
        pytest.param({"X-Api-Key": "wrong"}, f"?apikey={KEY}", id="a query beats the header"),
        pytest.param({"X-Api-Key": ""}, f"?apiKey={KEY}", id="a query in other letters"),
    ],
)
async def test_the_key_comes_in_any_of_radarrs_ways(headers: dict[str, str], query: str) -> None:
    async with house() as home, served(home) as http:
        answer = await http.get(f"/api/v3/system/status{query}", headers=headers)
        assert answer.json()["appName"] == "Radarr"


@pytest.mark.parametrize(
    ("headers", "query"),
    [
        pytest.param({"X-Api-Key": KEY}, "?apikey=wrong", id="query before header"),
        pytest.param({"X-Api-Key": "wrong", "Authorization": f"Bearer {KEY}"}, "", id="header before bearer"),
    ],
)
async def test_the_first_key_that_is_given_counts(headers: dict[str, str], query: str) -> None:
    async with house() as home, served(home) as http:
        assert (await http.get(f"/api/v3/movie{query}", headers=headers)).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v3/movie", 200),
        ("GET", "/api/v3/movie/7", 404),
        ("GET", "/api/v3/nothing", 404),
        ("PATCH", "/api/v3/movie", 405),
        ("POST", "/api/v3/command", 400),
        ("GET", "/api/v3/movie?tmdbId=many", 400),
    ],
)
async def test_every_answer_to_who_has_the_key_names_the_version(method: str, path: str, status: int) -> None:
    async with house() as home, served(home) as http:
        answer = await http.request(method, path)
        assert answer.status_code == status
        assert [part.isdigit() for part in answer.headers["X-Application-Version"].split(".")] == [True] * 4
        assert answer.headers["Cache-Control"] == "no-cache, no-store"
        assert answer.headers.get("Content-Type", "") == ("application/json; charset=utf-8" if answer.content else "")


@pytest.mark.parametrize("path", ["/ping", "/health", "/ready", "/Ping/", "/READY"])
async def test_whether_it_lives_may_be_asked_by_anyone(path: str) -> None:
    async with house() as home, served(home) as http:
        http.headers.pop("X-Api-Key")
        answer = await http.get(path)
        assert answer.status_code == 200
        assert (await http.head(path)).status_code == 200
        if path == "/ping":
            assert answer.json() == {"status": "OK"}


async def test_while_it_starts_it_lives_and_says_that_it_is_not_ready() -> None:
    async with house() as home, served(home, ready=False) as http:
        for path, status in (("/ping", 200), ("/health", 200), ("/ready", 503), ("/api/v3/movie", 503)):
            assert (await http.get(path)).status_code == status
        assert (await http.get("/ready")).json() == {"ready": False, "reason": "the daemon is starting"}
        assert (await http.get("/api/v3/movie", headers={"X-Api-Key": "wrong"})).status_code == 401
        home.container.status().ready()
        assert (await http.get("/ready")).json() == {"ready": True, "reason": ""}


async def test_a_foreign_host_name_is_refused() -> None:
    async with house() as home, served(home) as http:
        for path in ("/ping", "/api/v3/movie"):
            answer = await http.get(path, headers={"Host": "evil.example.com"})
            assert (answer.status_code, "server.allowed_hosts" in answer.json()["description"]) == (403, True)
            assert (await http.get(path, headers={"Host": "films.example.org:7878"})).status_code == 200


async def test_a_list_that_is_sent_in_pieces_names_the_version_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radarr.adapters.http.v3.movie._PAGE", 1)
    async with house() as home, served(home, trusted_proxies=("127.0.0.1/32",)) as http:
        for tmdb_id in (45745, 10378, 133701):
            await http.post("/api/v3/movie", json=sintel(tmdbId=tmdb_id))
        for headers in ({}, {"X-Forwarded-For": "203.0.113.9"}):
            answer = await http.get("/api/v3/movie", headers=headers)
            assert len(answer.json()) == 3
            assert answer.headers["X-Application-Version"].startswith("5.")
            assert answer.headers["Cache-Control"] == "no-cache, no-store"
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
