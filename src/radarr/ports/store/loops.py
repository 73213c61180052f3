"""When loops last ran."""

from datetime import datetime
from typing import Protocol


class Loops(Protocol):
    """Last runs of the daemon's loops, so that a restart does not stampede."""

    async def last_run(self, name: str) -> datetime | None: ...

    async def ran(self, name: str, at: datetime) -> None: ...
