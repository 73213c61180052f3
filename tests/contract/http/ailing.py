"""A daemon that ails in every way at once, as a look at its health would find it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from radarr.domain.resilience.figures import (
    CircuitState,
    CircuitView,
    Figures,
    LimiterView,
    ServiceReport,
    ServiceState,
)
from radarr.domain.searching.feed_mark import Gap
from radarr.ports.driving.health import (
    Brief,
    DatabaseHealth,
    DiskHealth,
    Health,
    HealthMessage,
    IndexerHealth,
    Level,
    Overall,
    ServiceHealth,
)
from radarr.ports.driving.status import LoopStatus

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)

FIGURES = Figures(
    requests=40,
    failures=10,
    enough=True,
    consecutive_failures=3,
    p50_ms=120.0,
    p95_ms=900.5,
    max_ms=30000.0,
    last_success=NOON - MINUTE,
    last_failure=NOON,
    last_error="it does not answer",
    total_requests=400,
    total_failures=12,
)
PROWLARR = ServiceHealth(
    name="Prowlarr",
    state=ServiceState.CIRCUIT_OPEN,
    report=ServiceReport(
        "Prowlarr",
        FIGURES,
        CircuitView(CircuitState.OPEN, NOON + MINUTE, 2),
        LimiterView(waiting=1, waits=7, waited_seconds=3.5),
    ),
    version="2.5.0",
    problem="Prowlarr does not answer",
    probed_at=NOON,
)
QBITTORRENT = ServiceHealth(
    name="qBittorrent", state=ServiceState.HEALTHY, report=ServiceReport("qBittorrent"), version="4.5.2"
)
ALPHA = IndexerHealth(
    id=1,
    name='Alpha "the \\ first"\n',
    state=ServiceState.DEGRADED,
    figures=FIGURES,
    resting_until=NOON + 5 * MINUTE,
    level=2,
    last_error="429",
    spent=40,
    budget=100,
    others=3,
    limit=200,
    gap=Gap(NOON, after=NOON - 9 * HOUR, before=NOON - HOUR, granted_at=NOON, left=7),
)
FEED = LoopStatus(
    name="feed",
    every=1800,
    last_run=NOON,
    next_run=NOON + 30 * MINUTE,
    failures=1,
    last_error="Prowlarr does not answer",
    duration=2.5,
    runs=9,
    failed=2,
    crashes=1,
)
AILING = Health(
    brief=Brief(Overall.DEGRADED, "0.1.0", 3600.5),
    checked_at=NOON,
    services=(PROWLARR, QBITTORRENT),
    indexers=(ALPHA,),
    disks=(
        DiskHealth(path="/srv/media/movies", kind="root", free=10 << 30, total=1 << 40),
        DiskHealth(path="/srv/downloads", kind="downloads", problem="it is not there", links_to=()),
    ),
    loops=(FEED, LoopStatus(name="outbox", every=60, last_run=None, next_run=None, failures=0, last_error="")),
    database=DatabaseHealth(kind="sqlite", size=1 << 20, response_ms=1.5),
    messages=(
        HealthMessage("IndexerStatusCheck", Level.WARNING, "Alpha rests until 12:05", "wait, or ask its operators"),
        HealthMessage("RootFolderCheck", Level.ERROR, "/srv/downloads is not there", "mount it"),
        HealthMessage("UpdateCheck", Level.NOTICE, "Prowlarr 2.5.0 is old", ""),
    ),
)


class Told:
    """`ports.driving.health.ShowHealth` that says what it was told."""

    def __init__(self, health: Health = AILING, **changes: Any) -> None:
        self.health = replace(health, **changes)

    def brief(self) -> Brief:
        return self.health.brief

    def detailed(self) -> Health:
        return self.health
