"""The page that Prometheus reads."""

import logging
import platform
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import anyio
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

from radarr.adapters.metrics import daemon, services
from radarr.adapters.metrics.families import gauge
from radarr.adapters.metrics.meter import PrometheusMeter
from radarr.ports.driving.health import Health
from radarr.ports.driving.lag import Lag
from radarr.ports.errors import PortError
from radarr.ports.store import Store, Totals

log = logging.getLogger(__name__)
_PATIENCE = 5.0  # seconds that the database gets: a reading must end before Prometheus gives it up


class _Reading(Collector):
    """What was found for one page, beside the counters."""

    def __init__(self, counted: CollectorRegistry, found: Iterable[Metric]) -> None:
        self._counted = counted
        self._found = found

    def collect(self) -> Iterable[Metric]:
        return chain(self._found, self._counted.collect())


class Exposition:
    """Puts the page together from memory and a few sums of the database: asks no service and reads no film."""

    def __init__(
        self,
        meter: PrometheusMeter,
        health: Callable[[], Health],
        lag: Callable[[], Lag],
        store: Store,
    ) -> None:
        self._meter = meter
        self._health = health
        self._lag = lag
        self._store = store
        self._counting = False
        self._process = ProcessCollector(namespace="radarr", registry=None)

    async def page(self) -> bytes:
        """The text format, version 0.0.4. While the database is away the library's sums are left out."""
        totals = await self._totals()
        found = self._families(self._health(), self._lag(), totals)
        # with many indexers it takes ten milliseconds to write it all down: the loop need not wait for that
        return await anyio.to_thread.run_sync(generate_latest, _Reading(self._meter.registry, found))

    async def _totals(self) -> Totals | None:
        """None while the database is away, or has not answered the page before this one."""
        if self._counting:
            return None
        self._counting = True
        try:
            with anyio.fail_after(_PATIENCE):
                async with self._store.snapshot() as tx:
                    return await tx.counts.totals()
        except (PortError, TimeoutError) as error:
            log.debug("the library could not be counted: %s", error)
            return None
        finally:
            self._counting = False

    def _families(self, health: Health, lag: Lag, totals: Totals | None) -> Iterator[Metric]:
        yield _build(health)
        yield from daemon.status(health)
        yield from services.services(health)
        yield from services.indexers(health)
        yield from daemon.loops(health)
        yield from daemon.lag(lag)
        yield from daemon.disks(health)
        yield from daemon.database(health.database)
        if totals:
            yield from daemon.library(totals)
        yield from self._process.collect()


def _build(health: Health) -> Metric:
    values = (health.brief.version, health.database.kind, platform.python_version())
    return gauge("build_info", "What is running.", ("version", "database", "python"), ((values, 1),))
