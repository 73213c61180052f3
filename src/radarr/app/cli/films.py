"""Which film a person means: an id, `tmdb:603`, `imdb:tt0133093`, or a part of a title that only one film has."""

from typing import Any, cast

from radarr.app.remote import Remote
from radarr.ports.errors import Conflict, Gone

_SHOWN = 5


def library(remote: Remote) -> list[dict[str, Any]]:
    """Every film as v3 shows it."""
    return cast("list[dict[str, Any]]", remote.get("/api/v3/movie"))


def find_film(remote: Remote, wanted: str) -> dict[str, Any]:
    """The one film. Raises Gone, Conflict (several)."""
    movies = library(remote)
    found = _by_id(movies, wanted) or _by_title(movies, wanted)
    if len(found) == 1:
        return found[0]
    if not found:
        raise Gone(f"no film in the library is {wanted!r}", remedy="`radarr movie list` shows them")
    names = ", ".join(f"{movie['id']}: {name(movie)}" for movie in found[:_SHOWN])
    raise Conflict(f"{wanted!r} means {len(found)} films", remedy=f"give an id: {names}")


def name(movie: dict[str, Any]) -> str:
    """Title and year."""
    return f"{movie['title']} ({movie['year']})" if movie.get("year") else str(movie["title"])


def _by_id(movies: list[dict[str, Any]], wanted: str) -> list[dict[str, Any]]:
    kind, _, value = wanted.partition(":")
    match kind.casefold():
        case "tmdb" if value.isdecimal():
            return [m for m in movies if m["tmdbId"] == int(value)]
        case "imdb" if value:
            return [m for m in movies if m.get("imdbId") == value.casefold()]
        case _ if wanted.isdecimal():
            return [m for m in movies if m["id"] == int(wanted)]
        case _:
            return []


def _by_title(movies: list[dict[str, Any]], wanted: str) -> list[dict[str, Any]]:
    sought = wanted.casefold()
    exact = [m for m in movies if sought in {m["title"].casefold(), name(m).casefold()}]
    return exact or [m for m in movies if sought in name(m).casefold()]
