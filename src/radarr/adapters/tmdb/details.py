"""A film of TMDB in our words."""

from datetime import date
from itertools import chain

from radarr.adapters.tmdb.genres import GENRES
from radarr.adapters.tmdb.releases import day_of, earliest, releases
from radarr.adapters.tmdb.titles import alternative_titles, further, language_of, text_of, translations
from radarr.adapters.tmdb.wire import MovieFields
from radarr.domain.imdb import normalise_imdb
from radarr.ports.metadata import FilmCollection, MovieDetails, Rating, ReleaseKind

IMAGES = "https://image.tmdb.org/t/p"
_LONGEST = 100_000  # minutes; the longest film of all has half of that
_BEST = 10
_MOST = 1_000_000_000  # of anything that is counted
_STATUS = {
    "rumored": "tba",
    "planned": "announced",
    "in production": "announced",
    "post production": "announced",
    "canceled": "announced",
    "released": "released",
}


def details_of(fields: MovieFields, images: str = IMAGES) -> MovieDetails:
    """All that it says; single dates are the earliest of any country. `images` is where its pictures are."""
    film = _named(MovieDetails(tmdb_id=fields.id, title=""), fields)
    film = _dated(film, fields)
    external = fields.external_ids.imdb_id if fields.external_ids else None
    return film._replace(
        imdb_id=normalise_imdb(fields.imdb_id or external or ""),
        original_language=language_of(text_of(fields.original_language)),
        runtime=int(_within(fields.runtime, _LONGEST)),
        status=_STATUS.get(text_of(fields.status).lower(), ""),
        overview=text_of(fields.overview),
        collection=_collection(fields),
        genres=_genres(fields),
        studio=next((name for item in fields.production_companies or () if (name := text_of(item.name))), ""),
        poster=_picture(images, fields.poster_path),
        backdrop=_picture(images, fields.backdrop_path),
        ratings=_ratings(fields),
        popularity=float(_within(fields.popularity, _MOST)),
    )


def _named(film: MovieDetails, fields: MovieFields) -> MovieDetails:
    title, original = text_of(fields.title), text_of(fields.original_title)
    others, translated = alternative_titles(fields), translations(fields)
    names = [item.title for item in others], [item.title for item in translated]
    return film._replace(
        title=title or original or next((name for name in chain(*names) if name), ""),
        original_title=original,
        titles=further((title, original), *names),
        alternative_titles=others,
        translations=translated,
    )


def _dated(film: MovieDetails, fields: MovieFields) -> MovieDetails:
    stated, found = day_of(fields.release_date), releases(fields)
    shown = earliest(found, ReleaseKind.LIMITED, ReleaseKind.THEATRICAL)
    cinemas = shown or earliest(found, ReleaseKind.PREMIERE) or stated
    digital, physical = earliest(found, ReleaseKind.DIGITAL), earliest(found, ReleaseKind.PHYSICAL)
    first = stated or cinemas or min((day for day in (digital, physical) if day), default=None)
    return film._replace(
        year=first.year if first else 0,
        secondary_year=_secondary_year(first, shown, digital, physical),
        in_cinemas=cinemas,
        digital_release=digital,
        physical_release=physical,
        releases=found,
    )


def _secondary_year(first: date | None, *seen: date | None) -> int | None:
    """Where people first saw it in another year than the stated one, names of releases may have that."""
    opened = min((day for day in seen if day), default=None)
    return opened.year if first and opened and opened.year != first.year else None


def _collection(fields: MovieFields) -> FilmCollection | None:
    stated = fields.belongs_to_collection
    return FilmCollection(stated.id, text_of(stated.name)) if stated and stated.id else None


def _genres(fields: MovieFields) -> tuple[str, ...]:
    stated = [(item.id, text_of(item.name)) for item in fields.genres or ()]
    stated += [(genre, "") for genre in fields.genre_ids or ()]
    return tuple(dict.fromkeys(name for genre, given in stated if (name := GENRES.get(genre or 0, given))))


def _picture(images: str, path: str | None) -> str:
    name = text_of(path)
    return f"{images.rstrip('/')}/original{name}" if name.startswith("/") else ""


def _ratings(fields: MovieFields) -> tuple[Rating, ...]:
    votes, value = int(_within(fields.vote_count, _MOST)), float(_within(fields.vote_average, _BEST))
    return (Rating("tmdb", value, votes),) if votes > 0 else ()


def _within(value: float | None, most: int) -> float:
    """A number that makes sense; 0, unknown, for any other."""
    return value if value is not None and 0 < value <= most else 0
