"""Which film a release is.

An id that the indexer states counts most, then what the name says. Years must agree: exactly for a title, within one
for an id (festival and cinema years differ, but an id beside a year far off belongs to a remake or to a careless
indexer). Two films that fit equally well are no match: guessing would fill one film's folder with the other.

`outside` are films that the library has not, where some are known: what bears the name of one of them, or its id, is
not ours for bearing one of our further titles, too.
"""

from collections.abc import Iterable
from typing import Any, Generic, NamedTuple

from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.imdb import normalise_imdb
from radarr.domain.movie_index import F, Film, MovieIndex, is_of_year
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release


class Match(NamedTuple, Generic[F]):
    """The film, or why there is none: exactly one of the two. `among` are the films that an ambiguous one may be."""

    movie: F | None
    rejections: tuple[Rejection, ...] = ()
    among: tuple[F, ...] = ()


class _Claim(NamedTuple):
    """What a release says that it is. `year` 0 is none; ids as the indexers and the name state them."""

    titles: tuple[str, ...]
    year: int
    imdb_ids: tuple[str, ...]
    tmdb_ids: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.titles[0]} ({self.year})" if self.year else self.titles[0]


def match(
    release: Release,
    parsed: ParsedRelease | None,
    index: MovieIndex[F],
    searched: Film | None,
    outside: MovieIndex[Film] | None = None,
) -> Match[F]:
    """The film of `index` that `release` is. `searched` is the only film that will do, where one was searched for.

    Rejections: UnableToParse, UnknownMovie, WrongMovie, AmbiguousMovie, IdMismatch.
    """
    if parsed is None:
        return _no(Reason.UNABLE_TO_PARSE, "its name is not one of a film release")
    claim = _claim(release, parsed)
    if _is_to_come(claim, release) and not index.by_titles(claim.titles, claim.year):
        # a number of its title, then
        claim = claim._replace(titles=tuple(f"{title} {claim.year}" for title in claim.titles), year=0)
    stated = index.by_ids(claim.imdb_ids, claim.tmdb_ids)
    found = _by_id(claim, stated, index, outside) if stated else _by_name(claim, index, outside, searched)
    if found.movie is None or searched is None or found.movie.tmdb_id == searched.tmdb_id:
        return found
    return _no(Reason.WRONG_MOVIE, _told_apart(found.movie, searched))


def _told_apart(found: Film, searched: Film) -> str:
    if str(found) == str(searched):
        return f"this is {found}, TMDB {found.tmdb_id}, not TMDB {searched.tmdb_id}"
    return f"this is {found}, not {searched}"


def _claim(release: Release, parsed: ParsedRelease) -> _Claim:
    offers = (release, *release.alternates)
    imdb_ids = (parsed.imdb_id, *(offer.imdb_id for offer in offers))
    tmdb_ids = (parsed.tmdb_id, *(offer.tmdb_id for offer in offers))
    titles = parsed.titles or (parsed.title,)
    return _Claim(titles, parsed.year, tuple(i for i in imdb_ids if i), tuple(i for i in tmdb_ids if i))


def _is_to_come(claim: _Claim, release: Release) -> bool:
    """Whether the year of its name is one of which there was no film when it came out."""
    return release.published_at is not None and claim.year > release.published_at.year + 1


def _by_id(claim: _Claim, stated: tuple[F, ...], index: MovieIndex[F], outside: MovieIndex[Film] | None) -> Match[F]:
    named = index.by_titles(claim.titles, claim.year)
    if len(named) == 1 and _is_id_of(claim, named[0]):
        return Match(named[0])  # whoever else bears this id: a cut of its own, or the film entered twice
    if len(stated) > 1:
        return _no(Reason.AMBIGUOUS_MOVIE, f"its ids belong to different films: {_either(stated)}")
    movie = stated[0]
    if not _near_year(movie, claim.year):
        return _no(Reason.ID_MISMATCH, f"its id is that of {movie}, but its name says {claim.year}")
    others: tuple[Film, ...] = named or (outside.by_titles(claim.titles, claim.year) if outside else ())
    if others and all(other.tmdb_id != movie.tmdb_id for other in others):
        return _no(Reason.ID_MISMATCH, f"its id is that of {movie}, but its name that of {_either(others)}")
    return Match(movie)


def _by_name(claim: _Claim, index: MovieIndex[F], outside: MovieIndex[Film] | None, searched: Film | None) -> Match[F]:
    named = index.by_titles(claim.titles, claim.year)
    if not named and searched is not None:
        return _no(Reason.WRONG_MOVIE, f"this is {claim}, not {searched}")
    if not named:
        return _no(Reason.UNKNOWN_MOVIE, f"{claim} is no film of the library")
    if len(named) > 1:
        return _no(Reason.AMBIGUOUS_MOVIE, f"{claim} may be {_either(named)}", named)
    movie = named[0]
    called = index.is_called(movie, claim.titles)
    return (
        _by_unknown_id(claim, movie, called=called)
        or _of_stranger(claim, movie, outside, called=called)
        or Match(movie)
    )


def _by_unknown_id(claim: _Claim, movie: Film, *, called: bool) -> Match[Any] | None:
    """Why it is not this film, for an id that is of no film of the library.

    Beside its own title (`called`) and year such an id is the indexer's mistake.
    """
    if (claim.year and called) or not _other_id(claim, movie):
        return None
    if not claim.year:
        return _no(Reason.ID_MISMATCH, f"{claim} states no year, and its id is not that of {movie}")
    return _no(Reason.ID_MISMATCH, f"{claim} is not the very title of {movie}, and its id is not that film's")


def _of_stranger(claim: _Claim, movie: Film, outside: MovieIndex[Film] | None, *, called: bool) -> Match[Any] | None:
    """Why it is not this film, for a film outside the library whose id it states, or whose title it has."""
    if outside is None:
        return None
    if owners := outside.by_ids(claim.imdb_ids, claim.tmdb_ids):
        return _no(Reason.ID_MISMATCH, f"its name is that of {movie}, but its id that of {_either(owners)}")
    namesakes = () if called else outside.by_titles(claim.titles, claim.year)
    owners = tuple(film for film in namesakes if outside.is_called(film, claim.titles))
    return _no(Reason.AMBIGUOUS_MOVIE, f"{claim} may be {_either((movie, *owners))}") if owners else None


def _is_id_of(claim: _Claim, movie: Film) -> bool:
    """Whether it states the film's IMDb id, and no other id."""
    own = normalise_imdb(movie.imdb_id) if movie.imdb_id else None
    imdb_ids = {normalise_imdb(stated) for stated in claim.imdb_ids}
    return own is not None and imdb_ids == {own} and set(claim.tmdb_ids) <= {movie.tmdb_id}


def _other_id(claim: _Claim, movie: Film) -> bool:
    """Whether the ids are another film's, none of them being its own; one added by hand may have no id (0 or less)."""
    imdb_ids = {normal for stated in claim.imdb_ids if (normal := normalise_imdb(stated))}
    own = normalise_imdb(movie.imdb_id) if movie.imdb_id else None
    return bool(claim.tmdb_ids and movie.tmdb_id > 0) or bool(imdb_ids and own and own not in imdb_ids)


def _near_year(movie: Film, year: int) -> bool:
    return is_of_year(movie, year) or abs(movie.year - year) <= 1


def _either(movies: Iterable[Film]) -> str:
    return " or ".join(str(movie) for movie in movies)


def _no(reason: Reason, message: str, among: tuple[Any, ...] = ()) -> Match[Any]:
    return Match(None, (Rejection(reason, message),), among)
