from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

import anyio
import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.transport.guard import CircuitOpen
from radarr.app.config import Config
from radarr.app.guards import guards
from radarr.domain.resilience.figures import CircuitState
from radarr.ports.errors import Unavailable

pytestmark = pytest.mark.anyio

DOWN = Unavailable("Prowlarr cannot be reached")


class Still:
    """A clock that stands still."""

    def now(self) -> datetime:
        return datetime(2026, 5, 1, tzinfo=UTC)

    def monotonic(self) -> float:
        return 1000.0


async def test_each_service_has_its_circuit_and_those_with_a_limit_their_limiter() -> None:
    reports = guards(Config(), SystemClock()).reports()
    assert [report.name for report in reports] == ["Prowlarr", "qBittorrent", "TMDB"]
    assert all(report.circuit is not None and report.circuit.state is CircuitState.CLOSED for report in reports)
    assert [report.limiter is not None for report in reports] == [True, False, True]


async def test_prowlarr_is_left_alone_after_five_failures_and_qbittorrent_after_three() -> None:
    made = guards(Config(), SystemClock())
    for guard, threshold in ((made.prowlarr, 5), (made.qbittorrent, 3)):
        for _ in range(threshold):
            with await guard.enter(urgent=True) as visit:
                visit.failed(DOWN)
        with pytest.raises(CircuitOpen):
            await guard.enter(urgent=True)


async def test_a_service_whose_address_was_mended_is_asked_at_once() -> None:
    config = Config()
    made = guards(config, SystemClock())
    for guard in (made.prowlarr, made.qbittorrent):
        for _ in range(5):
            with suppress(CircuitOpen), await guard.enter(urgent=True) as visit:
                visit.failed(DOWN)
    made.forget_replaced(config, replace(config, prowlarr=replace(config.prowlarr, url="http://other:9696")))
    prowlarr, qbittorrent, _ = made.reports()
    assert (await made.prowlarr.enter(urgent=True)).name == "Prowlarr"
    assert (prowlarr.figures.requests, prowlarr.figures.total_failures, prowlarr.figures.last_error) == (0, 5, "")
    assert qbittorrent.circuit is not None
    assert qbittorrent.circuit.state is CircuitState.OPEN


async def test_numbers_of_another_configuration_hold_at_once_and_forget_nothing() -> None:
    config = Config()
    made = guards(config, SystemClock())
    for _ in range(2):
        with await made.prowlarr.enter(urgent=True) as visit:
            visit.failed(DOWN)
    made.configure(replace(config, prowlarr=replace(config.prowlarr, failure_threshold=3)))
    with await made.prowlarr.enter(urgent=True) as visit:
        visit.failed(DOWN)
    report, *_ = made.reports()
    assert report.circuit is not None
    assert report.circuit.state is CircuitState.OPEN
    assert report.figures.total_failures == 3


async def test_tmdb_is_asked_twenty_times_a_second_and_whoever_comes_then_waits() -> None:
    tmdb = guards(Config(), Still()).tmdb
    for _ in range(20):
        with await tmdb.enter(urgent=True) as visit:
            visit.succeeded()
    async with anyio.create_task_group() as tasks:

        async def come() -> None:
            await tmdb.enter(urgent=True)

        tasks.start_soon(come)
        await anyio.wait_all_tasks_blocked()
        limiter = tmdb.report().limiter
        tasks.cancel_scope.cancel()
    assert limiter is not None
    assert limiter.waiting == 1
