"""The library's films."""

from collections.abc import Collection
from typing import NamedTuple, Protocol

from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.movie_index import FilmNames


class LookedFor(NamedTuple):
    """A monitored slot, and all that says what would do: its profile and its own limits."""

    slot_id: int
    profile: str
    edition: str = ""
    max_size: int | None = None
    max_size_per_minute: int | None = None


class Movies(Protocol):
    """Movies with their slots and files. Ids are given by the store and never used again."""

    async def add(self, movie: Movie) -> Movie:
        """Keep a new movie and its slots; returns it with ids. Raises Conflict if its TMDB id is there."""
        ...

    async def get(self, movie_id: int) -> Movie | None: ...

    async def by_tmdb(self, tmdb_id: int) -> Movie | None: ...

    async def by_imdb(self, imdb_id: str) -> Movie | None: ...

    async def all(self) -> tuple[Movie, ...]:
        """Every movie, in order of id: where there are thousands, seconds of work; see `page` and `some`."""
        ...

    async def page(self, after: int, limit: int) -> tuple[Movie, ...]:
        """The next movies of ids beyond that one (0: from the start on), at most so many, in order of id."""
        ...

    async def some(self, movie_ids: Collection[int]) -> tuple[Movie, ...]:
        """Those of these ids that there are, in order of id; some hundred at a time."""
        ...

    async def names(self, after: int, limit: int) -> tuple[FilmNames, ...]:
        """As `page`, but only what movies are recognised by."""
        ...

    async def looked_for(self, after: int, limit: int) -> tuple[LookedFor, ...]:
        """The next monitored slots of ids beyond that one, with a file or without, at most so many, in order of id."""
        ...

    async def of_other_profiles(self, profiles: Collection[str]) -> tuple[Movie, ...]:
        """Movies with a slot whose profile is none of these, in order of id."""
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

    async def remove_slot(self, slot_id: int) -> None:
        """Forget a slot, the record of its file, and all that was decided for it; history stays."""
        ...

    async def set_file(self, slot_id: int, file: MovieFile | None) -> MovieFile | None:
        """Make this the slot's one file (None: it has none now); returns it with its new id."""
        ...
