"""Counts in memory."""

from collections import Counter

from radarr.adapters.simulated.store.state import State
from radarr.domain.states.download import FINAL
from radarr.ports.store.counts import Totals


class MemoryCounts:
    """`ports.store.counts.Counts`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def totals(self) -> Totals:
        slots = self._state.slots.values()
        return Totals(
            movies=len(self._state.movies),
            monitored=len({slot.movie_id for slot in slots if slot.monitored}),
            files=sum(slot.file is not None for slot in slots),
            wanted=sum(slot.monitored and slot.file is None for slot in slots),
            library_bytes=sum(slot.file.size for slot in slots if slot.file),
            downloads=Counter(d.state for d in self._state.downloads.values() if d.state not in FINAL),
        )

    async def size(self) -> int:
        return 0  # nothing is on a disk
