"""Which film a release is.

An id that the indexer states counts most, then what the name says. Years must agree: exactly for a title, within one
for an id (festival and cinema years differ, but an id beside a year far off belongs to a remake or to a careless
indexer). Two films that fit equally well are no match: guessing would fill one film's folder with the other.
"""

from collections.abc import Iterable
from typing import NamedTuple

from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.movie import Movie
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.domain.titles import clean_title, numeral_variants

_IMDB_DIGITS = 7
_IMDB_MOST_DIGITS = 12  # IMDb is at eight: more is a mistake, and thousands are too many for int()


class Match(NamedTuple):
    """The film, or why there is none: exactly one of the two."""

    movie: Movie | None
    rejections: tuple[Rejection, ...] = ()


class MovieIndex:
    """Films by id and by every name they go by, built once; a look-up takes the same time however many they are.

    Names come in tiers: title and original title, then these with numerals written the other way (II for 2), then
    further titles. A film found in an earlier tier hides those of later ones.
    """

    def __init__(self, movies: Iterable[Movie]) -> None:
        self._tmdb: dict[int, Movie] = {}
        self._imdb: dict[str, Movie] = {}
        self._tiers: tuple[dict[str, list[Movie]], ...] = ({}, {}, {})
        for movie in movies:
            self._add(movie)

    def _add(self, movie: Movie) -> None:
        self._tmdb[movie.tmdb_id] = movie
        if movie.imdb_id and (imdb := normalise_imdb(movie.imdb_id)):
            self._imdb[imdb] = movie
        own = _cleaned((movie.title, movie.original_title))
        further = _cleaned(movie.titles)
        for tier, names in zip(self._tiers, (own, _numbered(own), _numbered(further)), strict=True):
            for name in dict.fromkeys(names):
                tier.setdefault(name, []).append(movie)

    def by_ids(self, release: Release, parsed: ParsedRelease) -> tuple[Movie, ...]:
        """The films that the ids of indexer and name point to, each once."""
        imdb = (normalise_imdb(stated) for stated in (release.imdb_id, parsed.imdb_id) if stated)
        found = (
            *(self._imdb.get(stated) for stated in imdb if stated),
            *(self._tmdb.get(stated) for stated in (release.tmdb_id, parsed.tmdb_id) if stated),
        )
        return _distinct(movie for movie in found if movie is not None)

    def by_titles(self, titles: Iterable[str], year: int) -> tuple[Movie, ...]:
        """The films of these names and this year (0 any): of the first title and tier that knows any."""
        for title in titles:
            exact = _cleaned((title,))
            numbered = _numbered(exact)
            for tier, names in zip(self._tiers, (exact, numbered, numbered), strict=True):
                found = _distinct(m for name in names for m in tier.get(name, ()) if _same_year(m, year))
                if found:
                    return found
        return ()


def match(release: Release, parsed: ParsedRelease | None, index: MovieIndex, searched: Movie | None) -> Match:
    """The film of `index` that `release` is. `searched` is the only film that will do, where one was searched for.

    Rejections: UnableToParse, UnknownMovie, WrongMovie, AmbiguousMovie.
    """
    if parsed is None:
        return _no(Reason.UNABLE_TO_PARSE, "its name is not one of a film release")
    named = index.by_titles(parsed.titles or (parsed.title,), parsed.year)
    stated = index.by_ids(release, parsed)
    found = _by_id(parsed, stated, named) if stated else _by_name(release, parsed, named, searched)
    if found.movie is None or searched is None or found.movie.tmdb_id == searched.tmdb_id:
        return found
    return _no(Reason.WRONG_MOVIE, f"this is {found.movie}, not {searched}")


def normalise_imdb(text: str) -> str | None:
    """`tt` and at least seven digits, of any form an indexer states it in; None where it holds no number."""
    digits = text.strip().lower().removeprefix("tt").lstrip("0")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _IMDB_MOST_DIGITS
    return f"tt{digits.zfill(_IMDB_DIGITS)}" if is_number else None


def _by_id(parsed: ParsedRelease, stated: tuple[Movie, ...], named: tuple[Movie, ...]) -> Match:
    if len(stated) > 1:
        return _no(Reason.AMBIGUOUS_MOVIE, f"its ids belong to different films: {_either(stated)}")
    movie = stated[0]
    if not _near_year(movie, parsed.year):
        return _no(Reason.WRONG_MOVIE, f"its id is that of {movie}, but its name says {parsed.year}")
    if named and movie not in named:
        return _no(Reason.AMBIGUOUS_MOVIE, f"its id is that of {movie}, but its name that of {_either(named)}")
    return Match(movie)


def _by_name(release: Release, parsed: ParsedRelease, named: tuple[Movie, ...], searched: Movie | None) -> Match:
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


def _other_id(release: Release, movie: Movie) -> bool:
    """Whether the indexer's ids are another film's; beside a right title and year that is the indexer's mistake."""
    imdb = normalise_imdb(release.imdb_id) if release.imdb_id else None
    return bool(release.tmdb_id and release.tmdb_id != movie.tmdb_id) or bool(
        imdb and movie.imdb_id and imdb != normalise_imdb(movie.imdb_id)
    )


def _same_year(movie: Movie, year: int) -> bool:
    return not year or not movie.year or year in {movie.year, movie.secondary_year}


def _near_year(movie: Movie, year: int) -> bool:
    return _same_year(movie, year) or abs(movie.year - year) <= 1


def _cleaned(titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean for title in titles if title and (clean := clean_title(title)))


def _numbered(cleaned: Iterable[str]) -> tuple[str, ...]:
    """With every other way of writing their numerals; on both sides, as either may be the roman one."""
    return tuple(name for clean in cleaned for name in (clean, *numeral_variants(clean)))


def _distinct(movies: Iterable[Movie]) -> tuple[Movie, ...]:
    return tuple({movie.tmdb_id: movie for movie in movies}.values())


def _either(movies: tuple[Movie, ...]) -> str:
    return " or ".join(str(movie) for movie in movies)


def _no(reason: Reason, message: str) -> Match:
    return Match(None, (Rejection(reason, message),))
