"""What stands on the page that Prometheus reads."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import anyio
import pytest

from radarr.adapters.metrics.exposition import Exposition
from radarr.adapters.metrics.meter import PrometheusMeter
from radarr.adapters.simulated.store import MemoryStore
from radarr.adapters.simulated.store.store import MemoryTransaction
from radarr.domain.resilience.figures import CircuitState, CircuitView, ServiceReport
from radarr.ports.driving.health import Brief, Overall
from radarr.ports.driving.lag import Lag
from radarr.ports.errors import Unavailable
from radarr.ports.meter import Meter
from tests.contract.http.ailing import AILING, ALPHA, NOON, PROWLARR
from tests.unit.adapters.metrics.pages import page, values

pytestmark = pytest.mark.anyio


def test_the_meter_is_what_the_use_cases_tick() -> None:
    assert isinstance(PrometheusMeter(), Meter)


@pytest.mark.parametrize(
    ("series", "value"),
    [
        ('radarr_decisions_accepted_total{kind="feed"}', 1),
        ('radarr_decisions_rejections_total{kind="feed",reason="QualityNotWanted"}', 2),
        ('radarr_grabs_total{indexer="Alpha"}', 2),
        ('radarr_grabbed_bytes_total{indexer="Alpha"}', 4 << 30),
        ('radarr_imports_total{transfer="hardlink",upgrade="true"}', 1),
        ('radarr_failures_total{what="download"}', 1),
        ('radarr_http_requests_total{method="GET",route="/api/v3/movie/{id}",status="4xx"}', 1),
        ('radarr_http_requests_total{method="other",route="/api/v3/movie/{id}",status="2xx"}', 1),
        ('radarr_http_request_duration_seconds_bucket{le="0.005",route="/api/v3/movie/{id}"}', 1),
        ('radarr_status{state="degraded"}', 1),
        ('radarr_status{state="down"}', 0),
        ('radarr_service_status{service="Prowlarr",state="circuit_open"}', 1),
        ('radarr_service_status{service="Prowlarr",state="healthy"}', 0),
        ('radarr_service_circuit{service="Prowlarr",state="open"}', 1),
        ('radarr_service_circuit_opened_total{service="Prowlarr"}', 2),
        ('radarr_service_requests_total{service="Prowlarr"}', 400),
        ('radarr_service_request_failures_total{service="Prowlarr"}', 12),
        ('radarr_service_error_ratio{service="Prowlarr"}', 0.25),
        ('radarr_service_response_seconds{service="Prowlarr",stat="p95"}', 0.9005),
        ('radarr_service_last_failure_timestamp_seconds{service="Prowlarr"}', NOON.timestamp()),
        ('radarr_limiter_waiting_requests{service="Prowlarr"}', 1),
        ('radarr_limiter_waits_total{service="Prowlarr"}', 7),
        ('radarr_limiter_waited_seconds_total{service="Prowlarr"}', 3.5),
        ('radarr_loop_runs_total{loop="feed"}', 9),
        ('radarr_loop_failures_total{loop="feed"}', 2),
        ('radarr_loop_duration_seconds{loop="feed"}', 2.5),
        ('radarr_event_loop_lag_seconds{stat="p99"}', 0.02),
        ('radarr_disk_free_bytes{kind="root",path="/srv/media/movies"}', 10 << 30),
        ('radarr_disk_usable{kind="downloads",path="/srv/downloads"}', 0),
        ("radarr_database_up", 1),
        ("radarr_database_size_bytes", 1 << 20),
        ("radarr_library_movies", 1),
        ("radarr_library_size_bytes", 5),
        ("radarr_wanted_slots", 1),
        ("radarr_queue_downloads", 1),
        ('radarr_queue_state_downloads{state="intended"}', 1),
        ('radarr_health_messages{level="error"}', 1),
    ],
)
async def test_every_figure_has_its_series(series: str, value: float) -> None:
    assert values(await page())[series] == value


async def test_what_never_was_has_no_series() -> None:
    text = await page()
    assert "last_success_timestamp_seconds{" in text
    for absent in (
        'radarr_service_last_success_timestamp_seconds{service="qBittorrent"}',
        'radarr_service_circuit{service="qBittorrent"',
        'radarr_loop_duration_seconds{loop="outbox"}',
        'radarr_disk_free_bytes{kind="downloads"',
    ):
        assert absent not in text


async def test_a_name_in_strange_letters_breaks_no_line() -> None:
    text = await page()
    assert 'radarr_indexer_backoff_level{indexer="Alpha \\"the \\\\ first\\"\\n"} 2.0' in text


async def test_two_indexers_of_one_name_are_told_apart() -> None:
    found = values(await page(indexers=(replace(ALPHA, name="Same"), replace(ALPHA, name="Same", id=2, level=3))))
    assert found['radarr_indexer_backoff_level{indexer="Same"}'] == 2
    assert found['radarr_indexer_backoff_level{indexer="Same (2)"}'] == 3


async def test_a_circuit_that_closes_again_says_so() -> None:
    closed = replace(PROWLARR, report=ServiceReport("Prowlarr", circuit=CircuitView(CircuitState.CLOSED, None, 2)))
    found = values(await page(services=(closed,)))
    states = {s.value: found[f'radarr_service_circuit{{service="Prowlarr",state="{s.value}"}}'] for s in CircuitState}
    assert states == {"closed": 1, "open": 0, "half_open": 0}


async def test_while_the_database_is_away_the_rest_is_told() -> None:
    store = MemoryStore()
    store.trouble = Unavailable("the database is away")
    text = await page(store=store, brief=Brief(Overall.DOWN, "0.1.0", 1.0))
    assert "radarr_library_movies" not in text
    assert values(text)['radarr_status{state="down"}'] == 1


async def test_the_process_is_told_under_our_own_name() -> None:
    found = values(await page())
    assert found["radarr_process_resident_memory_bytes"] > 1 << 20
    assert found["radarr_process_cpu_seconds_total"] > 0


async def test_reading_twice_counts_nothing_twice() -> None:
    meter = PrometheusMeter()
    meter.failed("import")
    await page(meter)
    assert values(await page(meter))['radarr_failures_total{what="import"}'] == 1


async def test_while_a_page_waits_for_the_database_the_next_one_does_without() -> None:
    asked, free = anyio.Event(), anyio.Event()

    class Slow(MemoryStore):
        @asynccontextmanager
        async def snapshot(self) -> AsyncIterator[MemoryTransaction]:
            asked.set()
            await free.wait()
            async with super().snapshot() as tx:
                yield tx

    exposition = Exposition(PrometheusMeter(), lambda: AILING, Lag, Slow())
    pages: list[bytes] = []

    async def read() -> None:
        pages.append(await exposition.page())

    async with anyio.create_task_group() as reading:
        reading.start_soon(read)
        await asked.wait()
        await read()
        free.set()
    assert [b"radarr_library_movies 0.0" in page for page in pages] == [False, True]
