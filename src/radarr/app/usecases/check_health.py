"""Look whether all is well."""

from dataclasses import replace

from radarr.app.health.look import Look, Probed, Terms
from radarr.app.health.messages.films import MOST_NAMED
from radarr.app.health.services import Learn, Services, learn_nothing
from radarr.app.health.surroundings import Surroundings, used_by
from radarr.app.health.telling import Telling
from radarr.app.health.trials import LinkTrials
from radarr.app.usecases.show_health import ShowHealth
from radarr.domain.movie import RootFolder
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.driving.health import DatabaseHealth
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.files import Files
from radarr.ports.indexer import Indexer
from radarr.ports.metadata import Metadata
from radarr.ports.store import Store


class CheckHealth:
    """Look whether all is well.

    - Every service is asked at once; one that fails harms no other's answer, and one that is silent is not waited for.
    - A service that is left alone (its circuit is open) is not asked; the film database is asked once an hour at most
      while it answers, since it is a stranger's.
    - Every root, the folders that the client really uses and the state folder are looked at, never written to; hard
      links are tried once.
    - A change for the worse or better is told once, not at every look.
    """

    def __init__(
        self,
        show: ShowHealth,
        indexer: Indexer,
        client: DownloadClient,
        metadata: Metadata,
        store: Store,
        files: Files,
        clock: Clock,
        *,
        terms: Terms,
        roots: tuple[str, ...] = (),
        state: str = "",
        learn: Learn = learn_nothing,
    ) -> None:
        self._show = show
        asked = metadata if terms.metadata_key else None
        self._services = Services(indexer, client, asked, clock, show.reports, learn)
        self._surroundings = Surroundings(files)
        self._trials = LinkTrials(files, client, clock) if "hardlink" in terms.transfer else None
        self._store = store
        self._clock = clock
        self._configured = tuple(path.rstrip("/") or "/" for path in roots)
        self._state = state
        self._roots: tuple[RootFolder, ...] | None = None
        self._lost: tuple[str, ...] = ()
        self._telling = Telling()

    async def execute(self) -> None:
        """Look, remember, and tell of changes. Raises LeaseLost."""
        database = await self._database()
        services = self._services
        probes = await services.probe(self._show.look.probes)
        folders = await self._surroundings.folders(
            self._roots or (), self._unknown(), used_by(services.info, services.torrents), self._state
        )
        look = Look(
            at=self._clock.now(),
            probes=probes,
            client=services.info,
            indexers=services.indexers,
            folders=folders,
            database=database,
            lost=self._lost,
        )
        if self._trials:
            look = replace(look, trials=await self._trials.execute(folders, self._roots or (), services.torrents))
        self._show.note(look)
        health = self._show.detailed()
        for service in health.services:
            self._telling.service(service, probes.get(service.name, Probed()).trouble)
        self._telling.messages(health.messages)

    def _unknown(self) -> tuple[str, ...]:
        """Configured roots that could not be made ones when the daemon started."""
        if self._roots is None:  # the database has never answered
            return ()
        known = {root.path for root in self._roots}
        return tuple(path for path in dict.fromkeys(self._configured) if path not in known)

    async def _database(self) -> DatabaseHealth:
        """The tiniest thing to ask a database, and what is needed anyway."""
        last, begun = self._show.look.database, self._clock.monotonic()
        try:
            async with self._store.snapshot() as tx:
                used = await tx.roots.in_use()
                self._roots = tuple(r for r in await tx.roots.all() if r.id in used or r.path in self._configured)
                self._lost = tuple(map(str, await tx.metadata.gone(MOST_NAMED + 1)))
                size = await tx.counts.size()
        except LeaseLost:
            raise
        except PortError as error:
            return DatabaseHealth(kind=last.kind, problem=error.message, size=last.size)
        return DatabaseHealth(kind=last.kind, size=size, response_ms=(self._clock.monotonic() - begun) * 1000)
