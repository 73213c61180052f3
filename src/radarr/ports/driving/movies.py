"""Asking for films."""

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from radarr.domain.movie import MAIN_SLOT, Movie, RootFolder
from radarr.ports.metadata import FilmSummary


class Limits(NamedTuple):
    """What else bounds a slot; sizes in bytes. None leaves it as it is, or to the configuration; "" and 0: no limit."""

    edition: str | None = None
    max_size: int | None = None
    max_size_per_minute: int | None = None


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMovie:
    """A film to add, named by `tmdb_id` or `imdb_id`; the rest is asked of the metadata source where not given.

    With a title and a TMDB id it needs no metadata source, though its answer counts where it gives one.
    `profile` and `root` (a path) default to the configured ones; `runtime` in minutes.
    """

    tmdb_id: int | None = None
    imdb_id: str | None = None
    title: str = ""
    year: int = 0
    runtime: int = 0
    original_language: str = ""
    profile: str = ""
    root: str = ""
    slots: tuple[str, ...] = (MAIN_SLOT,)
    limits: Limits = NO_LIMITS
    """Of the slot, where one alone is asked for."""
    monitored: bool = True
    search: bool = False


class AddMovie(Protocol):
    """Adds a film."""

    async def execute(self, command: NewMovie) -> Movie:
        """Raises Conflict (there already), Refused (unknown profile, root, slot), Gone (no such film), Unavailable."""
        ...


class FoundMovie(NamedTuple):
    """A film that was looked up; one that is not in the library has the id 0, and no slots."""

    movie: Movie
    summary: FilmSummary = FilmSummary()


class LookUpMovie(Protocol):
    """Finds films that may be added."""

    async def execute(self, term: str) -> tuple[FoundMovie, ...]:
        """Best first; none where nothing is found. `term` as in domain.lookup. Raises Unavailable, Unauthorised."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class MovieChange:
    """What to change; None leaves it. `slot` says which version of the film is meant."""

    movie_id: int
    slot: str = MAIN_SLOT
    monitored: bool | None = None
    profile: str | None = None
    root: str | None = None
    limits: Limits = NO_LIMITS


class ChangeMovie(Protocol):
    """Changes what is wanted of a film."""

    async def execute(self, command: MovieChange) -> Movie:
        """Adds the slot if the film has not got it. Raises Gone, Refused."""
        ...


class RemoveMovie(Protocol):
    """Takes a film out of the library."""

    async def execute(self, movie_id: int, *, delete_files: bool = False) -> None:
        """Files go to the recycle folder where `delete_files` asks for it. Raises Gone."""
        ...


class RemoveSlot(Protocol):
    """Takes one version of a film out of the library."""

    async def execute(self, movie_id: int, name: str, *, delete_file: bool | None = None) -> None:
        """`delete_file`: its file goes to the recycle folder, or stays; None: it has none.

        Raises Gone, Refused (main; or it has a file), Conflict (something is under way for it).
        """
        ...


class AddRoot(Protocol):
    """Makes a folder a root of the library."""

    async def execute(self, path: str) -> RootFolder:
        """Raises Refused, NotPermitted, Unavailable."""
        ...
