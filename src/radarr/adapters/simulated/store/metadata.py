"""What the film database said, in memory."""

from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from radarr.adapters.simulated.store.state import State
from radarr.domain.movie import Movie
from radarr.domain.movie_index import FilmNames
from radarr.ports.errors import Conflict
from radarr.ports.metadata import FilmSummary
from radarr.ports.store.metadata import DueFilm, MetadataRecord

_NEVER = datetime.min.replace(tzinfo=UTC)


class MemoryMetadataRecords:
    """`ports.store.metadata.MetadataRecords`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def get(self, movie_id: int) -> MetadataRecord | None:
        return self._state.metadata.get(movie_id)

    async def save(self, record: MetadataRecord) -> None:
        if record.movie_id not in self._state.movies:
            raise Conflict("the film that this belongs to is not there any more")
        self._state.put(self._state.metadata, record.movie_id, record)

    async def summaries(self, movie_ids: Collection[int]) -> Mapping[int, FilmSummary]:
        records = (self._state.metadata.get(movie_id) for movie_id in movie_ids)
        return {record.movie_id: record.details.summary() for record in records if record and record.details}

    async def due(self, now: datetime, limit: int) -> tuple[DueFilm, ...]:
        found = sorted((self._due_at(movie, now), movie.id, movie.tmdb_id) for movie in self._state.movies.values())
        return tuple(DueFilm(movie_id, tmdb_id) for due_at, movie_id, tmdb_id in found if due_at <= now)[:limit]

    async def make_due(self, at: datetime) -> None:
        for record in tuple(self._state.metadata.values()):
            self._state.put(self._state.metadata, record.movie_id, record._replace(due_at=min(at, record.due_at)))

    async def gone(self, limit: int) -> tuple[FilmNames, ...]:
        records = sorted(self._state.metadata.values(), key=lambda record: record.movie_id)
        movies = [self._state.movies[record.movie_id] for record in records if record.gone_since]
        return tuple(FilmNames(m.id, m.tmdb_id, m.imdb_id, m.title, year=m.year) for m in movies[:limit])

    def _due_at(self, movie: Movie, now: datetime) -> datetime:
        record = self._state.metadata.get(movie.id)
        if record is None:
            return _NEVER
        return min(record.due_at, now) if record.fetched_at > now else record.due_at
