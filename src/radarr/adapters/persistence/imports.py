"""The journal of the library's changes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.schema import imports
from radarr.adapters.persistence.session import Session
from radarr.domain.importing.journal import Import, ImportState, Retired
from radarr.ports.errors import Conflict

_OPEN = frozenset({ImportState.PLANNED, ImportState.STAGED, ImportState.RECYCLED, ImportState.PUBLISHED})
_PLAIN = ("download_id", "movie_id", "slot_id", "root_id", "recycled", "started_at", "ended_at", "message")


def _values(entry: Import) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _PLAIN} | {
        "state": entry.state.value,
        "open": entry.state in _OPEN,
        "target": entry.film.target,
        "film": list(entry.film),
        "extras": [list(extra) for extra in entry.extras],
        "file": codec.write_file(entry.file),
        "replaces": codec.write_file(entry.replaces),
        "retired": [list(retired) for retired in entry.retired],
    }


def _read(row: Mapping[str, Any]) -> Import:
    return Import(
        id=row["id"],
        state=ImportState(row["state"]),
        film=codec.read_item(row["film"]),
        extras=tuple(codec.read_item(extra) for extra in row["extras"]),
        file=codec.read_file(row["file"]),
        replaces=codec.read_file(row["replaces"]) if row["replaces"] else None,
        retired=tuple(Retired(*retired) for retired in row["retired"]),
        **{name: row[name] for name in _PLAIN},
    )


class SqlImports:
    """`ports.store.imports.Imports`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, entry: Import) -> Import:
        same = sa.or_(
            imports.c.slot_id == entry.slot_id,
            sa.and_(imports.c.root_id == entry.root_id, imports.c.target == entry.film.target),
        )
        if (await self._session.execute(sa.select(imports.c.id).where(imports.c.open, same))).first():
            raise Conflict(f"an import to {entry.film.target} is under way already")
        query = sa.insert(imports).values(_values(entry)).returning(imports.c.id)
        return replace(entry, id=(await self._session.execute(query)).scalar_one())

    async def get(self, import_id: int) -> Import | None:
        return next(iter(await self._all(sa.select(imports).where(imports.c.id == import_id))), None)

    async def save(self, entry: Import) -> None:
        await self._session.execute(sa.update(imports).where(imports.c.id == entry.id).values(_values(entry)))

    async def open(self) -> tuple[Import, ...]:
        return await self._all(sa.select(imports).where(imports.c.open).order_by(imports.c.id))

    async def for_slot(self, slot_id: int) -> tuple[Import, ...]:
        return await self._all(sa.select(imports).where(imports.c.slot_id == slot_id).order_by(imports.c.id.desc()))

    async def _all(self, query: sa.Select[Any]) -> tuple[Import, ...]:
        return tuple(_read(row) for row in await self._session.rows(query))
