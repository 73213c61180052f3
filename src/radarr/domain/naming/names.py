"""The names of a movie's folder and files."""

import re

from radarr.domain.movie import MAIN_SLOT, Movie
from radarr.domain.naming.component import COMPONENT_BYTES, safe_component
from radarr.domain.naming.facts import FileFacts, FilmFacts, NameFacts
from radarr.domain.naming.shortening import DOTS, ELLIPSIS
from radarr.domain.naming.template import render

RESERVE = 48
"""Bytes of a file's name kept free for its extension and for what its extras add, as in `.en.forced.srt`."""

NO_FACTS = FilmFacts()
_NO_LIMIT = 1 << 20
_TITLE_LIMITS = (COMPONENT_BYTES, 180, 120, 80, 40)  # a shorter title is better than a name without its end


def folder_name(
    movie: Movie, template: str, *, colon: str = "smart", film: FilmFacts = NO_FACTS, slot: str = MAIN_SLOT
) -> str:
    """The movie's folder, relative to the root. A `/` of the format makes a folder, one of a title does not.

    A backslash makes one as well. Only a format that abridges at its end, as `{Movie Title:40}`, leaves dots there.
    """
    facts = NameFacts(movie, FileFacts(slot), film)
    parts = [_component(part, facts, colon, COMPONENT_BYTES) for part in re.split(r"[/\\]", template)]
    return "/".join(filter(None, parts)) or _fallback(movie)


def file_name(
    movie: Movie,
    facts: FileFacts,
    template: str,
    *,
    colon: str = "smart",
    reserve: int = RESERVE,
    film: FilmFacts = NO_FACTS,
) -> str:
    """A file's name without its extension: one safe path component of at most 255 - `reserve` bytes."""
    name = _component(template, NameFacts(movie, facts, film), colon, COMPONENT_BYTES - reserve)
    return name or _fallback(movie)


def kept_name(movie: Movie, facts: FileFacts, *, reserve: int = RESERVE) -> str:
    """The name of a file that is not to be renamed: the release's, else its own."""
    limit = COMPONENT_BYTES - reserve
    return safe_component(facts.scene_name or facts.stem, limit=limit) or _fallback(movie)


def _component(template: str, facts: NameFacts, colon: str, limit: int) -> str:
    for title_limit in _TITLE_LIMITS:
        name = _safe(render(template, facts, title_limit), colon, _NO_LIMIT)
        if len(name.encode()) <= limit:
            return name
    return _safe(render(template, facts, _TITLE_LIMITS[-1]), colon, limit)


def _safe(text: str, colon: str, limit: int) -> str:
    """The text as a component; dots at its end stay if the format abridged there, as they stand for what is missing."""
    dots = DOTS if text.endswith(ELLIPSIS) else ""
    name = safe_component(text.replace(ELLIPSIS, DOTS), colon=colon, limit=limit - len(dots))
    return name + dots if name else ""


def _fallback(movie: Movie) -> str:
    """For a title of nothing but dots."""
    return f"tmdb-{movie.tmdb_id}"
