"""The store in memory: a transaction works on a copy, and its end makes the copy the truth."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import anyio

from radarr.adapters.simulated.store.claims import MemoryClaims
from radarr.adapters.simulated.store.counts import MemoryCounts
from radarr.adapters.simulated.store.downloads import MemoryDownloads
from radarr.adapters.simulated.store.imports import MemoryImports
from radarr.adapters.simulated.store.metadata import MemoryMetadataRecords
from radarr.adapters.simulated.store.movies import MemoryMovies
from radarr.adapters.simulated.store.pending import MemoryPendingReleases
from radarr.adapters.simulated.store.records import MemoryBlocklist, MemoryHistory, MemoryLedger, MemoryOutbox
from radarr.adapters.simulated.store.roots import MemoryLoops, MemoryNames, MemoryRoots
from radarr.adapters.simulated.store.searching import MemorySlotSearches
from radarr.adapters.simulated.store.standing import MemoryIndexerRecords, MemoryPauses
from radarr.adapters.simulated.store.state import State
from radarr.ports.errors import LeaseLost, PortError


@dataclass(frozen=True, slots=True)
class MemoryTransaction:
    """`ports.store.Transaction`."""

    movies: MemoryMovies
    metadata: MemoryMetadataRecords
    downloads: MemoryDownloads
    imports: MemoryImports
    history: MemoryHistory
    blocklist: MemoryBlocklist
    claims: MemoryClaims
    ledger: MemoryLedger
    pending: MemoryPendingReleases
    outbox: MemoryOutbox
    roots: MemoryRoots
    names: MemoryNames
    loops: MemoryLoops
    pauses: MemoryPauses
    indexers: MemoryIndexerRecords
    searching: MemorySlotSearches
    counts: MemoryCounts


class MemoryStore:
    """`ports.store.Store`. `trouble`, where set, is what the next transactions and snapshots raise."""

    def __init__(self) -> None:
        self.trouble: PortError | None = None
        self._state = State()
        self._writer = anyio.Lock()
        self._committed = anyio.Event()
        self.revision = 0

    def lose_lease(self) -> None:
        """As if another daemon had taken over."""
        self.trouble = LeaseLost("another daemon has taken over this database")

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[MemoryTransaction]:
        async with self._writer:
            self._check()
            state = self._state.copy(writes=True)
            yield _transaction(state)
            self._state = state
        self.revision += 1
        self._committed.set()
        self._committed = anyio.Event()

    async def changed(self, revision: int) -> None:
        """See ports.store."""
        while self.revision == revision:
            await self._committed.wait()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[MemoryTransaction]:
        self._check()
        yield _transaction(self._state.copy(writes=False))

    def _check(self) -> None:
        if self.trouble is not None:
            raise self.trouble


def _transaction(state: State) -> MemoryTransaction:
    return MemoryTransaction(
        movies=MemoryMovies(state),
        metadata=MemoryMetadataRecords(state),
        downloads=MemoryDownloads(state),
        imports=MemoryImports(state),
        history=MemoryHistory(state),
        blocklist=MemoryBlocklist(state),
        claims=MemoryClaims(state),
        ledger=MemoryLedger(state),
        pending=MemoryPendingReleases(state),
        outbox=MemoryOutbox(state),
        roots=MemoryRoots(state),
        names=MemoryNames(state),
        loops=MemoryLoops(state),
        pauses=MemoryPauses(state),
        indexers=MemoryIndexerRecords(state),
        searching=MemorySlotSearches(state),
        counts=MemoryCounts(state),
    )
