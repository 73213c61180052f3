"""The library's films."""

from datetime import datetime
from typing import Protocol

from radarr.domain.movie import Movie, MovieFile, Slot


class Movies(Protocol):
    """Movies with their slots and files. Ids are given by the store and never used again."""

    async def add(self, movie: Movie) -> Movie:
        """Keep a new movie and its slots; returns it with ids. Raises Conflict if its TMDB id is there."""
        ...

    async def get(self, movie_id: int) -> Movie | None: ...

    async def by_tmdb(self, tmdb_id: int) -> Movie | None: ...

    async def by_imdb(self, imdb_id: str) -> Movie | None: ...

    async def all(self) -> tuple[Movie, ...]:
        """Every movie, in order of id."""
        ...

    async def save(self, movie: Movie) -> None:
        """Keep a known movie's own fields, not its slots."""
        ...

    async def remove(self, movie_id: int) -> None:
        """Forget a movie, its slots, their file records and blocklist; history stays."""
        ...

    async def add_slot(self, slot: Slot) -> Slot:
        """Add a slot to `slot.movie_id`. Raises Conflict if the movie has one of that name."""
        ...

    async def save_slot(self, slot: Slot) -> None:
        """Keep a known slot's own fields, not its file."""
        ...

    async def set_file(self, slot_id: int, file: MovieFile | None) -> MovieFile | None:
        """Make this the slot's one file (None: it has none now); returns it with its new id."""
        ...

    async def wanted(self, before: datetime, limit: int) -> tuple[tuple[Movie, Slot], ...]:
        """Monitored slots without a file, last searched before that instant, longest ago first."""
        ...
