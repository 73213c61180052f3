"""What is kept: one repository per aggregate, all of them inside a transaction that checks the lease."""

from contextlib import AbstractAsyncContextManager
from typing import Protocol, runtime_checkable

from radarr.ports.store.claims import Claims
from radarr.ports.store.counts import Counts, Totals
from radarr.ports.store.downloads import Downloads
from radarr.ports.store.imports import Imports
from radarr.ports.store.loops import Loops
from radarr.ports.store.metadata import MetadataRecords
from radarr.ports.store.movies import Movies
from radarr.ports.store.pending import PendingReleases
from radarr.ports.store.records import Blocklist, History, Ledger, Outbox
from radarr.ports.store.roots import Names, Roots
from radarr.ports.store.searching import SlotSearches
from radarr.ports.store.standing import IndexerRecords, Pauses

__all__ = [
    "Blocklist",
    "Claims",
    "Counts",
    "Downloads",
    "History",
    "Imports",
    "IndexerRecords",
    "Ledger",
    "Loops",
    "MetadataRecords",
    "Movies",
    "Names",
    "Outbox",
    "Pauses",
    "PendingReleases",
    "Roots",
    "SlotSearches",
    "Store",
    "Totals",
    "Transaction",
]


class Transaction(Protocol):
    """One unit of work: all of it is kept, or nothing."""

    @property
    def movies(self) -> Movies: ...
    @property
    def metadata(self) -> MetadataRecords: ...
    @property
    def downloads(self) -> Downloads: ...
    @property
    def imports(self) -> Imports: ...
    @property
    def history(self) -> History: ...
    @property
    def blocklist(self) -> Blocklist: ...
    @property
    def claims(self) -> Claims: ...
    @property
    def ledger(self) -> Ledger: ...
    @property
    def pending(self) -> PendingReleases: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def roots(self) -> Roots: ...
    @property
    def names(self) -> Names: ...
    @property
    def loops(self) -> Loops: ...
    @property
    def pauses(self) -> Pauses: ...
    @property
    def indexers(self) -> IndexerRecords: ...
    @property
    def searching(self) -> SlotSearches: ...
    @property
    def counts(self) -> Counts: ...


@runtime_checkable
class Store(Protocol):
    """The database. `async with store.transaction() as tx:` commits at the end, rolls back on an exception.

    Entering raises LeaseLost when another daemon has taken over, Unavailable when the database is away or
    stays locked. `async with store.snapshot() as tx:` reads one consistent state and never writes.
    `revision` counts this process's transactions; who waits for news notes it, reads, and waits for `changed`.
    """

    @property
    def revision(self) -> int: ...

    def transaction(self) -> AbstractAsyncContextManager[Transaction]: ...
    def snapshot(self) -> AbstractAsyncContextManager[Transaction]: ...
    async def changed(self, revision: int) -> None:
        """Return once there is a later revision; wakes whoever waits at the end of every transaction."""
        ...
