"""What films there are."""

from datetime import date
from typing import NamedTuple, Protocol, runtime_checkable


class MovieDetails(NamedTuple):
    """What is known of a film; empty, 0 and None are unknown. `runtime` in minutes."""

    tmdb_id: int
    title: str
    imdb_id: str | None = None
    original_title: str = ""
    original_language: str = ""
    """An English language name as in `ParsedRelease.languages`."""
    titles: tuple[str, ...] = ()
    year: int = 0
    runtime: int = 0
    in_cinemas: date | None = None
    digital_release: date | None = None
    physical_release: date | None = None
    status: str = ""
    overview: str = ""


@runtime_checkable
class Metadata(Protocol):
    """The film database. Every call raises Unavailable, Unauthorised (no key or a wrong one)."""

    async def details(self, tmdb_id: int) -> MovieDetails:
        """One film whole. Raises Gone when there is none."""
        ...

    async def find(self, imdb_id: str) -> MovieDetails:
        """One film whole by its IMDb id (`tt...`). Raises Gone when there is none."""
        ...

    async def search(self, text: str, year: int = 0) -> tuple[MovieDetails, ...]:
        """Films of that title, best first; details may be thin."""
        ...
