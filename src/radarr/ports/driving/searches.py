"""Asking for releases."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from radarr.domain.decision.candidate import Decision, Unmatched
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.movie import Movie
from radarr.ports.indexer import IndexerAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReport:
    """What a search found: decisions of all slots (ranked within each), and how each indexer answered.

    `answers` with kind LATE name the indexers that had not answered by a person's deadline.
    `grabbed` is what an automatic search went on to download; `postponed` are the ids of the slots whose releases could
    not be had for the moment. `word` marks its lines in the log.
    """

    movie: Movie
    decisions: tuple[Decision, ...]
    unmatched: tuple[Unmatched, ...]
    answers: tuple[IndexerAnswer, ...]
    grabbed: tuple[Download, ...] = ()
    postponed: frozenset[int] = frozenset()
    word: str = ""


class SearchMovie(Protocol):
    """Searches every indexer for a film."""

    async def execute(self, movie_id: int, kind: SearchKind, slot_ids: tuple[int, ...] = ()) -> SearchReport:
        """USER_INTERACTIVE only shows; every other kind grabs the best. No slot ids: all monitored ones.

        Raises Gone (no such film), Unavailable, Unauthorised (the indexer manager).
        """
        ...


class PlannedSearch(NamedTuple):
    """When a slot is searched next by itself; past: it is due. `searches`: so many since its count began."""

    slot_id: int
    at: datetime
    searches: int


class PlanSearches(Protocol):
    """Says when films are searched by themselves."""

    async def execute(self, movie_id: int) -> tuple[PlannedSearch, ...]:
        """Of the slots that are searched at all. Raises Unavailable (the database)."""
        ...


class GrabRelease(Protocol):
    """Grabs what a search showed."""

    async def execute(self, indexer_id: int, guid: str, *, movie_id: int | None = None) -> Download:
        """Forces a release of a recent interactive search, rejected or not, into the slots it was shown for.

        Raises Gone (not shown lately, or gone at the indexer), Refused, Conflict (under way already), Unavailable.
        """
        ...


class GrabOwn(Protocol):
    """Grabs a release of one's own choice."""

    async def execute(self, movie_id: int, *, torrent: bytes | None = None, magnet: str | None = None) -> Download:
        """Raises Gone (no such film), Refused (no torrent), Conflict, Unavailable."""
        ...
