"""Films by id and by every name they go by."""

from collections import Counter
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, Protocol, TypeVar

from radarr.domain.imdb import normalise_imdb
from radarr.domain.loose_titles import is_foreign, loose_title
from radarr.domain.title_keys import asked_keys, cleaned, heard, loosened, numbered


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
    further titles, then all of them in looser spellings, which count only beside the right year. A film found in an
    earlier tier hides those of later ones. Answers do not depend on when a film was put in: those of one name come in
    order of id, and of those with one id the last does.

    Of a name 64 bits are kept, since a large library has a million of them: that two names share these bits and a year
    is far less likely than that two films share a name.
    """

    def __init__(self, films: Iterable[F] = ()) -> None:
        self._tmdb: dict[int, tuple[F, ...]] = {}
        self._imdb: dict[str, tuple[F, ...]] = {}
        self._tiers: tuple[dict[int, tuple[F, ...]], ...] = ({}, {}, {})
        self._loose: dict[int, tuple[F, ...]] = {}
        for film in films:
            self.put(film)

    def put(self, film: F, kept: F | None = None) -> None:
        """Know a film that is not known yet. `kept` is what look-ups answer with, where that is another value."""
        alone = (film if kept is None else kept,)  # one tuple for all its keys
        _enter(self._tmdb, film.tmdb_id, alone)
        if film.imdb_id and (imdb := normalise_imdb(film.imdb_id)):
            _enter(self._imdb, imdb, alone)
        own = cleaned((film.title, film.original_title))
        further = cleaned(film.titles)
        for tier, names in zip(self._tiers, (own, numbered(own), numbered(further)), strict=True):
            for name in dict.fromkeys(names):
                _enter(tier, hash(name), alone)
        known = {*own, *further}  # these are found by a loose key as well, so that it need not be kept beside them
        for name in dict.fromkeys(loosened((film.title, film.original_title, *film.titles))):
            if name not in known:
                _enter(self._loose, hash(name), alone)

    def drop(self, film_ids: AbstractSet[int]) -> None:
        """Know these films no more. It looks at every key, so that many are dropped at the price of one."""
        _leave(self._imdb, film_ids)
        for table in (self._tmdb, *self._tiers, self._loose):
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
        """The films of these names and this year (0 any); the first is the whole name, the others are parts of it.

        A film that bears more of the parts than any other is the one, whatever the others are called.
        """
        whole, *parts = dict.fromkeys(titles) or ("",)
        found = self._in_tiers(whole, year)
        if found or not parts:
            return found
        bearers = [self._bearers(part, year) for part in parts]
        counts = Counter(film.tmdb_id for some in bearers for film in some)
        most = max(counts.values(), default=0)
        best = [film for film in _distinct(film for some in bearers for film in some) if counts[film.tmdb_id] == most]
        named = {film.tmdb_id for part in parts for film in self._in_tiers(part, year)}
        return tuple(film for film in best if film.tmdb_id in named) or tuple(best)

    def is_called(self, film: F, titles: Iterable[str]) -> bool:
        """Whether one of these is its title or original title, however their numerals are written."""
        asked = (pair for title in titles for pair in zip(self._tiers, asked_keys(title), strict=False))
        return any(
            film.tmdb_id == known.tmdb_id for tier, names in asked for n in names for known in tier.get(hash(n), ())
        )

    def _in_tiers(self, title: str, year: int) -> tuple[F, ...]:
        for tier, names in self._keys(title):
            if found := _distinct(m for name in names for m in tier.get(hash(name), ()) if is_of_year(m, year)):
                return found
        return self._loosely(title, year) if year else ()

    def _bearers(self, title: str, year: int) -> tuple[F, ...]:
        """As `_in_tiers`, but none hides another."""
        exact = (
            m for tier, names in self._keys(title) for n in names for m in tier.get(hash(n), ()) if is_of_year(m, year)
        )
        return _distinct((*exact, *(self._loosely(title, year) if year else ())))

    def _keys(self, title: str) -> Iterable[tuple[dict[int, tuple[F, ...]], tuple[str, ...]]]:
        exact, numbered = asked_keys(title)
        return zip(self._tiers, (exact, numbered, numbered), strict=True)

    def _loosely(self, title: str, year: int) -> tuple[F, ...]:
        loose = loose_title(title)
        sounds = () if is_foreign(title) else (heard(title),)
        tables = (*self._tiers, self._loose)
        found = (film for table in tables for name in (loose, *sounds) for film in table.get(hash(name), ()))
        return _distinct(film for film in found if film.year and is_of_year(film, year))


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


def _distinct(films: Iterable[F]) -> tuple[F, ...]:
    some = tuple(films)
    return some if len(some) < 2 else tuple({film.tmdb_id: film for film in some}.values())  # noqa: PLR2004 - alone
