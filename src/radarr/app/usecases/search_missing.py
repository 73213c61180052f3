"""Search for films that are wanted and not there."""

import logging
from datetime import timedelta

import anyio

from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.movie import Movie, Slot
from radarr.ports.clock import Clock
from radarr.ports.errors import LeaseLost, PortError, Unauthorised
from radarr.ports.store import Store

log = logging.getLogger(__name__)

SEARCHES_AN_HOUR = 8
_REST = timedelta(hours=24)


class SearchMissing:
    """Search for films that are wanted and not there.

    - At most eight automatic film searches an hour, whoever asked for them: indexers ban who asks more.
    - The slot that was searched longest ago comes first; each rests a day.
    - A slot for which something is under way is not searched, and takes no other's place.
    """

    def __init__(self, search: SearchMovie, store: Store, clock: Clock) -> None:
        self._search = search
        self._store = store
        self._clock = clock
        self._one_at_a_time = anyio.Lock()

    async def execute(self) -> None:
        """One round. Raises Unavailable, Unauthorised of the indexer manager."""
        async with self._one_at_a_time:
            problems = [await self._search_one(movie, slot) for movie, slot in await self._due()]
        for problem in filter(None, problems):
            raise problem

    async def _due(self) -> list[tuple[Movie, Slot]]:
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            spent = await tx.downloads.count_searches(now - timedelta(hours=1), now)
            busy = {slot_id for download in await tx.downloads.open() for slot_id in download.slot_ids}
            # what is under way is not searched, keeps its place in front, and must not keep the others from theirs
            wanted = await tx.movies.wanted(now - _REST, now, SEARCHES_AN_HOUR + len(busy))
        due = [(movie, slot) for movie, slot in wanted if slot.id not in busy]
        return due[: max(0, SEARCHES_AN_HOUR - spent)]

    async def _search_one(self, movie: Movie, slot: Slot) -> PortError | None:
        """What was in the way: the film that comes first must not keep the others from being searched."""
        try:
            await self._search.execute(movie.id, SearchKind.SCHEDULED, (slot.id,))
        except (LeaseLost, Unauthorised):
            raise
        except PortError as error:
            log.warning("%s could not be searched: %s", movie, error)
            return error
        except Exception:
            log.exception("%s could not be searched", movie)
        return None
