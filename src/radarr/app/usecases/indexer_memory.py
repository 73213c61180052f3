"""How the indexers stand with us, and what of it is remembered over a restart."""

import logging

import anyio

from radarr.app.usecases.indexer_standing import Standing
from radarr.domain.resilience.budget import Allowance
from radarr.domain.resilience.indexer_record import IndexerRecord
from radarr.domain.resilience.record import Record
from radarr.domain.resilience.remembering import Now, recall, remember
from radarr.ports.clock import Clock
from radarr.ports.errors import PortError
from radarr.ports.indexer import IndexerInfo
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_WINDOW, _MINIMUM = 300, 10  # of the figures, until the configuration says others


class IndexerMemory:
    """How the indexers stand with us, and what of it is remembered over a restart.

    - There is one in a process: a new configuration changes nothing of it.
    - It is read once, and written where it has changed.
    - Another indexer that has the id of one that we knew (Prowlarr was made anew) is not taken for it.
    - An indexer that is gone is forgotten once nothing of it counts any longer: it may only be switched off.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self.known: dict[int, Standing] = {}
        """The indexers of the latest directory, by id."""
        self._records: dict[int, IndexerRecord] | None = None
        self._one_at_a_time = anyio.Lock()

    async def load(self) -> None:
        """Read it, once. Raises Unavailable."""
        async with self._one_at_a_time:
            if self._records is None:
                async with self._store.snapshot() as tx:
                    self._records = {record.indexer_id: record for record in await tx.indexers.all()}

    def remembers(self, indexer_id: int, name: str) -> bool:
        """Whether it was saved once."""
        record = (self._records or {}).get(indexer_id)
        return record is not None and record.name == name

    def standing(self, info: IndexerInfo, allowed: Allowance) -> Standing:
        """How it stands: as we know it, else as it stood when it was last saved, else as new."""
        standing = self.known.get(info.id)
        if standing is None or standing.info.name != info.name:
            standing = self.known[info.id] = self._recalled(info, allowed)
        standing.info, standing.allowed = info, allowed
        return standing

    def _recalled(self, info: IndexerInfo, allowed: Allowance) -> Standing:
        standing = Standing(info, allowed, Record(_WINDOW, _MINIMUM))
        record = (self._records or {}).get(info.id)
        if record is not None and record.name == info.name:
            standing.ladder, standing.budget = recall(record, self._now())
            standing.feed = record.feed
        return standing

    async def save(self) -> None:
        """Keep what has changed; where the store is away, the next round does it."""
        async with self._one_at_a_time:
            changed = [standing for standing in self.known.values() if standing.changed]
            gone = self._gone()
            if not changed and not gone:
                return
            for standing in changed:
                standing.changed = False  # now, since it may change again while we write
            try:
                await self._write(tuple(map(self._record, changed)), gone)
            except PortError as error:
                log.warning("what is known of the indexers could not be saved: %s", error)
                for standing in changed:
                    standing.changed = True

    async def _write(self, records: tuple[IndexerRecord, ...], gone: tuple[int, ...]) -> None:
        async with self._store.transaction() as tx:
            await tx.indexers.save(records)
            await tx.indexers.forget(gone)
        kept = {**(self._records or {}), **{record.indexer_id: record for record in records}}
        self._records = {key: record for key, record in kept.items() if key not in gone}

    def _record(self, standing: Standing) -> IndexerRecord:
        record = remember(standing.info.id, standing.info.name, standing.ladder, standing.budget, self._now())
        return record._replace(feed=standing.feed)

    def _gone(self) -> tuple[int, ...]:
        now = self._now()
        strangers = [record for key, record in (self._records or {}).items() if key not in self.known]
        recalled = [(record.indexer_id, *recall(record, now)) for record in strangers]
        return tuple(
            key for key, ladder, budget in recalled if not ladder.rests(now.seconds) and not budget.used(now.seconds)
        )

    def _now(self) -> Now:
        return Now(self._clock.monotonic(), self._clock.now())
