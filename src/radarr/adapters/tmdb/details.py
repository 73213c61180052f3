"""A film of TMDB in our words."""

from collections.abc import Iterable, Iterator
from datetime import date

from radarr.adapters.tmdb.wire import MovieFields
from radarr.domain.imdb import normalise_imdb
from radarr.domain.languages import by_iso
from radarr.ports.metadata import MovieDetails

_PREMIERE, _LIMITED, _THEATRICAL, _DIGITAL, _PHYSICAL = range(1, 6)
_STATUS = {
    "rumored": "tba",
    "planned": "announced",
    "in production": "announced",
    "post production": "announced",
    "canceled": "announced",
    "released": "released",
}
_OWN_CODES = {"cn": "zh", "sh": "sr", "mo": "ro"}  # TMDB's Cantonese, and codes that ISO gave up


def details_of(fields: MovieFields) -> MovieDetails:
    """All that it says; dates are the earliest of any country."""
    stated = _date(fields.release_date)
    cinemas = _earliest(fields, _LIMITED, _THEATRICAL) or _earliest(fields, _PREMIERE) or stated
    title, original = _text(fields.title), _text(fields.original_title)
    first = stated or cinemas
    external = fields.external_ids.imdb_id if fields.external_ids else None
    return MovieDetails(
        tmdb_id=fields.id,
        title=title or original,
        imdb_id=normalise_imdb(fields.imdb_id or external or ""),
        original_title=original,
        original_language=_language(_text(fields.original_language)),
        titles=_others(fields, {title, original}),
        year=first.year if first else 0,
        runtime=max(0, fields.runtime or 0),
        in_cinemas=cinemas,
        digital_release=_earliest(fields, _DIGITAL),
        physical_release=_earliest(fields, _PHYSICAL),
        status=_STATUS.get(_text(fields.status).lower(), ""),
        overview=_text(fields.overview),
    )


def _text(text: str | None) -> str:
    return (text or "").strip()


def _date(text: str | None) -> date | None:
    """The day of `YYYY-MM-DD` or of a moment at midnight UTC."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _earliest(fields: MovieFields, *kinds: int) -> date | None:
    countries = (fields.release_dates.results if fields.release_dates else None) or ()
    releases = (release for country in countries for release in country.release_dates or ())
    days = (_date(release.release_date) for release in releases if release.type in kinds)
    return min((day for day in days if day is not None), default=None)


def _language(code: str) -> str:
    language = by_iso(_OWN_CODES.get(code.lower(), code)) if code else None
    return language.name if language else ""


def _others(fields: MovieFields, known: Iterable[str]) -> tuple[str, ...]:
    """Further titles, each once."""
    found = dict.fromkeys(title for title in _titles(fields) if title)
    return tuple(title for title in found if title not in set(known))


def _titles(fields: MovieFields) -> Iterator[str]:
    for alternative in (fields.alternative_titles.titles if fields.alternative_titles else None) or ():
        yield _text(alternative.title)
    for translation in (fields.translations.translations if fields.translations else None) or ():
        yield _text(translation.data.title if translation.data else "")
