"""Releases that wait."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from radarr.domain.pending import Offer, Pending


class PendingReleases(Protocol):
    """Releases that are wanted later. They go with their slot."""

    async def put(self, pending: Pending) -> None:
        """Keep one; of the same slot and offer there is one, which keeps its id and since when it waits."""
        ...

    async def drop(self, slot_id: int, offers: Collection[Offer]) -> None:
        """Forget these offers for a slot, as far as they are there."""
        ...

    async def get(self, pending_id: int) -> Pending | None: ...

    async def of_movies(self, movie_ids: Collection[int]) -> tuple[Pending, ...]:
        """All for these films, in order of id."""
        ...

    async def all(self) -> tuple[Pending, ...]:
        """In order of id."""
        ...

    async def due(self, now: datetime, limit: int) -> tuple[int, ...]:
        """Ids of films for which one is due, the longest first, at most so many."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next one is due; None where nothing waits."""
        ...
