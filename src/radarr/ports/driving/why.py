"""Asking why a film was grabbed or not."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from radarr.domain.history import LedgerEntry, Outcome
from radarr.domain.movie import Movie, Slot

_LASTING = (Outcome.GRABBED, Outcome.GRAB_FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """One release, from whichever indexers and rounds it came: `entries`, seen last first.

    `acceptable` is whether it would be taken now. If not, `changes` are the least that would get it taken, in words,
    or `obstacle` says why nothing does.
    """

    entries: tuple[LedgerEntry, ...]
    acceptable: bool = False
    changes: tuple[str, ...] = ()
    obstacle: str = ""

    @property
    def latest(self) -> LedgerEntry:
        """As it was seen last."""
        return self.entries[0]

    @property
    def outcome(self) -> Outcome:
        """What became of it: that it was grabbed once is not undone by later rounds."""
        outcomes = {entry.outcome for entry in self.entries}
        return next((outcome for outcome in _LASTING if outcome in outcomes), self.latest.outcome)

    @property
    def indexers(self) -> tuple[str, ...]:
        """Who offered it, in order of their names."""
        offered = {entry.indexer for entry in self.entries}
        others = {other.indexer for entry in self.entries if entry.stated for other in entry.stated.elsewhere}
        return tuple(sorted(offered | others))

    @property
    def first_seen(self) -> datetime:
        """By any indexer."""
        return min(entry.first_seen for entry in self.entries)

    @property
    def seen(self) -> int:
        """How often it was decided."""
        return sum(entry.seen for entry in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotStory:
    """How a slot stands, in sentences; what was considered for it, the best first; and what came nearest, if any."""

    slot: Slot
    standing: tuple[str, ...]
    considered: tuple[Considered, ...] = ()
    nearest: Considered | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyReport:
    """A film, slot by slot."""

    movie: Movie
    slots: tuple[SlotStory, ...]


class ShowWhy(Protocol):
    """Shows what was considered for a film, and what would have got it."""

    async def execute(self, movie_id: int, slot: str = "") -> WhyReport:
        """Of one slot or of all. Raises Gone (no such film), Refused (no such slot), Unavailable."""
        ...
