"""History, blocklist, ledger and outbox in memory."""

from dataclasses import replace
from datetime import datetime

from radarr.adapters.simulated.store.state import State
from radarr.domain.history import BlocklistEntry, HistoryEvent, LedgerEntry, Outcome
from radarr.ports.store.records import Message


class MemoryHistory:
    """`ports.store.records.History`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, event: HistoryEvent) -> HistoryEvent:
        added = replace(event, id=self._state.next_id("history"))
        return self._state.put(self._state.history, added.id, added)

    async def since(self, event_id: int, limit: int) -> tuple[HistoryEvent, ...]:
        return tuple(event for event in self._state.history.values() if event.id > event_id)[:limit]

    async def recent(self, limit: int, *, movie_id: int | None = None, offset: int = 0) -> tuple[HistoryEvent, ...]:
        return self._of(movie_id)[::-1][offset : offset + limit]

    async def count(self, *, movie_id: int | None = None) -> int:
        return len(self._of(movie_id))

    def _of(self, movie_id: int | None) -> tuple[HistoryEvent, ...]:
        return tuple(event for event in self._state.history.values() if movie_id in {None, event.movie_id})


class MemoryBlocklist:
    """`ports.store.records.Blocklist`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, entry: BlocklistEntry) -> BlocklistEntry:
        added = replace(entry, id=self._state.next_id("blocklist"))
        return self._state.put(self._state.blocklist, added.id, added)

    async def for_movie(self, movie_id: int) -> tuple[BlocklistEntry, ...]:
        return tuple(entry for entry in self._state.blocklist.values() if entry.movie_id == movie_id)

    async def all(self) -> tuple[BlocklistEntry, ...]:
        return tuple(reversed(self._state.blocklist.values()))

    async def remove(self, entry_id: int) -> bool:
        return self._state.drop(self._state.blocklist, entry_id)

    async def forget(self, before: datetime) -> int:
        old = [entry.id for entry in self._state.blocklist.values() if entry.at < before]
        return sum(self._state.drop(self._state.blocklist, entry_id) for entry_id in old)


class MemoryLedger:
    """`ports.store.records.Ledger`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def record(self, entries: tuple[LedgerEntry, ...]) -> None:
        for entry in {(e.slot_id, e.indexer_id, e.guid): e for e in entries}.values():
            key = (entry.slot_id, entry.indexer_id, entry.guid)
            known = self._state.ledger.get(key)
            kept = (
                replace(
                    entry,
                    id=known.id,
                    first_seen=known.first_seen,
                    seen=known.seen + entry.seen,
                    outcome=known.outcome if known.outcome is Outcome.GRABBED else entry.outcome,
                )
                if known
                else replace(entry, id=self._state.next_id("ledger"))
            )
            self._state.put(self._state.ledger, key, kept)

    async def for_movie(self, movie_id: int, slot_id: int | None = None) -> tuple[LedgerEntry, ...]:
        own = [e for e in self._state.ledger.values() if e.movie_id == movie_id and slot_id in {None, e.slot_id}]
        own.sort(key=lambda e: (e.rank is None, e.rank or 0, e.id))
        return tuple(sorted(own, key=lambda e: e.last_seen, reverse=True))

    async def walk(self, after: tuple[int, int], limit: int) -> tuple[LedgerEntry, ...]:
        beyond = [entry for entry in self._state.ledger.values() if (entry.movie_id, entry.id) > after]
        return tuple(sorted(beyond, key=lambda entry: (entry.movie_id, entry.id))[:limit])

    async def mark(self, slot_id: int, indexer_id: int, guid: str, outcome: Outcome) -> None:
        key = (slot_id, indexer_id, guid)
        if known := self._state.ledger.get(key):
            self._state.put(self._state.ledger, key, replace(known, outcome=outcome))

    async def forget(self, before: datetime, keep: int, limit: int) -> int:
        latest = sorted(self._state.ledger.items(), key=lambda item: (item[1].last_seen, item[1].id), reverse=True)
        gone = [key for at, (key, entry) in enumerate(latest) if at >= keep or entry.last_seen < before]
        return sum(self._state.drop(self._state.ledger, key) for key in gone[::-1][:limit])


class MemoryOutbox:
    """`ports.store.records.Outbox`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, topic: str, body: str) -> None:
        message = Message(self._state.next_id("outbox"), topic, body)
        self._state.put(self._state.outbox, message.id, message)

    async def pending(self, limit: int) -> tuple[Message, ...]:
        return tuple(self._state.outbox.values())[:limit]

    async def delivered(self, message_id: int) -> None:
        self._state.drop(self._state.outbox, message_id)
