"""Films, their slots and files."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.measured import read_measured, write_measured
from radarr.adapters.persistence.schema import blocklist, files, ledger, movies, slots
from radarr.adapters.persistence.session import Session
from radarr.domain.movie import Movie, MovieFile, Slot
from radarr.domain.movie_index import FilmNames
from radarr.domain.quality import Revision
from radarr.ports.errors import Conflict
from radarr.ports.store.movies import LookedFor

_MOVIE = tuple(f.name for f in fields(Movie) if f.name not in {"id", "slots"})
_SLOT = tuple(f.name for f in fields(Slot) if f.name not in {"id", "file"})
_NAMES = tuple(movies.c[name] for name in FilmNames._fields)
Row = Mapping[str, Any]


def _movie_values(movie: Movie) -> dict[str, Any]:
    return {name: getattr(movie, name) for name in _MOVIE} | {"titles": list(movie.titles)}


def _slot_values(slot: Slot) -> dict[str, Any]:
    return {name: getattr(slot, name) for name in _SLOT}


def _read_movie(row: Row, own_slots: Iterable[Slot]) -> Movie:
    return Movie(**{**row, "titles": tuple(row["titles"]), "slots": tuple(own_slots)})


def _read_names(*values: Any) -> FilmNames:  # noqa: ANN401  # the columns of FilmNames, in its order
    names = FilmNames(*values)
    return names._replace(titles=tuple(names.titles))


def _read_file(row: Row) -> MovieFile:
    values = {key: value for key, value in row.items() if key not in {"slot_id", "release_group", "scoring"}}
    values["group"] = row["release_group"]
    values["quality"] = codec.quality(row["quality"])
    values["revision"] = Revision(*row["revision"])
    values["languages"] = tuple(row["languages"])
    scoring = row["scoring"] or {}
    values["formats"] = tuple(scoring.get("formats", ()))
    values["inputs"] = codec.read_inputs(scoring.get("inputs"))
    values["measured"] = read_measured(row["measured"])
    values["claimed"] = codec.quality(row["claimed"]) if row["claimed"] else None
    return MovieFile(**values)


class SqlMovies:
    """`ports.store.movies.Movies`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, movie: Movie) -> Movie:
        if known := await self.by_tmdb(movie.tmdb_id):
            raise Conflict(f"{known} is there already, as film {known.id}")
        query = sa.insert(movies).values(_movie_values(movie)).returning(movies.c.id)
        movie_id = (await self._session.execute(query)).scalar_one()
        added = [await self.add_slot(replace(slot, movie_id=movie_id)) for slot in movie.slots]
        return replace(movie, id=movie_id, slots=tuple(added))

    async def get(self, movie_id: int) -> Movie | None:
        return await self._one(movies.c.id == movie_id)

    async def by_tmdb(self, tmdb_id: int) -> Movie | None:
        return await self._one(movies.c.tmdb_id == tmdb_id)

    async def by_imdb(self, imdb_id: str) -> Movie | None:
        return await self._one(movies.c.imdb_id == imdb_id)

    async def all(self) -> tuple[Movie, ...]:
        return await self._read(None)

    async def page(self, after: int, limit: int) -> tuple[Movie, ...]:
        within = sa.select(movies.c.id).where(movies.c.id > after).order_by(movies.c.id).limit(limit)
        return await self._read(movies.c.id.in_(within))

    async def some(self, movie_ids: Collection[int]) -> tuple[Movie, ...]:
        return await self._read(movies.c.id.in_(movie_ids)) if movie_ids else ()

    async def names(self, after: int, limit: int) -> tuple[FilmNames, ...]:
        query = sa.select(*_NAMES).where(movies.c.id > after).order_by(movies.c.id).limit(limit)
        return tuple(_read_names(*row) for row in await self._session.execute(query))

    async def looked_for(self, after: int, limit: int) -> tuple[LookedFor, ...]:
        columns = [slots.c.id, *(slots.c[name] for name in LookedFor._fields[1:])]
        query = sa.select(*columns).where(slots.c.monitored, slots.c.id > after)
        found = await self._session.execute(query.order_by(slots.c.id).limit(limit))
        return tuple(LookedFor(*row) for row in found)

    async def of_other_profiles(self, profiles: Collection[str]) -> tuple[Movie, ...]:
        others = sa.select(slots.c.movie_id).where(slots.c.profile.not_in(profiles))
        return await self._read(movies.c.id.in_(others))

    async def save(self, movie: Movie) -> None:
        await self._session.execute(sa.update(movies).where(movies.c.id == movie.id).values(_movie_values(movie)))

    async def remove(self, movie_id: int) -> None:
        await self._session.execute(sa.delete(blocklist).where(blocklist.c.movie_id == movie_id))
        await self._session.execute(sa.delete(movies).where(movies.c.id == movie_id))

    async def add_slot(self, slot: Slot) -> Slot:
        taken = sa.select(slots.c.id).where(slots.c.movie_id == slot.movie_id, slots.c.name == slot.name)
        if (await self._session.execute(taken)).first():
            raise Conflict(f"the film has a slot {slot.name!r} already")
        query = sa.insert(slots).values(_slot_values(slot)).returning(slots.c.id)
        return replace(slot, id=(await self._session.execute(query)).scalar_one(), file=None)

    async def save_slot(self, slot: Slot) -> None:
        await self._session.execute(sa.update(slots).where(slots.c.id == slot.id).values(_slot_values(slot)))

    async def remove_slot(self, slot_id: int) -> None:
        await self._session.execute(sa.delete(ledger).where(ledger.c.slot_id == slot_id))
        await self._session.execute(sa.delete(slots).where(slots.c.id == slot_id))

    async def set_file(self, slot_id: int, file: MovieFile | None) -> MovieFile | None:
        await self._session.execute(sa.delete(files).where(files.c.slot_id == slot_id))
        if file is None:
            return None
        values = {
            "slot_id": slot_id,
            "path": file.path,
            "size": file.size,
            "quality": file.quality.name,
            "revision": list(file.revision),
            "languages": list(file.languages),
            "release_group": file.group,
            "edition": file.edition,
            "scene_name": file.scene_name,
            "score": file.score,
            "infohash": file.infohash,
            "added_at": file.added_at,
            "scoring": {"formats": list(file.formats), "inputs": codec.write_inputs(file.inputs)},
            "measured": write_measured(file.measured),
            "claimed": file.claimed.name if file.claimed else None,
        }
        query = sa.insert(files).values(values).returning(files.c.id)
        return replace(file, id=(await self._session.execute(query)).scalar_one())

    async def _one(self, condition: sa.ColumnElement[bool]) -> Movie | None:
        return next(iter(await self._read(condition)), None)

    async def _read(self, condition: sa.ColumnElement[bool] | None) -> tuple[Movie, ...]:
        """Three queries, however many films."""
        which = sa.select(movies.c.id) if condition is None else sa.select(movies.c.id).where(condition)
        rows = await self._session.rows(sa.select(movies).where(movies.c.id.in_(which)).order_by(movies.c.id))
        own_files = sa.select(files).join(slots).where(slots.c.movie_id.in_(which))
        by_slot = {r["slot_id"]: _read_file(r) for r in await self._session.rows(own_files)}
        own_slots: dict[int, list[Slot]] = {}
        query = sa.select(slots).where(slots.c.movie_id.in_(which)).order_by(slots.c.id)
        for row in await self._session.rows(query):
            own_slots.setdefault(row["movie_id"], []).append(Slot(**row, file=by_slot.get(row["id"])))
        return tuple(_read_movie(row, own_slots.get(row["id"], ())) for row in rows)
