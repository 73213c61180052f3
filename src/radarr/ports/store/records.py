"""What happened, what is blocked, what was decided, and who is to be told."""

from datetime import datetime
from typing import NamedTuple, Protocol

from radarr.domain.history import BlocklistEntry, HistoryEvent, LedgerEntry, Outcome


class History(Protocol):
    """Events, oldest first by id."""

    async def add(self, event: HistoryEvent) -> HistoryEvent: ...

    async def since(self, event_id: int, limit: int) -> tuple[HistoryEvent, ...]:
        """Events after that id, oldest first."""
        ...

    async def recent(self, limit: int, *, movie_id: int | None = None, offset: int = 0) -> tuple[HistoryEvent, ...]:
        """Newest first."""
        ...

    async def count(self, *, movie_id: int | None = None) -> int: ...


class Blocklist(Protocol):
    """Releases not to be grabbed again."""

    async def add(self, entry: BlocklistEntry) -> BlocklistEntry: ...

    async def for_movie(self, movie_id: int) -> tuple[BlocklistEntry, ...]: ...

    async def all(self) -> tuple[BlocklistEntry, ...]:
        """Newest first."""
        ...

    async def remove(self, entry_id: int) -> bool:
        """Whether it was there."""
        ...

    async def forget(self, before: datetime) -> int:
        """Drop what was put there before that moment; how many entries that were."""
        ...


class Ledger(Protocol):
    """Every decision kept."""

    async def record(self, entries: tuple[LedgerEntry, ...]) -> None:
        """Keep decisions. One of the same release, movie and slot is replaced, its `first_seen` and `seen` kept on.

        What was grabbed stays grabbed: that it is rejected now, being there already, is no news.
        """
        ...

    async def for_movie(self, movie_id: int, slot_id: int | None = None) -> tuple[LedgerEntry, ...]:
        """Last seen first, then by rank."""
        ...

    async def walk(self, after: tuple[int, int], limit: int) -> tuple[LedgerEntry, ...]:
        """The next decisions in order of film and id, beyond these two (0 and 0: from the start on), at most so many.

        To read a few hundred at a time leaves others their turn.
        """
        ...

    async def mark(self, slot_id: int, indexer_id: int, guid: str, outcome: Outcome) -> None:
        """Say what became of a candidate."""
        ...

    async def forget(self, before: datetime, keep: int, limit: int) -> int:
        """Drop what was last seen before that moment, and all but the `keep` entries seen last.

        No more than `limit` at once, so that no other has to wait for long; how many entries that were.
        """
        ...


class Message(NamedTuple):
    """Something to tell others. `body` is JSON text."""

    id: int
    topic: str
    body: str


class Outbox(Protocol):
    """Messages written with the change they tell of, delivered later."""

    async def add(self, topic: str, body: str) -> None: ...

    async def pending(self, limit: int) -> tuple[Message, ...]: ...

    async def delivered(self, message_id: int) -> None: ...
