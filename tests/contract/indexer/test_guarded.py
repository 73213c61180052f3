"""Whose failure it is: one indexer's or Prowlarr's, and what each question costs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.simulated.prowlarr_server import Fault, Offer, SimulatedProwlarr, Site, prowlarr_server
from radarr.adapters.transport.client import Transport
from radarr.adapters.transport.guard import CircuitOpen, Guard, GuardSettings
from radarr.domain.resilience.figures import CircuitState
from radarr.ports.errors import PortError, Unavailable
from radarr.ports.indexer import AnswerKind, IndexerUse, MovieQuery
from tests.contract.indexer.films import Film
from tests.contract.transport.lines import Passing, answer, guard_of, line

pytestmark = pytest.mark.anyio

KEY = "planted-key-0123456789abcdef"
PATIENCE = 0.3
QUERY = MovieQuery(("Lantern", "La lanterne"), 2019, imdb_id="tt0000001")
TITLE = "Lantern.2019.1080p.BluRay.x264-GRP"


@asynccontextmanager
async def bench(
    *sites: Site, settings: GuardSettings | None = None
) -> AsyncIterator[tuple[SimulatedProwlarr, Prowlarr, Guard, Passing]]:
    """A Prowlarr behind a guard."""
    time = Passing()
    guard = guard_of(time, settings or GuardSettings(rate_limit=6000, retries=2))
    async with (
        prowlarr_server(api_key=KEY, indexers=sites or (Site(id=1, name="Alpha"),)) as server,
        Transport("Prowlarr", server.url, timeout=PATIENCE, guard=guard) as transport,
    ):
        yield server, Prowlarr(transport, api_key=KEY, clock=SystemClock()), guard, time


def circuit_of(guard: Guard) -> CircuitState:
    """Its state as reported."""
    circuit = guard.report().circuit
    assert circuit is not None
    return circuit.state


async def test_ten_rounds_over_indexers_with_every_fault_leave_prowlarrs_circuit_closed() -> None:
    faults = [fault for fault in Fault if fault is not Fault.HANG]
    sites = [Site(id=number, name=fault, fault=fault) for number, fault in enumerate(faults, 1)]
    async with bench(*sites) as (_, prowlarr, guard, _):
        infos = await prowlarr.indexers()
        for _ in range(10):
            for info in infos:
                await prowlarr.latest(info)
        assert circuit_of(guard) is CircuitState.CLOSED
        assert guard.report().figures.failures == 0


async def test_an_indexer_that_hangs_is_asked_once_and_not_held_against_prowlarr() -> None:
    async with bench(Site(id=1, name="Alpha", fault=Fault.HANG)) as (server, prowlarr, guard, _):
        (info,) = await prowlarr.indexers()
        answered = await prowlarr.search(info, QUERY)
        assert (answered.kind, answered.requests) == (AnswerKind.FAILED, 1)
        assert answered.seconds >= PATIENCE
        assert len(server.requests(1)) == 1
        assert guard.report().figures.failures == 0


async def test_a_prowlarr_that_starts_up_is_asked_again_then_left_alone_then_found_again() -> None:
    async with bench() as (server, prowlarr, guard, time):
        server.starting = True
        for _ in range(3):
            with pytest.raises(Unavailable):
                await prowlarr.version()
        assert circuit_of(guard) is CircuitState.OPEN
        assert guard.report().figures.last_error.startswith("Prowlarr is starting up")
        server.starting = False
        with pytest.raises(CircuitOpen, match=r"the last: Prowlarr is starting up"):
            await prowlarr.version()
        time.seconds += 60
        await prowlarr.version()
        assert circuit_of(guard) is CircuitState.CLOSED


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'{"appName": "Sonarr", "version": "4.0"}', id="another-program"),
        pytest.param(b'{"appName": "Prow', id="half-a-document"),
        pytest.param(b"<html>Welcome</html>", id="a-web-page"),
    ],
)
async def test_answers_that_are_not_prowlarrs_open_its_circuit(body: bytes) -> None:
    guard = guard_of(Passing(), GuardSettings())
    async with line(answer(body)) as server, Transport("Prowlarr", server.url, guard=guard) as transport:
        prowlarr = Prowlarr(transport, api_key=KEY, clock=SystemClock())
        for _ in range(5):
            with pytest.raises(PortError):
                await prowlarr.version()
        with pytest.raises(CircuitOpen):
            await prowlarr.version()
        assert len(server.heard) == 5
        assert guard.report().figures.last_success is None


async def test_a_wrong_key_is_an_answer_of_prowlarr_and_opens_nothing() -> None:
    async with bench() as (server, prowlarr, guard, _):
        server.api_key = "another"
        for _ in range(10):
            with pytest.raises(PortError):
                await prowlarr.version()
        assert circuit_of(guard) is CircuitState.CLOSED


async def test_the_feed_waits_for_its_minute_while_a_persons_search_and_a_grab_go_through() -> None:
    settings = GuardSettings(rate_limit=8)
    async with bench(settings=settings) as (server, prowlarr, guard, time):
        server.publish(Offer(indexer_id=1, title=TITLE, size=5, torrent=Film().torrent, imdb_id="tt0000001"))
        guard.reserve(4)
        (info,) = await prowlarr.indexers()  # two requests
        for _ in range(2):
            await prowlarr.latest(info)
        (release,) = (await prowlarr.search(info, QUERY, urgent=True)).releases
        await prowlarr.fetch(release)
        assert time.seconds == 1000
        await prowlarr.latest(info)
        assert time.seconds >= 1060


async def test_what_a_search_cost_its_indexer_is_counted() -> None:
    async with bench() as (server, prowlarr, _, _):
        (info,) = await prowlarr.indexers()
        nothing = await prowlarr.search(info, QUERY)
        assert (nothing.kind, nothing.requests) == (AnswerKind.EMPTY, 3)  # its id, its title, its original title
        server.publish(Offer(indexer_id=1, title=TITLE, size=5, torrent=Film().torrent, imdb_id="tt0000001"))
        assert (await prowlarr.search(info, QUERY)).requests == 1
        assert len(server.requests(1)) == 4


@pytest.mark.parametrize("fault", [Fault.LIMITED, Fault.BLOCKED, Fault.DISABLED])
async def test_what_prowlarr_refuses_of_its_own_cost_nothing(fault: Fault) -> None:
    async with bench() as (server, prowlarr, _, _):
        (info,) = await prowlarr.indexers()
        server.indexers[0].fault = fault
        assert (await prowlarr.search(info, QUERY)).requests == 0
        assert await prowlarr.used(datetime.now(UTC) - timedelta(hours=1)) == {1: IndexerUse(0, 0)}


async def test_prowlarr_tells_what_all_programs_asked_of_an_indexer() -> None:
    async with bench(Site(id=1, name="Alpha"), Site(id=2, name="Beta")) as (server, prowlarr, _, _):
        since = datetime.now(UTC) - timedelta(minutes=1)
        server.publish(Offer(indexer_id=1, title=TITLE, size=5, torrent=Film().torrent, imdb_id="tt0000001"))
        alpha, beta = await prowlarr.indexers()
        await prowlarr.latest(alpha)
        (release,) = (await prowlarr.search(alpha, QUERY)).releases
        await prowlarr.fetch(release)
        await prowlarr.latest(beta)
        assert await prowlarr.used(since) == {1: IndexerUse(2, 1), 2: IndexerUse(1, 0)}
        assert await prowlarr.used(datetime.now(UTC) + timedelta(minutes=1)) == {1: IndexerUse(), 2: IndexerUse()}
