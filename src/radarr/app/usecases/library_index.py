"""The names of the whole library, kept from one look to the next."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple

import anyio
import anyio.lowlevel

from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.ports.store import Store, Transaction

_PAGE = 250  # films a query
_AT_ONCE = 5  # films whose keys are made before others get their turn: a millisecond or two
_SLOTS = 500  # slots a query


class Library(NamedTuple):
    """What releases are matched with; good until the next look.

    `looked_for` is another number when other slots are monitored, or by other profiles, or a film is called otherwise:
    what was of no film may be of one now.
    """

    films: MovieIndex[FilmNames]
    looked_for: int


class LibraryIndex:
    """Know every film by the names it goes by.

    - Every look reads all names, so that it hears of any change, whoever made it and whatever became of it.
    - Only films that are new or called otherwise are worked on: the keys of a film take many times as long to make as
      its names to read.
    - Others get their turn in between, however large the library is.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._one_at_a_time = anyio.Lock()
        self._index: MovieIndex[FilmNames] = MovieIndex()
        self._known: dict[int, int] = {}
        self._renamed = 0

    async def look(self) -> Library:
        """The library as it is now. Raises Unavailable."""
        async with self._one_at_a_time, self._store.snapshot() as tx:
            present: set[int] = set()
            after = 0
            while page := await tx.movies.names(after, _PAGE):
                after = page[-1].id
                present.update(film.id for film in page)
                await self._learn([film for film in page if self._known.get(film.id) != _mark(film)])
            self._forget(self._known.keys() - present)
            return Library(self._index, hash((self._renamed, await _looked_for(tx))))

    async def _learn(self, films: Sequence[FilmNames]) -> None:
        renamed = self._known.keys() & {film.id for film in films}
        self._renamed += len(renamed)
        self._forget(renamed)
        waiting = iter(films)
        while some := tuple(islice(waiting, _AT_ONCE)):
            self._put(some)
            await anyio.lowlevel.checkpoint()

    def _put(self, films: Iterable[FilmNames]) -> None:
        for film in films:
            self._known[film.id] = _mark(film)
            # whoever is found needs its name and year alone
            self._index.put(film, film._replace(original_title="", titles=()))

    def _forget(self, film_ids: set[int]) -> None:
        if film_ids:
            self._index.drop(film_ids)
        for film_id in film_ids:
            del self._known[film_id]


def _mark(film: FilmNames) -> int:
    """64 bits that stand for all its names. By its text: numbers such as -1 and -2 have one hash."""
    return hash(repr(film))


async def _looked_for(tx: Transaction) -> int:
    mark = after = 0
    while page := await tx.movies.looked_for(after, _SLOTS):
        after = page[-1].slot_id
        mark = hash((mark, page))
    return mark
