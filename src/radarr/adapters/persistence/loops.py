"""When loops last ran."""

from datetime import datetime

import sqlalchemy as sa

from radarr.adapters.persistence.schema import loops
from radarr.adapters.persistence.session import Session


class SqlLoops:
    """`ports.store.loops.Loops`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def last_run(self, name: str) -> datetime | None:
        return (await self._session.execute(sa.select(loops.c.last_run).where(loops.c.name == name))).scalar()

    async def ran(self, name: str, at: datetime) -> None:
        changed = await self._session.execute(sa.update(loops).where(loops.c.name == name).values(last_run=at))
        if changed.rowcount == 0:
            await self._session.execute(sa.insert(loops).values(name=name, last_run=at))
