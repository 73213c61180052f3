"""Search for several films because a person or program said so."""

from radarr.app.usecases.search_missing import SearchMissing
from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.errors import Gone, Refused


class SearchLibrary:
    """Search for several films because a person or program said so.

    - A command over the API counts as automatic by a person: monitored or not, available or not.
    """

    def __init__(self, search: SearchMovie, missing: SearchMissing) -> None:
        self._search = search
        self._missing = missing

    async def movies(self, movie_ids: tuple[int, ...]) -> str:
        """Each film in turn; says what came of it."""
        if not movie_ids:
            raise Refused("movieIds is empty", remedy="say which films to search for")
        found = grabbed = 0
        gone: list[Gone] = []
        for movie_id in movie_ids:
            try:
                report = await self._search.execute(movie_id, SearchKind.USER_AUTOMATIC)
            except Gone as error:  # the others are searched all the same
                gone.append(error)
                continue
            found += len(report.decisions)
            grabbed += len(report.grabbed)
        if gone:
            raise gone[0]
        return f"{found} releases considered, {grabbed} grabbed"

    async def missing(self, _movie_ids: tuple[int, ...]) -> str:
        """What is due, as far as the budgets of the indexers allow."""
        await self._missing.execute()
        return "searched for what is missing"
