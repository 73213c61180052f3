"""What went wrong further down, as a status and a sentence; and where the server cannot listen at all."""

from dataclasses import dataclass
from typing import Any

import pytest

from radarr.ports.errors import Conflict, Gone, LeaseLost, NoSpace, NotPermitted, PortError, Refused, Unauthorised
from radarr.ports.errors import Unavailable as Away
from tests.contract.http.raw import say
from tests.contract.http.served import served
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio


@dataclass
class Failing:
    """A store that answers everything with one error."""

    error: PortError

    def snapshot(self) -> Any:
        raise self.error


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (Gone, 404),
        (Refused, 400),
        (NotPermitted, 400),
        (Conflict, 409),
        (Unauthorised, 502),
        (Away, 503),
        (NoSpace, 503),
    ],
)
async def test_an_error_becomes_a_status_and_a_sentence(kind: type[PortError], status: int) -> None:
    error = kind("the film is on strike", remedy="talk to it")
    async with house() as home, served(home, store=Failing(error)) as http:
        answer = await http.get("/api/v3/movie")
        assert answer.status_code == status
        assert answer.json() == {"message": "the film is on strike", "description": "talk to it"}


async def test_a_daemon_that_lost_its_database_asks_for_patience() -> None:
    async with house() as home, served(home, store=Failing(LeaseLost("another daemon took over"))) as http:
        assert (await http.get("/api/v3/movie")).status_code == 503


@pytest.mark.parametrize("line", ["GET * HTTP/1.1", "\x16\x03\x01\x02 hello", "GET / HTTP/9.9", "help"])
async def test_what_is_not_http_is_refused_and_fills_no_log(line: str, caplog: pytest.LogCaptureFixture) -> None:
    async with house() as home, served(home) as http:
        assert (await say(http, line, "Host: localhost"))[0] == 400
        assert (await http.get("/ping")).status_code == 200
    assert caplog.records == []


async def test_a_port_that_is_taken_is_named() -> None:
    async with house() as home, served(home) as http:
        port = http.base_url.port
        assert port
        with pytest.raises(Conflict, match=f"127.0.0.1:{port} is taken"):
            async with served(home, port=port):
                pass


async def test_an_address_of_another_machine_cannot_be_listened_on() -> None:
    async with house() as home:
        with pytest.raises(Refused, match=r"192\.0\.2\.1:0 cannot be listened on"):
            async with served(home, host="192.0.2.1"):
                pass
