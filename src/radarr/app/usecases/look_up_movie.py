"""Find a film in the film database."""

from radarr.domain.lookup import LookupTerm, read_term
from radarr.ports.errors import Gone
from radarr.ports.metadata import Metadata, MovieDetails


class LookUpMovie:
    """Find a film in the film database by what a person types.

    - An id, or the address of the film's page, finds that film whole, or none.
    - Anything else is a title; a year behind it chooses among the films of that title.
    - Where none of them is of that year or a near one, the number is part of the title.
    """

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata

    async def execute(self, term: str) -> tuple[MovieDetails, ...]:
        """See ports.driving.movies."""
        asked = read_term(term)
        try:
            if asked.tmdb_id is not None:
                return (await self._metadata.details(asked.tmdb_id),)
            if asked.imdb_id is not None:
                return (await self._metadata.find(asked.imdb_id),)
        except Gone:
            return ()
        return await self._by_title(asked)

    async def _by_title(self, asked: LookupTerm) -> tuple[MovieDetails, ...]:
        found = await self._metadata.search(asked.text, asked.year)
        if not asked.year or any(abs(film.year - asked.year) <= 1 for film in found):
            return found
        return await self._metadata.search(f"{asked.text} {asked.year}") or found
