"""Films by id and by every name they go by."""

from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, Protocol, TypeVar

from radarr.domain.imdb import normalise_imdb
from radarr.domain.titles import clean_title, numeral_variants


class Film(Protocol):
    """What a film is recognised by; a `Movie` is one. `year` 0 is unknown, `titles` are further names."""

    @property
    def id(self) -> int: ...
    @property
    def tmdb_id(self) -> int: ...
    @property
    def imdb_id(self) -> str | None: ...
    @property
    def title(self) -> str: ...
    @property
    def original_title(self) -> str: ...
    @property
    def titles(self) -> tuple[str, ...]: ...
    @property
    def year(self) -> int: ...
    @property
    def secondary_year(self) -> int | None: ...


class FilmNames(NamedTuple):
    """A `Film` and nothing else: of a whole library there is room for these in memory."""

    id: int
    tmdb_id: int
    imdb_id: str | None
    title: str
    original_title: str = ""
    titles: tuple[str, ...] = ()
    year: int = 0
    secondary_year: int | None = None

    def __str__(self) -> str:
        return f"{self.title} ({self.year})" if self.year else self.title


F = TypeVar("F", bound=Film)
K = TypeVar("K", bound=Hashable)


class MovieIndex(Generic[F]):
    """Films by id and by every name they go by; a look-up takes the same time however many they are.

    Names come in tiers: title and original title, then these with numerals written the other way (II for 2), then
    further titles. A film found in an earlier tier hides those of later ones. Answers do not depend on when a film was
    put in: those of one name come in order of id, and of those with one id the last does.
    """

    def __init__(self, films: Iterable[F] = ()) -> None:
        self._tmdb: dict[int, tuple[F, ...]] = {}
        self._imdb: dict[str, tuple[F, ...]] = {}
        self._tiers: tuple[dict[str, tuple[F, ...]], ...] = ({}, {}, {})
        for film in films:
            self.put(film)

    def put(self, film: F, kept: F | None = None) -> None:
        """Know a film that is not known yet. `kept` is what look-ups answer with, where that is another value."""
        alone = (film if kept is None else kept,)  # one tuple for all its keys
        _enter(self._tmdb, film.tmdb_id, alone)
        if film.imdb_id and (imdb := normalise_imdb(film.imdb_id)):
            _enter(self._imdb, imdb, alone)
        own = _cleaned((film.title, film.original_title))
        further = _cleaned(film.titles)
        for tier, names in zip(self._tiers, (own, _numbered(own), _numbered(further)), strict=True):
            for name in dict.fromkeys(names):
                _enter(tier, name, alone)

    def drop(self, film_ids: AbstractSet[int]) -> None:
        """Know these films no more. It looks at every key, so that many are dropped at the price of one."""
        _leave(self._tmdb, film_ids)
        for table in (self._imdb, *self._tiers):
            _leave(table, film_ids)

    def by_ids(self, imdb_ids: Iterable[str | None], tmdb_ids: Iterable[int | None]) -> tuple[F, ...]:
        """The films that these ids point to, each once."""
        imdb = (normalise_imdb(stated) for stated in imdb_ids if stated)
        found = (
            *(self._imdb.get(stated) for stated in imdb if stated),
            *(self._tmdb.get(stated) for stated in tmdb_ids if stated),
        )
        return _distinct(films[-1] for films in found if films)

    def by_titles(self, titles: Iterable[str], year: int) -> tuple[F, ...]:
        """The films of these names and this year (0 any): of the first title and tier that knows any."""
        for title in titles:
            exact = _cleaned((title,))
            numbered = _numbered(exact)
            for tier, names in zip(self._tiers, (exact, numbered, numbered), strict=True):
                found = _distinct(m for name in names for m in tier.get(name, ()) if is_of_year(m, year))
                if found:
                    return found
        return ()


def is_of_year(film: Film, year: int) -> bool:
    """Whether it may be a film of that year; what is unknown may be."""
    return not year or not film.year or year in {film.year, film.secondary_year}


def _enter(table: dict[K, tuple[F, ...]], key: K, alone: tuple[F]) -> None:
    known = table.get(key)
    table[key] = alone if known is None else tuple(sorted((*known, *alone), key=lambda film: film.id))


def _leave(table: dict[K, tuple[F, ...]], film_ids: AbstractSet[int]) -> None:
    # nearly every key is one film's alone, and this looks at all of them
    touched = [
        key
        for key, films in table.items()
        if films[0].id in film_ids or (len(films) > 1 and any(film.id in film_ids for film in films))
    ]
    for key in touched:
        if left := tuple(film for film in table[key] if film.id not in film_ids):
            table[key] = left
        else:
            del table[key]


def _cleaned(titles: Iterable[str]) -> tuple[str, ...]:
    return tuple(clean for title in titles if title and (clean := clean_title(title)))


def _numbered(cleaned: Iterable[str]) -> tuple[str, ...]:
    """With every other way of writing their numerals; on both sides, as either may be the roman one."""
    return tuple(name for clean in cleaned for name in (clean, *numeral_variants(clean)))


def _distinct(films: Iterable[F]) -> tuple[F, ...]:
    return tuple({film.tmdb_id: film for film in films}.values())
