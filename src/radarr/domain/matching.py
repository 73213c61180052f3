"""Which film a release is.

An id that the indexer states counts most, then what the name says. Years must agree: exactly for a title, within one
for an id (festival and cinema years differ, but an id beside a year far off belongs to a remake or to a careless
indexer). Two films that fit equally well are no match: guessing would fill one film's folder with the other.
"""

from typing import Any, Generic, NamedTuple

from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.imdb import normalise_imdb
from radarr.domain.movie_index import F, Film, MovieIndex, is_of_year
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release


class Match(NamedTuple, Generic[F]):
    """The film, or why there is none: exactly one of the two."""

    movie: F | None
    rejections: tuple[Rejection, ...] = ()


def match(release: Release, parsed: ParsedRelease | None, index: MovieIndex[F], searched: Film | None) -> Match[F]:
    """The film of `index` that `release` is. `searched` is the only film that will do, where one was searched for.

    Rejections: UnableToParse, UnknownMovie, WrongMovie, AmbiguousMovie.
    """
    if parsed is None:
        return _no(Reason.UNABLE_TO_PARSE, "its name is not one of a film release")
    named = index.by_titles(parsed.titles or (parsed.title,), parsed.year)
    stated = index.by_ids((release.imdb_id, parsed.imdb_id), (release.tmdb_id, parsed.tmdb_id))
    found = _by_id(parsed, stated, named) if stated else _by_name(release, parsed, named, searched)
    if found.movie is None or searched is None or found.movie.tmdb_id == searched.tmdb_id:
        return found
    return _no(Reason.WRONG_MOVIE, f"this is {found.movie}, not {searched}")


def _by_id(parsed: ParsedRelease, stated: tuple[F, ...], named: tuple[F, ...]) -> Match[F]:
    if len(stated) > 1:
        return _no(Reason.AMBIGUOUS_MOVIE, f"its ids belong to different films: {_either(stated)}")
    movie = stated[0]
    if not _near_year(movie, parsed.year):
        return _no(Reason.WRONG_MOVIE, f"its id is that of {movie}, but its name says {parsed.year}")
    if named and movie not in named:
        return _no(Reason.AMBIGUOUS_MOVIE, f"its id is that of {movie}, but its name that of {_either(named)}")
    return Match(movie)


def _by_name(release: Release, parsed: ParsedRelease, named: tuple[F, ...], searched: Film | None) -> Match[F]:
    what = f"{parsed.title} ({parsed.year})" if parsed.year else parsed.title
    if not named and searched is not None:
        return _no(Reason.WRONG_MOVIE, f"this is {what}, not {searched}")
    if not named:
        return _no(Reason.UNKNOWN_MOVIE, f"{what} is no film of the library")
    if len(named) > 1:
        return _no(Reason.AMBIGUOUS_MOVIE, f"{what} may be {_either(named)}")
    movie = named[0]
    if not parsed.year and _other_id(release, movie):
        return _no(Reason.WRONG_MOVIE, f"{what} states no year, and its id is not that of {movie}")
    return Match(movie)


def _other_id(release: Release, movie: Film) -> bool:
    """Whether the indexer's ids are another film's; beside a right title and year that is the indexer's mistake."""
    imdb = normalise_imdb(release.imdb_id) if release.imdb_id else None
    return bool(release.tmdb_id and release.tmdb_id != movie.tmdb_id) or bool(
        imdb and movie.imdb_id and imdb != normalise_imdb(movie.imdb_id)
    )


def _near_year(movie: Film, year: int) -> bool:
    return is_of_year(movie, year) or abs(movie.year - year) <= 1


def _either(movies: tuple[Film, ...]) -> str:
    return " or ".join(str(movie) for movie in movies)


def _no(reason: Reason, message: str) -> Match[Any]:
    return Match(None, (Rejection(reason, message),))
