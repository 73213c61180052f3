"""Where a link may lead: a second server plays a tracker."""

import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.simulated.prowlarr_server import Offer, SimulatedProwlarr, prowlarr_server
from radarr.adapters.transport.client import Transport
from radarr.ports.errors import Gone, PortError, Refused, Unauthorised, Unavailable
from radarr.ports.indexer import Payload
from tests.contract.indexer.films import Film

pytestmark = pytest.mark.anyio

KEY = "planted-key-0123456789abcdef"
FILM = Film()


@dataclass
class Tracker:
    """A site on loopback, reached by the name tracker.example. `replies` are made in turn, the last one again."""

    port: int = 0
    replies: list[Callable[[], web.Response]] = field(default_factory=list)
    seen: list[web.Request] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://tracker.example:{self.port}/download/88123.torrent?passkey=INVENTED"

    async def answer(self, request: web.Request) -> web.Response:
        self.seen.append(request)
        return self.replies[min(len(self.seen), len(self.replies)) - 1]()


def _redirect(location: str) -> Callable[[], web.Response]:
    return lambda: web.Response(status=302, headers={"Location": location})


def _torrent() -> web.Response:
    return web.Response(body=FILM.torrent)


@asynccontextmanager
async def world() -> AsyncIterator[tuple[SimulatedProwlarr, Tracker, Prowlarr]]:
    tracker = Tracker()
    app = web.Application()
    app.router.add_get("/{rest:.*}", tracker.answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    tracker.port = runner.addresses[0][1]

    async def resolve(host: str, _port: int) -> tuple[str, ...]:
        names = {"tracker.example": ("127.0.0.1",), "mixed.example": ("127.0.0.1", "192.168.0.1")}
        if host not in names:
            raise socket.gaierror(host)
        return names[host]

    try:
        async with prowlarr_server(api_key=KEY) as server, Transport("Prowlarr", server.url) as transport:
            yield (
                server,
                tracker,
                Prowlarr(
                    transport,
                    api_key=KEY,
                    clock=SystemClock(),
                    resolve=resolve,
                    allowed=lambda address: address == "127.0.0.1",
                ),
            )
    finally:
        await runner.cleanup()


async def _fetch(server: SimulatedProwlarr, prowlarr: Prowlarr, redirect: str) -> Payload:
    server.publish(Offer(indexer_id=1, title="Lantern.2019.1080p", size=5, redirect=redirect))
    (info,) = await prowlarr.indexers()
    (release,) = (await prowlarr.latest(info)).releases
    return await prowlarr.fetch(release)


async def test_a_public_address_is_followed_without_our_key() -> None:
    async with world() as (server, tracker, prowlarr):
        tracker.replies = [_torrent]
        payload = await _fetch(server, prowlarr, tracker.url)
        (seen,) = tracker.seen
    assert payload.torrent == FILM.torrent
    assert KEY not in str(seen.headers) + seen.path_qs
    assert (seen.headers["Host"], seen.query["passkey"]) == (f"tracker.example:{tracker.port}", "INVENTED")


async def test_a_tracker_may_lead_on_to_a_magnet() -> None:
    async with world() as (server, tracker, prowlarr):
        tracker.replies = [_redirect("/further"), _redirect(FILM.magnet)]
        payload = await _fetch(server, prowlarr, tracker.url)
        assert [seen.path for seen in tracker.seen] == ["/download/88123.torrent", "/further"]
    assert payload.magnet is not None
    assert FILM.infohash in payload.magnet


async def test_a_tracker_that_leads_back_to_prowlarr_gets_no_key_sent() -> None:
    async with world() as (server, tracker, prowlarr):
        tracker.replies = [_redirect(f"{server.url}/api/v1/system/status")]
        with pytest.raises(Refused):
            await _fetch(server, prowlarr, tracker.url)


async def test_prowlarr_may_lead_to_itself() -> None:
    async with world() as (server, _, prowlarr):
        with pytest.raises(Gone):  # its own address is allowed, and answers that there is no such release
            await _fetch(server, prowlarr, f"{server.url}/1/download?link=AAAAAAAAdW5rbm93bg==&file=x")
        assert len(server.requests(1, "download")) == 2


async def test_nobody_is_followed_in_circles() -> None:
    async with world() as (server, tracker, prowlarr):
        tracker.replies = [_redirect("/again")]
        with pytest.raises(Refused, match="more than 5 times"):
            await _fetch(server, prowlarr, tracker.url)
        assert len(tracker.seen) == 5


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, Gone), (410, Gone), (403, Refused), (401, Refused), (429, Unavailable), (502, Unavailable)],
)
async def test_what_a_tracker_answers_is_told_apart(status: int, error: type[PortError]) -> None:
    async with world() as (server, tracker, prowlarr):
        tracker.replies = [lambda: web.Response(status=status)]
        with pytest.raises(error, match="tracker") as caught:
            await _fetch(server, prowlarr, tracker.url)
    assert not isinstance(caught.value, Unauthorised)
    assert "INVENTED" not in str(caught.value)


async def test_one_private_address_spoils_a_name() -> None:
    async with world() as (server, tracker, prowlarr):
        with pytest.raises(Refused, match="private address"):
            await _fetch(server, prowlarr, f"http://mixed.example:{tracker.port}/")
        assert tracker.seen == []


async def test_a_name_nobody_knows_is_for_later() -> None:
    async with world() as (server, _, prowlarr):
        with pytest.raises(Unavailable, match=r"nowhere\.example"):
            await _fetch(server, prowlarr, "http://nowhere.example/")


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0.0.0.0",  # noqa: S104 (as an address to visit)
        "169.254.169.254",
        "10.0.0.1",
        "192.168.1.1",
        "100.100.100.200",
        "[fd00:ec2::254]",
        "[fe80::1]",
        "user:secret@127.0.0.1",
    ],
)
async def test_a_private_address_is_never_followed(host: str) -> None:
    async with world() as (server, tracker, _), Transport("Prowlarr", server.url) as transport:
        prowlarr = Prowlarr(transport, api_key=KEY, clock=SystemClock())
        with pytest.raises(PortError) as caught:
            await _fetch(server, prowlarr, f"http://{host}:{tracker.port}/x.torrent")
        assert tracker.seen == []
        assert isinstance(caught.value, Refused | Unavailable)
        assert "private" in str(caught.value) or "resolved" in str(caught.value)
