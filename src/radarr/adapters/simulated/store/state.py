"""What the store in memory holds: immutable values in plain dictionaries, so that a copy is cheap."""

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TypeVar

from radarr.domain.download import Download
from radarr.domain.history import BlocklistEntry, HistoryEvent, LedgerEntry
from radarr.domain.importing.journal import Import
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.pause import Pause
from radarr.domain.pending import Pending
from radarr.domain.resilience.indexer_record import IndexerRecord
from radarr.domain.searching.want import SearchRecord
from radarr.ports.store.metadata import MetadataRecord
from radarr.ports.store.records import Message

Key = TypeVar("Key")
Value = TypeVar("Value")
LedgerKey = tuple[int, int, str]
"""Slot, indexer, guid."""


@dataclass
class State:
    """Every table by key. Movies are kept without their slots, slots with their file."""

    last_ids: dict[str, int] = field(default_factory=dict)
    movies: dict[int, Movie] = field(default_factory=dict)
    metadata: dict[int, MetadataRecord] = field(default_factory=dict)
    slots: dict[int, Slot] = field(default_factory=dict)
    downloads: dict[int, Download] = field(default_factory=dict)
    searches: dict[int, datetime] = field(default_factory=dict)
    imports: dict[int, Import] = field(default_factory=dict)
    history: dict[int, HistoryEvent] = field(default_factory=dict)
    blocklist: dict[int, BlocklistEntry] = field(default_factory=dict)
    claims: dict[tuple[int, str], ClaimRecord] = field(default_factory=dict)
    pending: dict[int, Pending] = field(default_factory=dict)
    ledger: dict[LedgerKey, LedgerEntry] = field(default_factory=dict)
    outbox: dict[int, Message] = field(default_factory=dict)
    roots: dict[int, RootFolder] = field(default_factory=dict)
    names: dict[tuple[str, str], int] = field(default_factory=dict)
    loops: dict[str, datetime] = field(default_factory=dict)
    pauses: dict[int, Pause] = field(default_factory=dict)
    indexers: dict[int, IndexerRecord] = field(default_factory=dict)
    slot_searches: dict[int, SearchRecord] = field(default_factory=dict)
    writable: bool = False

    def copy(self, *, writes: bool) -> "State":
        """One to work on, which leaves this one as it is."""
        tables = {table.name: dict(getattr(self, table.name)) for table in fields(self) if table.name != "writable"}
        return State(**tables, writable=writes)

    def next_id(self, table: str) -> int:
        """An id that was never given before."""
        self.put(self.last_ids, table, self.last_ids.get(table, 0) + 1)
        return self.last_ids[table]

    def put(self, table: dict[Key, Value], key: Key, value: Value) -> Value:
        """Keep a value. Raises RuntimeError in a snapshot, as every store does: it is a fault of the caller."""
        if not self.writable:
            raise RuntimeError("a snapshot only reads")
        table[key] = value
        return value

    def drop(self, table: dict[Key, Value], key: Key) -> bool:
        """Whether it was there."""
        if not self.writable:
            raise RuntimeError("a snapshot only reads")
        return table.pop(key, None) is not None
