"""Asking about indexers."""

from typing import Protocol

from radarr.ports.driving.health import IndexerHealth
from radarr.ports.indexer import IndexerAnswer, IndexerInfo


class ShowIndexers(Protocol):
    """Shows Prowlarr's indexers and how they fare with us."""

    def health(self) -> tuple[IndexerHealth, ...]:
        """As of now, from memory: asks nobody."""
        ...

    async def execute(self) -> tuple[tuple[IndexerInfo, IndexerHealth], ...]:
        """All usable indexers. Raises Unavailable, Unauthorised, Refused."""
        ...


class TestIndexer(Protocol):
    """Asks one indexer for its newest releases, though it rests or its budget is spent: a person wants to know."""

    async def execute(self, indexer_id: int) -> IndexerAnswer:
        """Costs one real query. Raises Gone (no such indexer), Unavailable, Unauthorised, Refused."""
        ...
