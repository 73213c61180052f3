"""Knowledge to judge: all is well, but for what a test says."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from radarr.app.health.look import DOWNLOADS, PROWLARR, QBITTORRENT, ROOT, STATE, Folder, Known, Look, Probed, Trouble
from radarr.domain.resilience.figures import CircuitState, CircuitView, Figures, ServiceReport, ServiceState
from radarr.ports.download_client import ClientInfo
from radarr.ports.driving.health import IndexerHealth, ServiceHealth
from radarr.ports.files import DiskUse
from radarr.ports.indexer import IndexerInfo

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
GIB = 1 << 30
ROOMY = DiskUse(free=500 * GIB, total=1000 * GIB, device=7)
OPEN = CircuitView(CircuitState.OPEN, NOW, opened=1)


def service(name: str, state: ServiceState = ServiceState.HEALTHY, **changes: Any) -> ServiceHealth:
    return ServiceHealth(name=name, state=state, **{"report": ServiceReport(name), **changes})


def failing(name: str, state: ServiceState, figures: Figures, circuit: CircuitView | None = None) -> ServiceHealth:
    return service(name, state, report=ServiceReport(name, figures, circuit))


def well(**changes: Any) -> Known:
    """A library and a download folder on one roomy disk, two services and an indexer that are well."""
    look = Look(
        at=NOW,
        client=ClientInfo("5.1.4", "2.11.4", tags=True, save_path="/downloads", local_path="/downloads"),
        indexers=(IndexerInfo(1, "Alpha", "torrent"),),
        folders=(
            Folder("/library", ROOT, ROOMY),
            Folder("/downloads", DOWNLOADS, ROOMY, named="/downloads"),
            Folder("/state", STATE, ROOMY),
        ),
    )
    known = Known(
        now=NOW,
        look=look,
        services=(service(PROWLARR, version="2.6.3.5592"), service(QBITTORRENT, version="5.1.4")),
        indexers=(IndexerHealth(id=1, name="Alpha", state=ServiceState.HEALTHY, figures=Figures()),),
    )
    return replace(known, **changes)


def looked(**changes: Any) -> Known:
    """All is well but for this that the look found."""
    known = well()
    return replace(known, look=replace(known.look, **changes))


def down(name: str, problem: str, remedy: str) -> Known:
    """One service whose last probe failed."""
    return well(
        services=(service(name, ServiceState.DOWN, problem=problem),),
        look=replace(well().look, probes={name: Probed(trouble=Trouble(problem, remedy), at=NOW)}),
    )
