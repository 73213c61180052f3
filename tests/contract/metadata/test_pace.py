"""TMDB behind a guard: asked at a pace it bears, and again where that helps."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.simulated.store import MemoryStore
from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.adapters.transport.guard import Guard, GuardSettings
from radarr.app.usecases.bells import Bells
from radarr.app.usecases.refresh_metadata import RefreshMetadata
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Gone, Unavailable
from tests.contract.metadata.benches import EARLIER, FILMS, LANTERN
from tests.contract.store.examples import sintel
from tests.contract.transport.lines import Passing

pytestmark = pytest.mark.anyio

KEY = "0123456789abcdef0123456789abcdef"


@asynccontextmanager
async def _guarded(time: Passing) -> AsyncIterator[tuple[SimulatedTmdb, Tmdb, Guard]]:
    """With the limits that the daemon sets, in a time that passes only where somebody waits."""
    settings = GuardSettings(rate_limit=20, rate_window=1.0, retries=1)
    guard = Guard("TMDB", settings, time, chance=lambda: 0.5, sleep=time.sleep)
    async with (
        tmdb_server(FILMS, api_key=KEY) as server,
        Transport("TMDB", server.url, guard=guard) as transport,
    ):
        server.time = lambda: time.seconds
        yield server, Tmdb(transport, api_key=KEY), guard


async def test_a_whole_library_is_asked_for_at_no_more_than_twenty_a_second() -> None:
    time = Passing()
    async with _guarded(time) as (server, tmdb, _), anyio.create_task_group() as tasks:
        for _ in range(70):
            tasks.start_soon(tmdb.details, LANTERN.tmdb_id)
    assert len(server.paths) == 70
    assert time.seconds - 1000.0 >= 3.0
    assert _most_in_a_second(server) <= 24  # four are under way while this time passes in leaps


def _most_in_a_second(server: SimulatedTmdb) -> int:
    """By the server's own log."""
    return max(sum(1 for other in server.moments if at <= other < at + 1.0) for at in server.moments)


async def test_a_refresh_of_a_library_keeps_to_that_pace_film_by_film() -> None:
    time, store = Passing(), MemoryStore()
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/srv/movies", sentinel="6f1c"))
        for number in range(1, 71):
            await tx.movies.add(sintel(root, tmdb_id=number, imdb_id=None))
    async with _guarded(time) as (server, tmdb, _):
        server.movies = {number: EARLIER._replace(tmdb_id=number) for number in range(1, 71)}
        await RefreshMetadata(tmdb, store, SystemClock(), Bells(), has_key=True).execute()
        assert sorted(server.paths) == sorted(f"/movie/{number}" for number in range(1, 71))
        assert _most_in_a_second(server) <= 20
    async with store.snapshot() as tx:
        assert {film.title for film in await tx.movies.all()} == {EARLIER.title}


async def test_who_is_asked_to_slow_down_comes_back_when_told() -> None:
    time = Passing()
    async with _guarded(time) as (server, tmdb, _):
        server.failures = [429]
        assert await tmdb.details(LANTERN.tmdb_id) == LANTERN
        assert len(server.paths) == 2
    assert time.slept[0] >= 4.0


@pytest.mark.parametrize("said", ["3600", ""])
async def test_who_is_asked_to_wait_long_tells_it(said: str) -> None:
    time = Passing()
    async with _guarded(time) as (server, tmdb, guard):
        server.failure, server.retry_after = 429, said
        with pytest.raises(Unavailable, match="slow down") as caught:
            await tmdb.search("Lantern")
        assert len(server.paths) == (1 if said else 2)
        assert guard.report().figures.total_failures == 0  # it is there, and we are too fast
    assert caught.value.retry_after == (float(said) if said else None)


async def test_who_is_asked_to_wait_asks_nothing_until_then() -> None:
    async with _guarded(Passing()) as (server, tmdb, _):
        server.failures, server.retry_after = [429], "3600"
        for _ in range(2):
            with pytest.raises(Unavailable, match="slow down") as caught:
                await tmdb.details(LANTERN.tmdb_id)
            assert caught.value.retry_after is not None
            assert caught.value.retry_after <= 3600
        assert len(server.paths) == 1


@pytest.mark.parametrize(("status", "asked"), [(502, 2), (503, 2), (504, 2), (500, 1)])
async def test_a_gateway_that_stumbled_is_asked_once_more(status: int, asked: int) -> None:
    async with _guarded(Passing()) as (server, tmdb, _):
        server.failure = status
        with pytest.raises(Unavailable):
            await tmdb.details(LANTERN.tmdb_id)
        assert len(server.paths) == asked


async def test_a_film_that_is_unknown_is_no_failure_of_tmdb() -> None:
    async with _guarded(Passing()) as (_, tmdb, guard):
        for _ in range(10):
            with pytest.raises(Gone):
                await tmdb.details(1)
        assert guard.report().figures.total_failures == 0


async def test_a_page_in_its_place_is_a_failure() -> None:
    async with _guarded(Passing()) as (server, tmdb, guard):
        server.documents[f"/movie/{LANTERN.tmdb_id}"] = 200, "text/html", b"<html>blocked</html>"
        with pytest.raises(Unavailable, match="block"):
            await tmdb.details(LANTERN.tmdb_id)
        assert guard.report().figures.total_failures == 1


async def test_films_that_cannot_be_read_keep_nobody_from_those_that_can() -> None:
    async with _guarded(Passing()) as (server, tmdb, guard):
        server.documents["/movie/5"] = 200, "application/json", b'{"id": "many"}'
        for _ in range(10):
            with pytest.raises(Unavailable, match="cannot be read"):
                await tmdb.details(5)
        assert guard.report().figures.total_failures == 0
        assert await tmdb.details(LANTERN.tmdb_id) == LANTERN
