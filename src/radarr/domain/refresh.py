"""How old what we know of a film may grow: often asked while it comes out, rarely once it is old.

What a film database says of a film changes while people wait for it: dates are set and moved, titles are given,
certificates follow. Years later it hardly changes at all, and a library is mostly old films. The time between two
looks therefore depends on how long ago people could first have it at home.
"""

from datetime import MAXYEAR, date, datetime, timedelta
from typing import NamedTuple

from radarr.domain.decision.availability import available_from
from radarr.domain.movie import Movie

_HASH, _SPAN = 2654435761, 1 << 32  # neighbouring ids land far apart


class _Age(NamedTuple):
    """Films that came out at most so long ago (None: any) are looked at after `rest`, spread over `spread` more."""

    out_for: timedelta | None
    rest: timedelta
    spread: timedelta = timedelta()


_AGES = (
    # less than a day, so that a look once a day finds it due however the days vary
    _Age(timedelta(days=30), timedelta(hours=20)),
    _Age(timedelta(days=365), timedelta(days=6), timedelta(days=2)),
    _Age(None, timedelta(days=30), timedelta(days=30)),
)
"""The youngest first. What is not out yet, or has no date, is of the youngest."""

_OLD = _AGES[-1]


def next_look(film: Movie, at: datetime) -> datetime:
    """When a film that was looked at just now is due again.

    Films of the same age that were looked at together do not come due together: each has its own place in the spread.
    """
    out = _out_since(film)
    gone_by = at.date() - out if out else timedelta()
    age = next(age for age in _AGES if age.out_for is None or gone_by <= age.out_for)
    return _after(age, film.tmdb_id, at)


def look_for_lost(tmdb_id: int, at: datetime) -> datetime:
    """When to look again for a film that the film database does not know (any more): as rarely as for an old one."""
    return _after(_OLD, tmdb_id, at)


def _after(age: _Age, tmdb_id: int, at: datetime) -> datetime:
    return at + age.rest + age.spread * (tmdb_id * _HASH % _SPAN / _SPAN)


def _out_since(film: Movie) -> date | None:
    """The day from which on people can have it at home; None where nobody can say."""
    if film.in_cinemas or film.digital_release or film.physical_release:
        return available_from(film, "released")
    return date(film.year, 12, 31) if 0 < film.year <= MAXYEAR else None
