"""Ask every service whether it is well."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Final

import anyio

from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB, WELL, Probed, Trouble
from radarr.domain.resilience.figures import CircuitState, ServiceReport
from radarr.ports.clock import Clock
from radarr.ports.download_client import ClientInfo, ClientTorrent, DownloadClient
from radarr.ports.errors import Gone, PortError, Unavailable
from radarr.ports.indexer import Indexer, IndexerInfo
from radarr.ports.metadata import Metadata

_PATIENCE: Final = 15.0  # seconds for one service
_LISTED_FOR: Final = timedelta(minutes=15)
_RARELY: Final = timedelta(hours=1)
_A_FILM: Final = 603

Reports = Callable[[], Mapping[str, ServiceReport]]
Learn = Callable[[tuple[IndexerInfo, ...]], Awaitable[None]]


async def learn_nothing(infos: tuple[IndexerInfo, ...]) -> None:
    """Nobody else wants to know which indexers there are."""


class Services:
    """Asks them all at once; what they tell of themselves is kept until they tell something else.

    `reports` are those of our side of the line, by name, one for each service. Without a metadata service (None)
    there is none to ask. `learn` is told which indexers there are.
    """

    def __init__(
        self,
        indexer: Indexer,
        client: DownloadClient,
        metadata: Metadata | None,
        clock: Clock,
        reports: Reports,
        learn: Learn = learn_nothing,
    ) -> None:
        self.info: ClientInfo | None = None
        self.torrents: tuple[ClientTorrent, ...] = ()
        self.indexers: tuple[IndexerInfo, ...] | None = None
        self._indexer = indexer
        self._client = client
        self._metadata = metadata
        self._clock = clock
        self._reports = reports
        self._learn = learn
        self._listed_at = clock.now() - _LISTED_FOR
        self._asks: dict[str, Callable[[], Awaitable[str]]] = {
            PROWLARR: self._ask_prowlarr,
            QBITTORRENT: self._ask_client,
        }
        if metadata is not None:
            self._asks[TMDB] = self._ask_metadata

    async def probe(self, before: Mapping[str, Probed]) -> dict[str, Probed]:
        """Every service, by name. `before` is what the last probe came to."""
        reports = self._reports()
        found: dict[str, Probed] = {}

        async def one(name: str) -> None:
            last = before.get(name, Probed())
            found[name] = last if self._spared(name, reports[name], last) else await self._probe(name, last)

        async with anyio.create_task_group() as tasks:
            for name in self._asks:
                tasks.start_soon(one, name)
        return {name: found[name] for name in self._asks}

    def _spared(self, name: str, report: ServiceReport, last: Probed) -> bool:
        """Whether it is not asked this time: it is left alone, or it is a stranger's and answered lately."""
        now, circuit = self._clock.now(), report.circuit
        if circuit and circuit.state is CircuitState.OPEN and circuit.opens_until and circuit.opens_until > now:
            return True
        if name != TMDB or last.at is None or last.trouble:
            return False
        asked = max(filter(None, (last.at, report.figures.last_success)))
        return timedelta() <= now - asked < _RARELY

    async def _probe(self, name: str, last: Probed) -> Probed:
        with anyio.move_on_after(_PATIENCE):
            try:
                version = await self._asks[name]()
            except PortError as error:
                trouble, answered = Trouble(error.message, error.remedy), not isinstance(error, Unavailable)
                return Probed(last.version, trouble, self._clock.now(), answered)
            return Probed(version, WELL, self._clock.now())
        limiter = self._reports()[name].limiter
        if limiter and limiter.waiting:  # our own haste, not its silence
            return last
        silent = Trouble(
            f"{name} does not answer within {_PATIENCE:g} s", f"look whether {name} hangs or its machine is overloaded"
        )
        return Probed(last.version, silent, self._clock.now())

    async def _ask_prowlarr(self) -> str:
        version = await self._indexer.version()
        if not timedelta() <= self._clock.now() - self._listed_at < _LISTED_FOR:
            self.indexers = await self._indexer.indexers()
            with suppress(PortError):  # the database's trouble is told of where the database is looked at
                await self._learn(self.indexers)
            self._listed_at = self._clock.now()
        return version

    async def _ask_client(self) -> str:
        self.info = await self._client.info()
        self.torrents = await self._client.torrents()
        return self.info.version

    async def _ask_metadata(self) -> str:
        """It has no version. That it knows no such film is an answer, too."""
        if self._metadata is not None:
            with suppress(Gone):
                await self._metadata.details(_A_FILM)
        return ""
