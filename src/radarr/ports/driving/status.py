"""Asking how the daemon is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopStatus:
    """One supervised loop. `every` and `duration` (of the last run) in seconds; `failures` in a row.

    `runs`, `failed` and `crashes` (failures that were our own mistake) count since the start. `hung`: it runs for
    longer than it ever should.
    """

    name: str
    every: float
    last_run: datetime | None
    next_run: datetime | None
    failures: int
    last_error: str
    duration: float | None = None
    running_since: datetime | None = None
    runs: int = 0
    failed: int = 0
    crashes: int = 0
    hung: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceStatus:
    """One service we depend on; `problem` is empty when its last probe went well."""

    name: str
    version: str
    problem: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """The daemon at this moment. `not_ready` is empty once it serves films."""

    version: str
    started_at: datetime
    database: str
    not_ready: str
    services: tuple[ServiceStatus, ...]
    loops: tuple[LoopStatus, ...]
    movies: int
    files: int
    queue: int
    notices: tuple[str, ...] = ()


class ShowStatus(Protocol):
    """Shows the status."""

    def not_ready(self) -> str:
        """Why the daemon is not ready; empty when it is."""
        ...

    def notices(self) -> tuple[str, ...]:
        """What the configuration sets without effect, or lacks."""
        ...

    async def execute(self) -> Status:
        """Probes every service."""
        ...
