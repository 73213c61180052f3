"""Search for films that are wanted and not there."""

import logging
from datetime import timedelta

from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.clock import Clock
from radarr.ports.store import Store

log = logging.getLogger(__name__)

SEARCHES_AN_HOUR = 8
_REST = timedelta(hours=24)


class SearchMissing:
    """Search for films that are wanted and not there.

    - At most eight automatic film searches an hour, whoever asked for them: indexers ban who asks more.
    - The slot that was searched longest ago comes first; each rests a day.
    - A slot for which something is under way is not searched.
    """

    def __init__(self, search: SearchMovie, store: Store, clock: Clock) -> None:
        self._search = search
        self._store = store
        self._clock = clock

    async def execute(self) -> None:
        """One round. Raises Unavailable, Unauthorised of the indexer manager."""
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            spent = await tx.downloads.count_searches(now - timedelta(hours=1))
            wanted = await tx.movies.wanted(now - _REST, SEARCHES_AN_HOUR)
            due = [(m, s) for m, s in wanted if not await tx.downloads.open_for_slot(s.id)]
        for movie, slot in due[: max(0, SEARCHES_AN_HOUR - spent)]:
            await self._search.execute(movie.id, SearchKind.SCHEDULED, (slot.id,))
