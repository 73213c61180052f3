"""When a film can be had at all."""

from datetime import MAXYEAR, date, datetime, timedelta
from typing import Protocol


class Dated(Protocol):
    """A film, as far as it matters for when it can be had. `year` 0 unknown."""

    @property
    def year(self) -> int: ...
    @property
    def in_cinemas(self) -> date | None: ...
    @property
    def digital_release(self) -> date | None: ...
    @property
    def physical_release(self) -> date | None: ...


_HOME_AFTER_CINEMA = timedelta(days=90)


def available_from(movie: Dated, minimum: str) -> date | None:
    """The first day (from 00:00 UTC) on which `movie` can be had; None is always.

    `minimum` is "announced" (or "tba"), "in_cinemas" or "released". A film with no home release date comes
    90 days after the cinema; one without any date, once its year has begun.
    """
    if minimum in {"announced", "tba"}:
        return None
    if minimum == "in_cinemas" and movie.in_cinemas is not None:
        return movie.in_cinemas
    home = [day for day in (movie.digital_release, movie.physical_release) if day is not None]
    if home:
        return min(home)
    if movie.in_cinemas is not None:
        return min(movie.in_cinemas, date.max - _HOME_AFTER_CINEMA) + _HOME_AFTER_CINEMA
    return date(movie.year, 1, 1) if 0 < movie.year <= MAXYEAR else None


def is_available(movie: Dated, minimum: str, now: datetime, delay: int = 0) -> bool:
    """Whether the film can be had at `now` (aware, UTC), `delay` days after it came out, or before it if negative."""
    day = available_from(movie, minimum)
    return day is None or now.date() - timedelta(days=delay) >= day
