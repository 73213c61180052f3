"""Requests that are too long, too slow or not true."""

import gzip
import logging

import anyio
import pytest

from tests.contract.http.raw import heard, say, wire
from tests.contract.http.served import KEY, served
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio

POST = ("POST /api/v3/command HTTP/1.1", "Host: nas", f"X-Api-Key: {KEY}")
BODY = b'{"name": "RssSync"}'


@pytest.fixture(autouse=True)
def _no_bug(caplog: pytest.LogCaptureFixture) -> object:
    yield
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.ERROR] == []


async def test_a_body_without_end_is_cut_off() -> None:
    async with house() as home, served(home) as http, wire(http) as stream:
        await stream.send(("\r\n".join([*POST, "Transfer-Encoding: chunked"]) + "\r\n\r\n").encode())
        try:
            for _ in range(64):
                await stream.send(b"80000\r\n" + bytes(1 << 19) + b"\r\n")
        except anyio.BrokenResourceError:
            pass
        try:
            status, came = await heard(stream)
        except anyio.BrokenResourceError:
            return  # it was cut off before the answer could be read
        assert status == 413
        assert b"Connection: close" in came


async def test_a_length_that_promises_too_much_is_refused_without_reading() -> None:
    async with house() as home, served(home) as http:
        status, came = await say(http, *POST, "Content-Length: 999999999999", body=BODY)
        assert (status, b"Connection: close" in came) == (413, True)


async def test_a_body_that_grows_when_unpacked_is_cut_off() -> None:
    async with house() as home, served(home) as http:
        bomb = gzip.compress(bytes(64 << 20))
        answer = await http.post("/api/v3/command", content=bomb, headers={"Content-Encoding": "gzip"})
        assert answer.status_code == 413


async def test_a_body_that_does_not_come_is_not_waited_for_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radarr.adapters.http.wire.BODY_PATIENCE", 0.05)
    async with house() as home, served(home) as http:
        status, came = await say(http, *POST, "Content-Length: 100", body=BODY)
        assert (status, b"Connection: close" in came) == (408, True)
        assert (await http.get("/ping")).status_code == 200


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        pytest.param(["Transfer-Encoding: chunked"], b"zz\r\n{}\r\n0\r\n\r\n", id="a chunk of no length"),
        pytest.param(["Content-Length: 19", "Content-Length: 4"], BODY, id="two lengths"),
        pytest.param(["Content-Length: 19", "Transfer-Encoding: chunked"], BODY, id="a length and chunks"),
        pytest.param(["Content-Length: -1"], BODY, id="less than nothing"),
        pytest.param(["Content-Encoding: gzip", "Content-Length: 19"], BODY, id="not packed as it says"),
    ],
)
async def test_a_body_that_is_not_what_it_says_is_a_bad_request(lines: list[str], body: bytes) -> None:
    async with house() as home, served(home) as http:
        assert (await say(http, *POST, *lines, body=body))[0] == 400
        assert (await http.get("/ping")).status_code == 200


async def test_a_client_that_leaves_amid_its_body_is_no_trouble() -> None:
    async with house() as home, served(home) as http:
        async with wire(http) as stream:
            await stream.send(("\r\n".join([*POST, "Content-Length: 100"]) + "\r\n\r\n").encode() + BODY)
            await anyio.sleep(0.05)
        assert (await http.get("/ping")).status_code == 200


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["GET /" + "a" * 20_000 + " HTTP/1.1", "Host: nas"], id="a long path"),
        pytest.param(["GET /ping HTTP/1.1", "Host: nas", "X-Long: " + "a" * 20_000], id="a long header"),
        pytest.param(["GET /ping HTTP/1.1", "Host: nas", *(f"X-{n}: 1" for n in range(500))], id="many headers"),
        pytest.param(["GET /ping HTTP/1.1", "Host: nas", "X-Odd: a\x00b"], id="a NUL"),
        pytest.param(["nonsense"], id="no HTTP at all"),
    ],
)
async def test_headers_have_an_end(lines: list[str]) -> None:
    async with house() as home, served(home) as http:
        assert (await say(http, *lines))[0] == 400
        assert (await http.get("/ping")).status_code == 200


async def test_a_line_on_which_no_whole_request_comes_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radarr.adapters.http.server._IDLE", 0.05)
    async with house() as home, served(home) as http, wire(http) as stream:
        await stream.send(b"GET /ping HTTP/1.1\r\nHost: n")
        with anyio.fail_after(20), pytest.raises(anyio.EndOfStream):
            await stream.receive()
