"""What stands until somebody changes it: the pause, and how each indexer fares."""

from typing import Protocol

from radarr.domain.pause import Pause
from radarr.domain.resilience.indexer_record import IndexerRecord


class Pauses(Protocol):
    """The one pause."""

    async def get(self) -> Pause | None: ...

    async def set(self, pause: Pause | None) -> None:
        """None ends it."""
        ...


class IndexerRecords(Protocol):
    """What is remembered of the indexers."""

    async def all(self) -> tuple[IndexerRecord, ...]:
        """In order of id."""
        ...

    async def save(self, records: tuple[IndexerRecord, ...]) -> None:
        """Keep these; others stay as they are."""
        ...

    async def forget(self, indexer_ids: tuple[int, ...]) -> None:
        """Drop what is remembered of these."""
        ...
