"""The limiter, the circuit and the retries around a service, in a time of our own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import anyio
import pytest

from radarr.adapters.transport.client import Transport, Unanswered
from radarr.adapters.transport.guard import CircuitOpen, Guard, GuardSettings
from radarr.domain.resilience.figures import CircuitState
from radarr.ports.errors import Unavailable
from tests.contract.transport.lines import Line, Passing, Say, answer, closed_port, guard_of, hang, line

pytestmark = pytest.mark.anyio

BUSY = answer(status="503 Service Unavailable")
BROKEN = answer(status="500 Internal Server Error")
LIMITED = answer(status="429 Too Many Requests", headers=["Retry-After: 3600"])


@asynccontextmanager
async def service(
    *says: Say, settings: GuardSettings | None = None, patience: float = 30
) -> AsyncIterator[tuple[Line, Transport, Guard, Passing]]:
    """A service that says this, behind a guard."""
    time = Passing()
    guard = guard_of(time, settings or GuardSettings())
    async with line(*says) as server, Transport("Prowlarr", server.url, guard=guard, timeout=patience) as transport:
        yield server, transport, guard, time


def circuit_of(guard: Guard) -> CircuitState:
    """Its state as reported."""
    circuit = guard.report().circuit
    assert circuit is not None
    return circuit.state


async def test_what_only_reads_is_asked_again_until_it_works() -> None:
    async with service(BUSY, BUSY, answer(b"[]"), settings=GuardSettings(retries=2)) as (server, it, guard, time):
        assert (await it.request("GET", "/api/v1/indexer")).body == b"[]"
        figures = guard.report().figures
        assert (figures.total_requests, figures.total_failures, figures.consecutive_failures) == (3, 2, 0)
        assert len(server.heard) == 3
        assert time.slept == [0.25, 0.5]


async def test_after_the_last_try_its_answer_is_the_answer() -> None:
    async with service(BUSY, settings=GuardSettings(retries=2)) as (server, it, _, _):
        assert (await it.request("GET", "/api/v1/indexer")).status == 503
        assert len(server.heard) == 3


async def test_a_service_that_names_its_time_is_asked_then() -> None:
    later = answer(status="503 Service Unavailable", headers=["Retry-After: 7"])
    async with service(later, answer(), settings=GuardSettings(retries=1)) as (_, it, _, time):
        assert (await it.request("GET", "/")).status == 200
        assert time.slept == [7.25]


async def test_a_time_may_be_named_as_a_date() -> None:
    date = "Fri, 01 May 2026 12:00:{} GMT"
    headers = [f"Retry-After: {date.format('09')}", f"Date: {date.format('00')}"]
    async with service(answer(status="503 No", headers=headers), settings=GuardSettings()) as (_, it, _, _):
        assert (await it.request("GET", "/")).retry_after == 9


async def test_what_may_have_changed_something_is_not_done_twice() -> None:
    async with service(BUSY, settings=GuardSettings(retries=2)) as (server, it, _, _):
        await it.request("POST", "/api/v2/torrents/add", data={"urls": "magnet:"})
        assert len(server.heard) == 1


async def test_what_never_reached_the_service_may_be_sent_again_whatever_it_is() -> None:
    guard = guard_of(Passing(), GuardSettings(retries=2))
    async with Transport("qBittorrent", f"http://127.0.0.1:{closed_port()}", guard=guard) as it:
        with pytest.raises(Unavailable, match="nobody listens"):
            await it.request("POST", "/api/v2/torrents/add", data={"urls": "magnet:"})
    assert guard.report().figures.total_failures == 3


@pytest.mark.parametrize(
    "say",
    [pytest.param(BROKEN, id="500"), pytest.param(LIMITED, id="429"), pytest.param(answer(), id="well")],
)
async def test_an_indexer_that_fails_behind_the_service_is_asked_once_and_opens_nothing(say: Say) -> None:
    async with service(say, settings=GuardSettings(retries=2)) as (server, it, guard, _):
        for _ in range(10):
            await it.request("GET", "/1/api", behind="Alpha")
        assert len(server.heard) == 10
        assert guard.report().figures.failures == 0
        assert circuit_of(guard) is CircuitState.CLOSED


async def test_an_indexer_that_hangs_is_neither_a_failure_nor_a_success_of_the_service() -> None:
    async with service(hang, settings=GuardSettings(retries=2, failure_threshold=2), patience=0.3) as (
        server,
        it,
        guard,
        _,
    ):
        for _ in range(3):
            with pytest.raises(Unanswered):
                await it.request("GET", "/1/api", behind="Alpha")
        figures = guard.report().figures
        assert (figures.requests, figures.total_requests, figures.last_success) == (0, 3, None)
        assert circuit_of(guard) is CircuitState.CLOSED
        assert len(server.heard) == 3


async def test_a_service_that_fails_is_left_alone_then_tried_once_then_trusted_again() -> None:
    async with service(*[BROKEN] * 5, answer()) as (server, it, guard, time):
        for _ in range(5):
            await it.request("GET", "/")
        with pytest.raises(CircuitOpen, match=r"left alone.*status 500") as caught:
            await it.request("GET", "/")
        assert caught.value.retry_after == 60
        circuit = guard.report().circuit
        assert circuit is not None
        assert (circuit.state, circuit.opened) == (CircuitState.OPEN, 1)
        assert circuit.opens_until is not None
        assert (circuit.opens_until - time.now()).total_seconds() == 60
        assert len(server.heard) == 5
        time.seconds += 60
        assert circuit_of(guard) is CircuitState.HALF_OPEN
        assert (await it.request("GET", "/")).status == 200
        assert circuit_of(guard) is CircuitState.CLOSED


async def test_a_probe_that_fails_means_another_rest() -> None:
    async with service(BROKEN) as (server, it, guard, time):
        for _ in range(5):
            await it.request("GET", "/")
        time.seconds += 61
        await it.request("GET", "/")
        with pytest.raises(CircuitOpen):
            await it.request("GET", "/")
        assert len(server.heard) == 6
        circuit = guard.report().circuit
        assert circuit is not None
        assert circuit.opened == 2


async def test_a_cancelled_probe_lets_the_next_one_pass() -> None:
    async with service(*[BROKEN] * 5, hang, answer()) as (_, it, guard, time):
        for _ in range(5):
            await it.request("GET", "/")
        time.seconds += 61
        with anyio.move_on_after(0.05):
            await it.request("GET", "/")
        assert circuit_of(guard) is CircuitState.HALF_OPEN
        assert (await it.request("GET", "/")).status == 200


async def test_an_answer_that_was_a_strangers_counts_as_a_failure() -> None:
    async with service(answer(b"<html>")) as (_, it, guard, _):
        for _ in range(5):
            found = await it.request("GET", "/")
            found.blame(Unavailable("a web page answers", remedy="check prowlarr.url"))
        figures = guard.report().figures
        assert (figures.failures, figures.requests, figures.last_success) == (5, 5, None)
        with pytest.raises(CircuitOpen, match="a web page answers") as caught:
            await it.request("GET", "/")
        assert "check prowlarr.url" in caught.value.remedy


async def test_a_circuit_that_opens_keeps_who_waits_from_waiting_in_vain() -> None:
    settings = GuardSettings(rate_limit=1, failure_threshold=1)
    async with service(BROKEN, settings=settings) as (server, it, _, _):
        await it.request("GET", "/")
        with pytest.raises(CircuitOpen):
            await it.request("GET", "/")
        assert len(server.heard) == 1


async def test_a_reload_of_the_configuration_forgets_nothing() -> None:
    async with service(BROKEN) as (_, it, guard, _):
        for _ in range(4):
            await it.request("GET", "/")
        guard.configure(GuardSettings(failure_threshold=5, retries=0))
        await it.request("GET", "/")
        assert circuit_of(guard) is CircuitState.OPEN
        assert guard.report().figures.total_failures == 5


async def test_more_requests_than_allowed_wait_for_their_minute() -> None:
    async with service(answer(), settings=GuardSettings(rate_limit=3)) as (_, it, guard, time):
        for _ in range(7):
            await it.request("GET", "/", urgent=False)
        assert time.seconds >= 1120
        limiter = guard.report().limiter
        assert limiter is not None
        assert (limiter.waits, limiter.waiting, limiter.waited_seconds) == (2, 0, 120)


async def test_every_try_takes_a_place_of_the_limiter() -> None:
    settings = GuardSettings(rate_limit=2, retries=2)
    async with service(BUSY, BUSY, answer(), settings=settings) as (_, it, _, time):
        await it.request("GET", "/")
        assert time.seconds >= 1060


async def test_in_each_lane_who_came_first_is_served_first_and_people_need_not_wait_for_the_feed() -> None:
    async with service(answer(), settings=GuardSettings(rate_limit=8)) as (server, it, guard, _):
        guard.reserve(3)
        async with anyio.create_task_group() as tasks:
            for number in range(12):
                tasks.start_soon(partial(it.request, "GET", f"/feed/{number}", urgent=False))
                await anyio.lowlevel.checkpoint()
            for number in range(3):
                tasks.start_soon(partial(it.request, "GET", f"/search/{number}", urgent=True))
        paths = [heard.split()[1] for heard in server.heard]
    assert len(paths) == 15
    feed = [path for path in paths if path.startswith("/feed")]
    assert set(feed[:5]) == {f"/feed/{number}" for number in range(5)}
    assert feed.index("/feed/11") >= 8
