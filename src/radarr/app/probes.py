"""How the services are asked whether they are well, when a person wants to know."""

from collections.abc import Awaitable, Callable

import anyio

from radarr.app.usecases.show_status import Probe
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.driving.status import ServiceStatus
from radarr.ports.errors import PortError
from radarr.ports.indexer import Indexer

_FRESH = 5.0  # seconds; who watches the status asks every other second, and the services have better things to do
_PATIENCE = 15.0  # seconds; a person waits


def probes(indexer: Indexer, client: DownloadClient, clock: Clock) -> dict[str, Probe]:
    """One cheap question to each service, by name."""

    async def prowlarr() -> ServiceStatus:
        return ServiceStatus(name="Prowlarr", version=await indexer.version(), problem="")

    async def qbittorrent() -> ServiceStatus:
        info = await client.info()
        return ServiceStatus(name="qBittorrent", version=info.version, problem="", warnings=info.warnings)

    return {"Prowlarr": _Asked("Prowlarr", prowlarr, clock), "qBittorrent": _Asked("qBittorrent", qbittorrent, clock)}


class _Asked:
    """A question whose answer, good or bad, is good for some seconds."""

    def __init__(self, name: str, ask: Callable[[], Awaitable[ServiceStatus]], clock: Clock) -> None:
        self._name = name
        self._ask = ask
        self._clock = clock
        self._one_at_a_time = anyio.Lock()
        self._answer: tuple[float, ServiceStatus] | None = None

    async def __call__(self) -> ServiceStatus:
        async with self._one_at_a_time:
            if self._answer is None or self._clock.monotonic() - self._answer[0] >= _FRESH:
                found = await self._now()
                self._answer = (self._clock.monotonic(), found)
            return self._answer[1]

    async def _now(self) -> ServiceStatus:
        with anyio.move_on_after(_PATIENCE):
            try:
                return await self._ask()
            except PortError as error:
                return ServiceStatus(name=self._name, version="", problem=str(error))
        return ServiceStatus(name=self._name, version="", problem=f"it does not answer within {_PATIENCE:g} s")
