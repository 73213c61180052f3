"""Films in memory."""

from collections.abc import Collection
from dataclasses import replace
from operator import attrgetter

from radarr.adapters.simulated.store.state import State
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.movie_index import FilmNames
from radarr.ports.errors import Conflict
from radarr.ports.store.movies import LookedFor

_names_of = attrgetter(*FilmNames._fields)


class MemoryMovies:
    """`ports.store.movies.Movies`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, movie: Movie) -> Movie:
        if known := await self.by_tmdb(movie.tmdb_id):
            raise Conflict(f"{known} is there already, as film {known.id}")
        added = replace(movie, id=self._state.next_id("movies"), slots=())
        self._state.put(self._state.movies, added.id, added)
        for slot in movie.slots:
            await self.add_slot(replace(slot, movie_id=added.id))
        return self._whole(added)

    async def get(self, movie_id: int) -> Movie | None:
        movie = self._state.movies.get(movie_id)
        return self._whole(movie) if movie else None

    async def by_tmdb(self, tmdb_id: int) -> Movie | None:
        found = (movie for movie in self._state.movies.values() if movie.tmdb_id == tmdb_id)
        return next(map(self._whole, found), None)

    async def by_imdb(self, imdb_id: str) -> Movie | None:
        found = (movie for movie in self._state.movies.values() if movie.imdb_id == imdb_id)
        return next(map(self._whole, found), None)

    async def all(self) -> tuple[Movie, ...]:
        own: dict[int, list[Slot]] = {}
        for slot in self._state.slots.values():
            own.setdefault(slot.movie_id, []).append(slot)
        return tuple(replace(movie, slots=tuple(own.get(movie.id, ()))) for movie in self._state.movies.values())

    async def page(self, after: int, limit: int) -> tuple[Movie, ...]:
        return tuple(movie for movie in await self.all() if movie.id > after)[:limit]

    async def some(self, movie_ids: Collection[int]) -> tuple[Movie, ...]:
        return tuple(self._whole(movie) for movie in self._state.movies.values() if movie.id in movie_ids)

    async def names(self, after: int, limit: int) -> tuple[FilmNames, ...]:
        page = [movie for movie in self._state.movies.values() if movie.id > after][:limit]
        return tuple(FilmNames(*_names_of(movie)) for movie in page)

    async def looked_for(self, after: int, limit: int) -> tuple[LookedFor, ...]:
        monitored = [slot for slot in self._state.slots.values() if slot.monitored and slot.id > after]
        monitored.sort(key=lambda slot: slot.id)
        fields = LookedFor._fields[1:]
        return tuple(LookedFor(slot.id, *(getattr(slot, name) for name in fields)) for slot in monitored[:limit])

    async def of_other_profiles(self, profiles: Collection[str]) -> tuple[Movie, ...]:
        return tuple(movie for movie in await self.all() if any(slot.profile not in profiles for slot in movie.slots))

    async def save(self, movie: Movie) -> None:
        if movie.id in self._state.movies:
            self._state.put(self._state.movies, movie.id, replace(movie, slots=()))

    async def remove(self, movie_id: int) -> None:
        self._state.drop(self._state.movies, movie_id)
        self._state.drop(self._state.metadata, movie_id)
        for slot in [slot for slot in self._state.slots.values() if slot.movie_id == movie_id]:
            self._state.drop(self._state.slots, slot.id)
        for waiting in [waiting for waiting in self._state.pending.values() if waiting.movie_id == movie_id]:
            self._state.drop(self._state.pending, waiting.id)
        for entry in [entry for entry in self._state.blocklist.values() if entry.movie_id == movie_id]:
            self._state.drop(self._state.blocklist, entry.id)

    async def add_slot(self, slot: Slot) -> Slot:
        if slot.movie_id not in self._state.movies or slot.root_id not in self._state.roots:
            raise Conflict("the film or root folder of this slot is not there any more")
        if any(other.name == slot.name for other in self._own(slot.movie_id)):
            raise Conflict(f"the film has a slot {slot.name!r} already")
        added = replace(slot, id=self._state.next_id("slots"), file=None)
        return self._state.put(self._state.slots, added.id, added)

    async def save_slot(self, slot: Slot) -> None:
        if known := self._state.slots.get(slot.id):
            self._state.put(self._state.slots, slot.id, replace(slot, file=known.file))

    async def remove_slot(self, slot_id: int) -> None:
        self._state.drop(self._state.slots, slot_id)
        for waiting in [waiting for waiting in self._state.pending.values() if waiting.slot_id == slot_id]:
            self._state.drop(self._state.pending, waiting.id)
        for key in [key for key in self._state.ledger if key[0] == slot_id]:
            self._state.drop(self._state.ledger, key)

    async def set_file(self, slot_id: int, file: MovieFile | None) -> MovieFile | None:
        slot = self._state.slots.get(slot_id)
        if slot is None:
            if file is None:
                return None
            raise Conflict("the slot of this file is not there any more")
        kept = replace(file, id=self._state.next_id("files")) if file else None
        self._state.put(self._state.slots, slot_id, replace(slot, file=kept))
        return kept

    def _own(self, movie_id: int) -> tuple[Slot, ...]:
        return tuple(slot for slot in self._state.slots.values() if slot.movie_id == movie_id)

    def _whole(self, movie: Movie) -> Movie:
        return replace(movie, slots=self._own(movie.id))
