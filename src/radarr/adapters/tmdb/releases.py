"""When and where a film of TMDB came out."""

from datetime import date

from radarr.adapters.tmdb.titles import text_of
from radarr.adapters.tmdb.wire import MovieFields
from radarr.ports.metadata import FilmRelease, ReleaseKind

_FIRST, _LAST = 1870, 2200  # years: others stand where somebody had to write something
_KINDS = dict(enumerate(ReleaseKind, 1))  # TMDB numbers them in this order


def day_of(text: str | None) -> date | None:
    """The day of `YYYY-MM-DD` or of a moment at midnight UTC; None for anything else, and where no film can be."""
    try:
        day = date.fromisoformat(text_of(text)[:10])
    except ValueError:
        return None
    return day if _FIRST <= day.year <= _LAST else None


def releases(fields: MovieFields) -> tuple[FilmRelease, ...]:
    """Of every country, the earliest first; what has no day or is of no known kind is left out."""
    found = [
        FilmRelease(day, kind, text_of(country.iso_3166_1).upper(), text_of(release.certification))
        for country in (fields.release_dates.results if fields.release_dates else None) or ()
        for release in country.release_dates or ()
        if (day := day_of(release.release_date)) and (kind := _KINDS.get(release.type or 0))
    ]
    return tuple(sorted(found, key=lambda release: release.day))


def earliest(found: tuple[FilmRelease, ...], *kinds: ReleaseKind) -> date | None:
    """The first day of any country."""
    return next((release.day for release in found if release.kind in kinds), None)
