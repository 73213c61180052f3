"""What is looked for, and the searches for it, in memory."""

from radarr.adapters.simulated.store.state import State
from radarr.domain.history import Outcome
from radarr.domain.movie import Slot
from radarr.domain.searching.offers import is_open
from radarr.domain.searching.want import SearchRecord, Want, want_of


class MemorySlotSearches:
    """`ports.store.searching.SlotSearches`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def wants(self, after: int, limit: int) -> tuple[Want, ...]:
        looked_for = [slot for slot in self._state.slots.values() if slot.monitored and slot.id > after]
        looked_for.sort(key=lambda slot: slot.id)
        return tuple(map(self._want, looked_for[:limit]))

    async def get(self, slot_id: int) -> SearchRecord | None:
        return self._state.slot_searches.get(slot_id) if slot_id in self._state.slots else None

    async def save(self, slot_id: int, record: SearchRecord) -> None:
        if slot_id in self._state.slots:
            self._state.put(self._state.slot_searches, slot_id, record)

    async def forget(self, slot_id: int) -> None:
        self._state.drop(self._state.slot_searches, slot_id)

    async def open_offers(self, slot_id: int) -> frozenset[int]:
        return frozenset(
            entry.indexer_id
            for entry in self._state.ledger.values()
            if entry.slot_id == slot_id and entry.outcome is not Outcome.GRABBED and is_open(entry.rejections)
        )

    def _want(self, slot: Slot) -> Want:
        return want_of(self._state.movies[slot.movie_id], slot, self._state.slot_searches.get(slot.id))
