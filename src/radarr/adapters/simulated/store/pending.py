"""Releases that wait, in memory."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from radarr.adapters.simulated.store.state import State
from radarr.domain.pending import Offer, Pending, offer_of
from radarr.ports.errors import Conflict


class MemoryPendingReleases:
    """`ports.store.pending.PendingReleases`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def put(self, waiting: Pending) -> None:
        if waiting.slot_id not in self._state.slots:
            raise Conflict("the slot of this release is not there any more")
        offer = offer_of(waiting.release)
        same = (p for p in self._of_slot(waiting.slot_id) if offer_of(p.release) == offer)
        if known := next(same, None):
            kept = replace(waiting, id=known.id, since=known.since)
        else:
            kept = replace(waiting, id=self._state.next_id("pending"))
        self._state.put(self._state.pending, kept.id, kept)

    async def drop(self, slot_id: int, offers: Collection[Offer]) -> None:
        for waiting in self._of_slot(slot_id):
            if offer_of(waiting.release) in offers:
                self._state.drop(self._state.pending, waiting.id)

    async def get(self, pending_id: int) -> Pending | None:
        return self._state.pending.get(pending_id)

    async def of_movies(self, movie_ids: Collection[int]) -> tuple[Pending, ...]:
        return tuple(waiting for waiting in await self.all() if waiting.movie_id in movie_ids)

    async def all(self) -> tuple[Pending, ...]:
        return tuple(self._state.pending.values())

    async def due(self, now: datetime, limit: int) -> tuple[int, ...]:
        ripe = sorted((p.due_at, p.movie_id) for p in self._state.pending.values() if p.due_at <= now)
        return tuple(dict.fromkeys(movie_id for _, movie_id in ripe))[:limit]

    async def next_due(self) -> datetime | None:
        return min((waiting.due_at for waiting in self._state.pending.values()), default=None)

    def _of_slot(self, slot_id: int) -> list[Pending]:
        return [waiting for waiting in self._state.pending.values() if waiting.slot_id == slot_id]
