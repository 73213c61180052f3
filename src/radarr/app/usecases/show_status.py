"""Show how the daemon is."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

import anyio

from radarr.ports.driving.status import LoopStatus, ServiceStatus, Status
from radarr.ports.errors import PortError
from radarr.ports.store import Store

Probe = Callable[[], Awaitable[ServiceStatus]]


class ShowStatus:
    """Show how the daemon is.

    - Every service is asked at once; one that fails is told in words, and harms no other's answer.
    """

    def __init__(
        self,
        store: Store,
        loops: Callable[[], tuple[LoopStatus, ...]],
        probes: Mapping[str, Probe],
        *,
        version: str,
        database: str,
        started_at: datetime,
        notices: tuple[str, ...] = (),
    ) -> None:
        self._store = store
        self._loops = loops
        self._probes = probes
        self._version = version
        self._database = database
        self._started_at = started_at
        self._notices = notices
        self._reason = "the daemon is starting"

    def ready(self) -> None:
        """Say that the database is migrated and the loops run."""
        self._reason = ""

    def unready(self, reason: str) -> None:
        """Say why it does not serve films any more."""
        self._reason = reason

    def not_ready(self) -> str:
        """See ports.driving.status."""
        return self._reason

    def notices(self) -> tuple[str, ...]:
        """See ports.driving.status."""
        return self._notices

    async def execute(self) -> Status:
        """See ports.driving.status."""
        async with self._store.snapshot() as tx:
            totals = await tx.counts.totals()
        return Status(
            version=self._version,
            started_at=self._started_at,
            database=self._database,
            not_ready=self.not_ready(),
            services=await self._probe_all(),
            loops=self._loops(),
            movies=totals.movies,
            files=totals.files,
            queue=totals.queue,
            notices=self._notices,
        )

    async def _probe_all(self) -> tuple[ServiceStatus, ...]:
        found: dict[str, ServiceStatus] = {}

        async def probe(name: str, ask: Probe) -> None:
            try:
                found[name] = await ask()
            except PortError as error:
                found[name] = ServiceStatus(name=name, version="", problem=str(error))

        async with anyio.create_task_group() as tasks:
            for name, ask in self._probes.items():
                tasks.start_soon(probe, name, ask)
        return tuple(found[name] for name in self._probes)
