"""The names of a movie's folder and files."""

from radarr.domain.movie import Movie
from radarr.domain.naming.component import COMPONENT_BYTES, safe_component
from radarr.domain.naming.facts import FileFacts, NameFacts
from radarr.domain.naming.template import render

RESERVE = 48
"""Bytes of a file's name kept free for its extension and for what its extras add, as in `.en.forced.srt`."""

_NO_LIMIT = 1 << 20
_TITLE_LIMITS = (COMPONENT_BYTES, 180, 120, 80, 40)  # a shorter title is better than a name without its end


def folder_name(movie: Movie, template: str, *, colon: str = "smart") -> str:
    """The movie's folder, relative to the root. A `/` of the format makes a folder, one of a title does not."""
    facts = NameFacts(movie, FileFacts())
    parts = [_component(part, facts, colon, COMPONENT_BYTES) for part in template.split("/")]
    return "/".join(filter(None, parts)) or _fallback(movie)


def file_name(movie: Movie, facts: FileFacts, template: str, *, colon: str = "smart", reserve: int = RESERVE) -> str:
    """A file's name without its extension: one safe path component of at most 255 - `reserve` bytes."""
    name = _component(template, NameFacts(movie, facts), colon, COMPONENT_BYTES - reserve)
    return name or _fallback(movie)


def _component(template: str, facts: NameFacts, colon: str, limit: int) -> str:
    for title_limit in _TITLE_LIMITS:
        name = safe_component(render(template, facts, title_limit), colon=colon, limit=_NO_LIMIT)
        if len(name.encode()) <= limit:
            return name
    return safe_component(render(template, facts, _TITLE_LIMITS[-1]), colon=colon, limit=limit)


def _fallback(movie: Movie) -> str:
    """For a title of nothing but dots."""
    return f"tmdb-{movie.tmdb_id}"
