"""Read the newest releases of every indexer, and grab what is wanted."""

import logging

import anyio

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.correlation import correlated
from radarr.app.usecases.decide_releases import DecideReleases, Wanted
from radarr.app.usecases.grab_best import GrabBest
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.release import Release
from radarr.ports.errors import PortError
from radarr.ports.indexer import Indexer, IndexerInfo
from radarr.ports.store import Store

log = logging.getLogger(__name__)


class SyncFeed:
    """Read the newest releases of every indexer, and grab what is wanted.

    - Only indexers whose app profile has the feed switched on are read, all at once.
    - Every film of the library is matched; monitored slots alone are decided.
    - What was offered in the last round and is offered again is not decided again.
    """

    def __init__(
        self, indexer: Indexer, directory: AskIndexers, decide: DecideReleases, grab: GrabBest, store: Store
    ) -> None:
        self._indexer = indexer
        self._directory = directory
        self._decide = decide
        self._grab = grab
        self._store = store
        self._seen: frozenset[tuple[int, str]] = frozenset()

    async def execute(self) -> None:
        """One round. Raises Unavailable, Unauthorised of the indexer manager."""
        with correlated("feed"):
            releases = await self._read([i for i in await self._directory.indexers() if i.feed])
            offered = frozenset((r.indexer_id, r.guid) for r in releases)
            fresh = [r for r in releases if (r.indexer_id, r.guid) not in self._seen]
            if fresh:
                await self._decide_and_grab(fresh)
            self._seen = offered

    async def _read(self, indexers: list[IndexerInfo]) -> list[Release]:
        releases: list[Release] = []

        async def read(info: IndexerInfo) -> None:
            try:
                answer = await self._indexer.latest(info)
            except PortError as error:
                log.warning("the feed of %s could not be read: %s", info.name, error)
                return
            if answer.message:
                log.warning("the feed of %s: %s", info.name, answer.message)
            releases.extend(answer.releases)

        async with anyio.create_task_group() as tasks:
            for info in indexers:
                tasks.start_soon(read, info)
        return releases

    async def _decide_and_grab(self, releases: list[Release]) -> None:
        async with self._store.transaction() as tx:
            movies = await tx.movies.all()
            wanted = [Wanted(movie, tuple(s for s in movie.slots if s.monitored)) for movie in movies]
            verdicts = await self._decide.execute(tx, releases, wanted, SearchKind.FEED)
        log.info("feed: %d new releases, %d for films of the library", len(releases), len(verdicts.decisions))
        slot_ids = dict.fromkeys(d.candidate.slot.id for d in verdicts.decisions if d.accepted)
        await self._grab.execute(verdicts, list(slot_ids), SearchKind.FEED)
