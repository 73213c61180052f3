"""What the film database said of the library's films, and when it is to be asked again."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import NamedTuple, Protocol

from radarr.domain.movie_index import FilmNames
from radarr.ports.metadata import FilmSummary, MovieDetails


class MetadataRecord(NamedTuple):
    """The last answer about a film, of `fetched_at`; the next question is due at `due_at`.

    `details` None: it has never told us anything. `gone_since`: since then it has known no such film; what it told
    before is kept.
    """

    movie_id: int
    fetched_at: datetime
    due_at: datetime
    details: MovieDetails | None = None
    gone_since: datetime | None = None


class DueFilm(NamedTuple):
    """A film to ask for."""

    movie_id: int
    tmdb_id: int


class MetadataRecords(Protocol):
    """A record a film of the library at most; it goes with its film."""

    async def get(self, movie_id: int) -> MetadataRecord | None: ...

    async def save(self, record: MetadataRecord) -> None:
        """Keep it in place of what was there. Raises Conflict where the library has no such film."""
        ...

    async def summaries(self, movie_ids: Collection[int]) -> Mapping[int, FilmSummary]:
        """By film, without the long lists that records hold; films of which nothing is known are left out."""
        ...

    async def due(self, now: datetime, limit: int) -> tuple[DueFilm, ...]:
        """At most so many films: those that were never asked for, then those due, the longest due first.

        Those asked for in the future, before the clock was set back, are due.
        """
        ...

    async def make_due(self, at: datetime) -> None:
        """Let every film be due then, unless it is before."""
        ...

    async def gone(self, limit: int) -> tuple[FilmNames, ...]:
        """Films that the film database does not know any more, in order of id, by their names and ids alone."""
        ...
