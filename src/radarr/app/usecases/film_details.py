"""What the library keeps of what the film database says."""

from dataclasses import fields, replace
from datetime import datetime

from radarr.domain.movie import Movie
from radarr.domain.naming import FilmFacts
from radarr.domain.refresh import look_for_lost, next_look
from radarr.ports.metadata import MovieDetails
from radarr.ports.store.metadata import MetadataRecord

_SHARED = tuple(field.name for field in fields(Movie) if field.name in MovieDetails._fields)
_TAKEN_BACK = frozenset({"secondary_year", "in_cinemas", "digital_release", "physical_release", "titles"})
"""What it says even where it says nothing: a release is put off, a title was wrong."""


def new_movie(details: MovieDetails, added_at: datetime) -> Movie:
    """A film as the film database tells of it; no slots."""
    return Movie(**{name: getattr(details, name) for name in _SHARED}, added_at=added_at)


def renewed(movie: Movie, details: MovieDetails) -> Movie:
    """The film with what is said of it now. Unknown never replaces known; ids and slots are the library's own."""
    told = {name: getattr(details, name) for name in _SHARED if name != "tmdb_id"}
    return replace(movie, **{name: value for name, value in told.items() if value or name in _TAKEN_BACK})


def told(movie: Movie, details: MovieDetails, at: datetime) -> MetadataRecord:
    """What is kept beside the film itself: all but what the film holds, and what stories say in other languages."""
    translations = tuple(item._replace(overview="") for item in details.translations if item.title)
    kept = details._replace(titles=(), overview="", translations=translations)
    return MetadataRecord(movie.id, at, next_look(movie, at), kept)


def lost(movie: Movie, before: MetadataRecord | None, at: datetime) -> MetadataRecord:
    """For a film that the film database does not know (any more): what it told stays."""
    known = before or MetadataRecord(movie.id, at, at)
    due_at = look_for_lost(movie.tmdb_id, at)
    return known._replace(fetched_at=at, due_at=due_at, gone_since=known.gone_since or at)


def film_facts(record: MetadataRecord | None) -> FilmFacts:
    """What names of folders and files may speak of. Of several titles in one language the first counts."""
    details = record.details if record else None
    if details is None:
        return FilmFacts()
    titles: dict[str, str] = {}
    for item in details.translations:
        if item.language and item.title:
            titles.setdefault(item.language, item.title)
    collection = details.collection.name if details.collection else ""
    return FilmFacts(collection, details.certification(), tuple(titles.items()))
