"""Pages of metrics, and what stands on them."""

from dataclasses import replace
from typing import Any

from radarr.adapters.metrics.exposition import Exposition
from radarr.adapters.metrics.meter import PrometheusMeter
from radarr.adapters.simulated.store import MemoryStore
from radarr.ports.driving.lag import Lag
from tests.contract.http.ailing import AILING
from tests.contract.store.examples import download, file, library


def busy_meter() -> PrometheusMeter:
    """One that has counted everything that can be counted."""
    meter = PrometheusMeter()
    meter.decided("feed", accepted=1, reasons=["QualityNotWanted", "QualityNotWanted", "Sample"])
    meter.grabbed("Alpha", 3 << 30)
    meter.grabbed("Alpha", 1 << 30)
    meter.imported(3 << 30, upgrade=True, transfer="hardlink")
    meter.failed("download")
    meter.answered("/api/v3/movie/{id}", "GET", 404, 0.003)
    meter.answered("/api/v3/movie/{id}", "BREW", 200, 0.3)
    return meter


async def page(meter: PrometheusMeter | None = None, store: MemoryStore | None = None, **changes: Any) -> str:
    """The page of a daemon that ails, with a library of one film; `changes` are of its health."""
    if store is None:
        store = MemoryStore()
        film = await library(store)
        async with store.transaction() as tx:
            await tx.movies.set_file(film.slots[0].id, file(size=5))
            await tx.downloads.add(download(film))
    health = replace(AILING, **changes)
    exposition = Exposition(meter or busy_meter(), lambda: health, lambda: Lag(1.0, 20.0, 250.0), store)
    return (await exposition.page()).decode()


def values(text: str) -> dict[str, float]:
    """Every series as it is written, with its value."""
    lines = [line.rpartition(" ") for line in text.splitlines() if not line.startswith("#")]
    return {series: float(value) for series, _, value in lines}
