"""Where releases are found."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from radarr.domain.release import Release
from radarr.ports.errors import Unavailable


class IndexerInfo(NamedTuple):
    """One indexer as the indexer manager describes it.

    `id_params` are the ids its movie search takes ("imdbid", "tmdbid"), best first. `feed`, `automatic` and
    `interactive` are what its app profile switches on. Limits are per `limit_hours`; None is none stated.
    """

    id: int
    name: str
    protocol: str
    privacy: str = "public"
    priority: int = 25
    enabled: bool = True
    feed: bool = True
    automatic: bool = True
    interactive: bool = True
    movies: bool = True
    id_params: tuple[str, ...] = ()
    minimum_seeders: int | None = None
    query_limit: int | None = None
    grab_limit: int | None = None
    limit_hours: int = 24


class MovieQuery(NamedTuple):
    """What to look for. `titles` are tried in order (title, original title) where the ids find nothing."""

    titles: tuple[str, ...]
    year: int = 0
    imdb_id: str | None = None
    tmdb_id: int | None = None


class AnswerKind(StrEnum):
    """How an indexer answered. Only HITS and EMPTY say anything about what exists."""

    HITS = "hits"
    EMPTY = "empty"
    FAILED = "failed"
    LIMITED = "limited"
    BLOCKED = "blocked"
    DISABLED = "disabled"
    LATE = "late"


class IndexerAnswer(NamedTuple):
    """One indexer's answer. `message` says in words what failed; `retry_after` in seconds where it said so.

    `requests` counts what it cost: queries that were sent to the indexer. `seconds` is how long the answer took.
    """

    indexer: IndexerInfo
    kind: AnswerKind
    releases: tuple[Release, ...] = ()
    message: str = ""
    retry_after: float | None = None
    requests: int = 0
    seconds: float = 0.0


class IndexerUse(NamedTuple):
    """What all programs together asked of one indexer since some moment: queries (feeds too) and grabs."""

    queries: int = 0
    grabs: int = 0


class FetchFailed(Unavailable):
    """The indexer itself did not hand a release out: it failed, or lets us fetch no more for now."""


class Payload(NamedTuple):
    """What a download link turned into: exactly one of the two."""

    torrent: bytes | None = None
    magnet: str | None = None


@runtime_checkable
class Indexer(Protocol):
    """The indexer manager."""

    async def version(self) -> str:
        """Its version. Raises Unavailable, Unauthorised, Refused."""
        ...

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        """All torrent indexers that are switched on and know movies. Raises Unavailable, Unauthorised, Refused."""
        ...

    async def used(self, since: datetime) -> Mapping[int, IndexerUse]:
        """What was asked of each indexer, by its id. Raises Unavailable, Unauthorised, Refused."""
        ...

    async def search(self, indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:
        """Ask one indexer: the id that it supports, else text; text too where the id finds nothing.

        `urgent`: a person waits, so that it goes before what the daemon asks of its own accord.

        What one indexer does is in the answer; raises only Unavailable and Unauthorised of the manager itself.
        """
        ...

    async def latest(self, indexer: IndexerInfo) -> IndexerAnswer:
        """The newest releases of one indexer. Raises as `search`."""
        ...

    async def fetch(self, release: Release) -> Payload:
        """Turn a release into torrent bytes or a magnet, whose form is checked.

        Raises Gone (the release is no more), Refused (not a torrent, a private address, indexer disabled),
        FetchFailed (limited, failed: try later or elsewhere), Unavailable (the manager), Unauthorised.
        """
        ...
