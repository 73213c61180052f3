"""Find a film by what a person types."""

from collections.abc import Sequence

from radarr.app.usecases.film_details import new_movie
from radarr.domain.lookup import LookupTerm, read_term
from radarr.domain.movie import Movie
from radarr.ports.clock import Clock
from radarr.ports.driving.movies import FoundMovie
from radarr.ports.errors import Gone
from radarr.ports.metadata import FilmSummary, Metadata, MovieDetails
from radarr.ports.store import Store, Transaction


class LookUpMovie:
    """Find a film by what a person types.

    - An id, or the address of the film's page, finds that film, or none.
    - Anything else is a title; a year behind it chooses among the films of that title.
    - Where none of them is of that year or a near one, the number is part of the title.
    - What is in the library comes as it is there; by its id it is found without the film database.
    """

    def __init__(self, metadata: Metadata, store: Store, clock: Clock) -> None:
        self._metadata = metadata
        self._store = store
        self._clock = clock

    async def execute(self, term: str) -> tuple[FoundMovie, ...]:
        """See ports.driving.movies."""
        asked = read_term(term)
        if asked.tmdb_id is None and asked.imdb_id is None:
            return await self._with_library(await self._by_title(asked))
        if known := await self._in_library(asked):
            return (known,)
        return await self._with_library(await self._by_id(asked))

    async def _in_library(self, asked: LookupTerm) -> FoundMovie | None:
        async with self._store.snapshot() as tx:
            if asked.tmdb_id is not None:
                movie = await tx.movies.by_tmdb(asked.tmdb_id)
            else:
                movie = await tx.movies.by_imdb(asked.imdb_id or "")
            return FoundMovie(movie, await _kept(tx, movie)) if movie else None

    async def _with_library(self, films: Sequence[MovieDetails]) -> tuple[FoundMovie, ...]:
        if not films:
            return ()
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            known = {film.tmdb_id: await tx.movies.by_tmdb(film.tmdb_id) for film in films}
        return tuple(FoundMovie(known[film.tmdb_id] or new_movie(film, now), film.summary()) for film in films)

    async def _by_id(self, asked: LookupTerm) -> tuple[MovieDetails, ...]:
        try:
            if asked.tmdb_id is not None:
                return (await self._metadata.details(asked.tmdb_id),)
            return (await self._metadata.find(asked.imdb_id or ""),)
        except Gone:
            return ()

    async def _by_title(self, asked: LookupTerm) -> tuple[MovieDetails, ...]:
        found = await self._metadata.search(asked.text, asked.year)
        if not asked.year or any(abs(film.year - asked.year) <= 1 for film in found):
            return found
        return await self._metadata.search(f"{asked.text} {asked.year}") or found


async def _kept(tx: Transaction, movie: Movie) -> FilmSummary:
    return (await tx.metadata.summaries((movie.id,))).get(movie.id, FilmSummary())
