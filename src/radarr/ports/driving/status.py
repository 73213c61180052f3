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


class ShowStatus(Protocol):
    """Shows whether the daemon serves films."""

    def not_ready(self) -> str:
        """Why the daemon is not ready; empty when it is."""
        ...

    def notices(self) -> tuple[str, ...]:
        """What the configuration sets without effect, or lacks."""
        ...
