"""What may be spent at each indexer in a round of searches, so that a day's budget lasts for a day.

The budget says how many queries of a day there are; a purse is filled with them by and by, so that they are not all
spent in the first hour. It holds a quarter of a day at most, and two hours' worth in the beginning. A search may be
begun with one query in it, and what it costs more is owed: over the day it comes to the same.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from radarr.domain.resilience.budget import HOUR

_FULL = 6 * HOUR  # of filling
_AT_FIRST = 2 * HOUR
_LEAST = 3.0  # queries that it always can hold: one search
_SEARCH = 3  # queries that a search may cost: an id, two titles
_ENOUGH = 4  # a film is searched once one in so many of the indexers that are worth it can be asked


class Room(NamedTuple):
    """What an indexer's budget allows for searches that nobody waits for.

    `share` queries in `hours`, of which `free` are left; `rests`: it is not asked for the moment, whatever is left.
    """

    share: int
    hours: int
    free: int
    rests: bool = False

    @property
    def has_room(self) -> bool:
        """Whether what is left will do for a search; where that is never so, whether all of it is left."""
        return not self.rests and self.free >= max(1, min(_SEARCH, self.share))


class Purse(NamedTuple):
    """Queries that may be spent now, as of `at` (seconds of a clock that never jumps)."""

    queries: float
    at: float

    def filled(self, room: Room, now: float) -> "Purse":
        """With what has come in since."""
        rate = _rate(room)
        return Purse(min(self.queries + rate * (now - self.at), max(rate * _FULL, _LEAST)), now)

    def spend(self, queries: int) -> "Purse":
        """It may be in debt afterwards."""
        return self._replace(queries=self.queries - queries)

    @property
    def has_room(self) -> bool:
        """Whether a search may be begun."""
        return self.queries >= 1


def new_purse(room: Room, now: float) -> Purse:
    """As it is in the beginning."""
    return Purse(max(_rate(room) * _AT_FIRST, _LEAST), now)


def choose(
    worth: Collection[int], rooms: Mapping[int, Room], purses: Mapping[int, Purse], *, at_once: bool
) -> frozenset[int]:
    """The indexers that a film is searched at now; none: it waits for a later round.

    A few that can be asked do not count for a search, since the film would rest after it. One that is left out is
    asked with the film's next search, and has no search of its own: after the first one that is a day later.
    `at_once`: what is in the purses does not matter, the budgets do.
    """
    awake = [one for one in worth if one in rooms and not rooms[one].rests]
    able = frozenset(one for one in awake if rooms[one].has_room and (at_once or purses[one].has_room))
    return able if len(able) * _ENOUGH >= len(awake) else frozenset()


def _rate(room: Room) -> float:
    """Queries a second."""
    return room.share / (room.hours * HOUR)
