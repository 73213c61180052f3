"""Root folders, and ids for what the configuration names."""

from dataclasses import replace

import sqlalchemy as sa

from radarr.adapters.persistence.schema import names, roots, slots
from radarr.adapters.persistence.session import Session
from radarr.domain.movie import RootFolder


class SqlRoots:
    """`ports.store.roots.Roots`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, root: RootFolder) -> RootFolder:
        if known := await self.by_path(root.path):
            return known
        query = sa.insert(roots).values(path=root.path, sentinel=root.sentinel).returning(roots.c.id)
        return replace(root, id=(await self._session.execute(query)).scalar_one())

    async def get(self, root_id: int) -> RootFolder | None:
        return next(iter(await self._read(sa.select(roots).where(roots.c.id == root_id))), None)

    async def by_path(self, path: str) -> RootFolder | None:
        return next(iter(await self._read(sa.select(roots).where(roots.c.path == path))), None)

    async def all(self) -> tuple[RootFolder, ...]:
        return await self._read(sa.select(roots).order_by(roots.c.id))

    async def in_use(self) -> frozenset[int]:
        return frozenset((await self._session.execute(sa.select(slots.c.root_id).distinct())).scalars())

    async def _read(self, query: sa.Select[tuple[int, str, str]]) -> tuple[RootFolder, ...]:
        return tuple(RootFolder(**row) for row in await self._session.rows(query))


class SqlNames:
    """`ports.store.roots.Names`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def id_of(self, kind: str, name: str) -> int:
        query = sa.select(names.c.id).where(names.c.kind == kind, names.c.name == name)
        found = (await self._session.execute(query)).scalar()
        if found is None:
            added = sa.insert(names).values(kind=kind, name=name).returning(names.c.id)
            found = (await self._session.execute(added)).scalar_one()
        return int(found)
