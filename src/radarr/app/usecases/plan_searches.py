"""Say when each slot of a film is searched next."""

from collections.abc import Mapping

from radarr.domain.searching.policy import Terms, plan
from radarr.domain.searching.want import want_of
from radarr.ports.clock import Clock
from radarr.ports.driving.searches import PlannedSearch
from radarr.ports.store import Store


class PlanSearches:
    """Say when each slot of a film is searched next.

    - One that is not monitored, has what it wants or has a download under way is not searched.
    - Nobody is searched by himself where that is switched off (`on`), nor for better where `upgrades` is.
    - One that is due waits for the next round, and for its turn.
    """

    def __init__(self, store: Store, clock: Clock, *, terms: Mapping[str, Terms], upgrades: bool, every: float) -> None:
        self._store = store
        self._clock = clock
        self._terms = terms
        self._upgrades = upgrades
        self._on = every > 0

    async def execute(self, movie_id: int) -> tuple[PlannedSearch, ...]:
        """See ports.driving.searches."""
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(movie_id)
            if movie is None or not self._on:
                return ()
            busy = {slot_id for download in await tx.downloads.open() for slot_id in download.slot_ids}
            slots = [slot for slot in movie.slots if slot.monitored and slot.id not in busy]
            wants = [want_of(movie, slot, await tx.searching.get(slot.id)) for slot in slots]
        wants = [want for want in wants if want.profile in self._terms and (want.missing or self._upgrades)]
        planned = (plan(want, self._terms[want.profile], self._clock.now()) for want in wants)
        return tuple(
            PlannedSearch(one.want.slot_id, one.at, one.want.record.searches if one.want.record else 0)
            for one in planned
            if one
        )
