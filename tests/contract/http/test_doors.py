"""Strangers at the door: wrong keys, foreign names, and what proxies say."""

import logging

import anyio
import httpx
import pytest

from radarr.adapters.http.wrong_keys import WrongKeys
from tests.contract.http.raw import say
from tests.contract.http.served import KEY, served
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio

HOUR = 3600.0
LOOPBACK = ("127.0.0.0/8",)
GUESS = {"X-Api-Key": "a-guess-of-a-key"}


async def test_a_wrong_key_waits_and_a_right_one_of_the_same_address_does_not() -> None:
    slow = WrongKeys(first=HOUR, longest=HOUR)
    async with house() as home, served(home, wrong_keys=slow) as http, anyio.create_task_group() as guessing:
        for _ in range(3):
            guessing.start_soon(_guess, http)
        for _ in range(20):
            assert (await http.get("/api/v3/movie")).status_code == 200
        guessing.cancel_scope.cancel()


async def _guess(http: httpx.AsyncClient) -> None:
    await http.get("/api/v3/movie", headers=GUESS)
    raise AssertionError("a wrong key was answered at once")


async def test_who_guesses_on_many_lines_at_once_is_sent_away() -> None:
    async with house() as home, served(home, wrong_keys=WrongKeys(first=HOUR, longest=HOUR)) as http:
        send, receive = anyio.create_memory_object_stream[httpx.Response](12)

        async def guess() -> None:
            await send.send(await http.get("/api/v3/movie", headers=GUESS))

        with send, receive:
            async with anyio.create_task_group() as guessing:
                for _ in range(12):
                    guessing.start_soon(guess)
                answers = [await receive.receive() for _ in range(4)]
                guessing.cancel_scope.cancel()
        assert {(a.status_code, a.headers["Connection"], a.content) for a in answers} == {(429, "close", b"")}
        assert (await http.get("/api/v3/movie")).status_code == 200


async def test_no_key_at_all_is_no_guess() -> None:
    async with house() as home, served(home, wrong_keys=WrongKeys(first=HOUR, longest=HOUR)) as http:
        http.headers.pop("X-Api-Key")
        for _ in range(20):
            assert (await http.get("/api/v3/movie")).status_code == 401


async def test_a_wrong_key_is_logged_once_a_minute_with_its_address_and_never_itself(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with house() as home, served(home, trusted_proxies=LOOPBACK) as http:
        for address in ("203.0.113.9", "203.0.113.9", "198.51.100.7"):
            await http.get("/api/v3/movie", headers={**GUESS, "X-Forwarded-For": address})
        home.clock.go_on(minutes=2)
        await http.get("/api/v3/movie?apikey=a-guess-of-a-key", headers={"X-Forwarded-For": "203.0.113.9"})
    told = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert told == [f"a wrong API key came from {a}" for a in ("203.0.113.9", "198.51.100.7", "203.0.113.9")]
    assert "a-guess" not in caplog.text


async def test_strangers_behind_one_proxy_are_told_apart_and_without_one_nobody_says_who_he_is() -> None:
    doors = WrongKeys(first=0.0)
    async with house() as home, served(home, wrong_keys=doors, trusted_proxies=LOOPBACK) as http:
        for address in ("203.0.113.9", "198.51.100.7"):
            await http.get("/api/v3/movie", headers={**GUESS, "X-Forwarded-For": f"10.9.9.9, {address}"})
        assert list(doors._guests) == ["203.0.113.9", "198.51.100.7"]
    doors = WrongKeys(first=0.0)
    async with house() as home, served(home, wrong_keys=doors) as http:
        for address in ("203.0.113.9", "198.51.100.7"):
            await http.get("/api/v3/movie", headers={**GUESS, "X-Forwarded-For": address})
        assert list(doors._guests) == ["127.0.0.1"]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("films.example.org", 200),
        ("films.example.org:443", 200),
        ("evil.example.com", 403),
        ("films.example.org, evil.example.com", 403),
        ("evil.example.com, films.example.org", 200),
    ],
)
async def test_the_name_that_a_proxy_was_asked_for_must_be_ours_too(name: str, status: int) -> None:
    async with house() as home, served(home, trusted_proxies=LOOPBACK) as http:
        answer = await http.get("/ping", headers={"X-Forwarded-Host": name, "X-Forwarded-Proto": "https"})
        assert answer.status_code == status


async def test_what_a_stranger_says_of_the_name_is_not_read() -> None:
    async with house() as home, served(home) as http:
        assert (await http.get("/ping", headers={"X-Forwarded-Host": "evil.example.com"})).status_code == 200
        trusted = {"Host": "evil.example.com", "X-Forwarded-Host": "films.example.org"}
        assert (await http.get("/ping", headers=trusted)).status_code == 403


async def test_a_proxy_of_ours_may_not_be_asked_by_a_foreign_name_either() -> None:
    headers = {"Host": "evil.example.com", "X-Forwarded-Host": "films.example.org"}
    async with house() as home, served(home, trusted_proxies=LOOPBACK) as http:
        assert (await http.get("/ping", headers=headers)).status_code == 403


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        pytest.param(["GET /ping HTTP/1.1", "Host: nas:7878"], 200, id="one Host"),
        pytest.param(["GET /ping HTTP/1.1", "Host: [::1]:7878"], 200, id="IPv6"),
        pytest.param(["GET /ping HTTP/1.1"], 400, id="none"),
        pytest.param(["GET /ping HTTP/1.1", "Host: nas", "Host: evil.example.com"], 400, id="two"),
        pytest.param(["GET /ping HTTP/1.1", "Host: nas", "host: nas"], 400, id="the same twice"),
        pytest.param(["GET /ping HTTP/1.1", "Host:"], 403, id="an empty one"),
        pytest.param(["GET /ping HTTP/1.1", "Host: [evil.example.com"], 403, id="half a bracket"),
        pytest.param(["GET /ping HTTP/1.0"], 200, id="HTTP/1.0 needs none"),
        pytest.param(["GET /ping HTTP/1.0", "Host: evil.example.com"], 403, id="HTTP/1.0 with a foreign one"),
        pytest.param(["GET http://evil.example.com/ping HTTP/1.1", "Host: nas"], 403, id="in the request line"),
        pytest.param(["GET http://nas/ping HTTP/1.1", "Host: evil.example.com"], 403, id="behind a request line"),
    ],
)
async def test_a_request_has_one_host_and_it_is_ours(lines: list[str], status: int) -> None:
    async with house() as home, served(home) as http:
        assert (await say(http, *lines))[0] == status


async def test_every_answer_asks_browsers_to_be_careful() -> None:
    async with house() as home, served(home) as http:
        for path in ("/ping", "/api/v3/movie", "/api/v3/nothing", "/api/v3/movie?apikey=wrong"):
            headers = (await http.get(path)).headers
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "no-referrer"
            assert headers["Server"] == "radarr-daemon"
            assert "Access-Control-Allow-Origin" not in headers
    assert KEY not in str(headers)
