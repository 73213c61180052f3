"""Asking whether all is well, and what to do where it is not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol

from radarr.domain.resilience.figures import Figures, ServiceReport, ServiceState
from radarr.domain.searching.feed_mark import Gap
from radarr.ports.driving.status import LoopStatus


class Level(StrEnum):
    """How much a message matters, as on Radarr's health page."""

    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"


class HealthMessage(NamedTuple):
    """What is wrong, and what a person can do about it. `source` is the check's name, Radarr's where it has one."""

    source: str
    level: Level
    message: str
    remedy: str = ""


class Overall(StrEnum):
    """The daemon as a whole: DOWN only when it cannot work itself (database gone, loops dead)."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"
    DOWN = "down"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHealth:
    """One service. `version` "" unknown; `problem` "" where its last probe went well."""

    name: str
    state: ServiceState
    report: ServiceReport
    version: str = ""
    problem: str = ""
    probed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexerHealth:
    """One indexer. `resting_until`: not asked before; `level`: its step on the back-off ladder.

    Queries of the last 24 h: `spent` ours, `others` those of other programs (None unknown), `budget` what we
    allow ourselves, `limit` what Prowlarr states (None: none). `failing_since` None: it does not fail. `gap` is
    what was missed of its feed last, None: nothing yet.
    """

    id: int
    name: str
    state: ServiceState
    figures: Figures
    resting_until: datetime | None = None
    level: int = 0
    failing_since: datetime | None = None
    last_error: str = ""
    spent: int = 0
    budget: int = 0
    others: int | None = None
    limit: int | None = None
    gap: Gap | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiskHealth:
    """A folder that we depend on. `kind`: root, downloads, state. Sizes in bytes, None where it cannot be asked.

    `links_to`: the roots into which files of this (downloads) folder can be hard-linked; None: not tried yet.
    """

    path: str
    kind: str
    free: int | None = None
    total: int | None = None
    problem: str = ""
    links_to: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DatabaseHealth:
    """The database. `kind` sqlite or postgresql; `size` in bytes, None unknown; `problem` "" where it answers."""

    kind: str
    problem: str = ""
    size: int | None = None
    response_ms: float | None = None


class Brief(NamedTuple):
    """The least that anyone may know."""

    status: Overall
    version: str
    uptime_seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """Everything known of how the daemon fares, as of the last look; `checked_at` None: there was none yet."""

    brief: Brief
    checked_at: datetime | None
    services: tuple[ServiceHealth, ...]
    indexers: tuple[IndexerHealth, ...]
    disks: tuple[DiskHealth, ...]
    loops: tuple[LoopStatus, ...]
    database: DatabaseHealth
    messages: tuple[HealthMessage, ...]


class ShowHealth(Protocol):
    """Shows what the last look found; asks nobody."""

    def brief(self) -> Brief: ...

    def detailed(self) -> Health: ...
