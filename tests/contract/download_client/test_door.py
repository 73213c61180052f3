"""How the adapter gets in at qBittorrent's door, and what it says when it does not."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest

from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.simulated.qbittorrent_server import SimulatedQBittorrent, qbittorrent_server
from radarr.adapters.transport.client import Transport
from radarr.ports.errors import PortError, Unauthorised, Unavailable
from tests.contract.download_client.films import CATEGORY
from tests.unit.adapters.qbittorrent.stopped_clock import StoppedClock

pytestmark = pytest.mark.anyio

SECRET = "open sesame"


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


@pytest.fixture(params=["4.1", "5.1", "5.2"])
async def server(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[SimulatedQBittorrent]:
    async with qbittorrent_server(tmp_path, version=request.param) as server:
        server.password = SECRET
        yield server


@asynccontextmanager
async def client_of(
    server: SimulatedQBittorrent, clock: StoppedClock, *, path: str = "", **settings: Any
) -> AsyncIterator[QBittorrent]:
    settings = {"username": "admin", "password": SECRET} | settings
    async with Transport("qBittorrent", server.url + path) as transport:
        yield QBittorrent(transport, category=CATEGORY, clock=clock, **settings)


async def _problem(client: QBittorrent) -> PortError:
    with pytest.raises(PortError) as caught:
        await client.torrents()
    assert SECRET not in str(caught.value)
    return caught.value


async def test_many_calls_at_once_log_in_once(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock) as client, anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(client.torrents)
    assert server.sessions.logins == 1


async def test_a_forgotten_session_costs_one_login(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock) as client:
        await client.torrents()
        server.expire_sessions()
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(client.info)
    assert server.sessions.logins == 2


async def test_a_session_is_renewed_before_it_ends(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock, session_lifetime=1800) as client:
        await client.torrents()
        clock.seconds += 1500
        await client.torrents()
        assert server.sessions.logins == 1
        clock.seconds += 200
        await client.torrents()
    assert server.sessions.logins == 2


async def test_a_wrong_password_is_tried_once_and_bans_nobody(
    server: SimulatedQBittorrent, clock: StoppedClock
) -> None:
    server.password = "another"
    async with client_of(server, clock) as client:
        for _ in range(20):
            problem = await _problem(client)
    assert isinstance(problem, Unauthorised)
    assert "qbittorrent.password" in problem.remedy
    assert (server.sessions.failed, server.sessions.banned) == (1, False)


async def test_a_wrong_password_is_tried_again_after_an_hour(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    server.password = "another"
    async with client_of(server, clock) as client:
        await _problem(client)
        server.password = SECRET
        clock.seconds += 3599
        await _problem(client)
        clock.seconds += 1
        assert await client.torrents() == ()


async def test_new_settings_are_tried_at_once(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock, password="wrong") as client:
        await _problem(client)
        client.reset(password=SECRET)
        assert await client.torrents() == ()


async def test_a_ban_is_waited_out(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    for _ in range(5):
        server.sessions.fail()
    async with client_of(server, clock) as client:
        problem = await _problem(client)
        assert "banned" in problem.message
        server.sessions.pardon()
        await _problem(client)
        clock.seconds += 3600
        assert await client.torrents() == ()


async def test_an_address_that_is_let_in_needs_no_password(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    server.bypass = True
    async with client_of(server, clock, username="", password="") as client:
        assert await client.torrents() == ()
        assert await client.torrents() == ()
    assert len(server.sessions.states) == 1
    assert server.sessions.logins == 0


async def test_who_has_no_password_is_told_to_set_one(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock, username="", password="") as client:
        problem = await _problem(client)
    assert isinstance(problem, Unauthorised)
    assert "qbittorrent.username" in problem.remedy


async def test_a_port_map_is_explained_and_is_no_wrong_password(
    server: SimulatedQBittorrent, clock: StoppedClock
) -> None:
    server.listens_on = 1
    async with client_of(server, clock) as client:
        problem = await _problem(client)
        assert isinstance(problem, Unauthorised)
        assert "Host header" in problem.remedy
        server.listens_on = 0
        assert await client.torrents() == ()


async def test_a_web_page_means_a_wrong_address(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    server.html = True
    async with client_of(server, clock) as client:
        problem = await _problem(client)
    assert isinstance(problem, Unavailable)
    assert "web page" in problem.message
    assert "qbittorrent.url" in problem.remedy


async def test_a_wrong_path_means_a_wrong_address(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    server.bypass = True
    async with client_of(server, clock, path="/elsewhere") as client:
        problem = await _problem(client)
    assert isinstance(problem, Unavailable)
    assert "qbittorrent.url" in problem.remedy


async def test_a_key_is_as_good_as_a_password(tmp_path: Path, clock: StoppedClock) -> None:
    async with qbittorrent_server(tmp_path, version="5.2") as server:
        server.api_key = "qbt_0123456789"
        async with client_of(server, clock, username="", password="", api_key="qbt_0123456789") as client:
            assert await client.torrents() == ()
        async with client_of(server, clock, api_key=SECRET) as client:
            problem = await _problem(client)
        assert isinstance(problem, Unauthorised)
        assert "qbittorrent.api_key" in problem.message
        assert server.sessions.failed == 0


async def test_who_is_away_is_unavailable(tmp_path: Path, clock: StoppedClock) -> None:
    async with qbittorrent_server(tmp_path) as server:
        pass
    async with client_of(server, clock) as client:
        assert isinstance(await _problem(client), Unavailable)


async def test_a_path_too_many_is_no_wrong_password(server: SimulatedQBittorrent, clock: StoppedClock) -> None:
    async with client_of(server, clock, path="/nowhere") as client:
        error = await _problem(client)
    assert isinstance(error, Unavailable)
    assert "404" in str(error)
    assert "qbittorrent.url" in error.remedy
    assert server.sessions.logins == 0
