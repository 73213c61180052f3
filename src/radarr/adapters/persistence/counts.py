"""How much there is of everything."""

import sqlalchemy as sa

from radarr.adapters.persistence.schema import downloads, files, movies, slots
from radarr.adapters.persistence.session import Session
from radarr.domain.states.download import DownloadState
from radarr.ports.store.counts import Totals

_PAGES = sa.text("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
_DATABASE = sa.text("SELECT pg_database_size(current_database())")


class SqlCounts:
    """`ports.store.counts.Counts`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def totals(self) -> Totals:
        filled = sa.exists().where(files.c.slot_id == slots.c.id)
        numbers = sa.select(
            _number(sa.select(sa.func.count()).select_from(movies)),
            _number(sa.select(sa.func.count(slots.c.movie_id.distinct())).where(slots.c.monitored)),
            _number(sa.select(sa.func.count()).select_from(files)),
            _number(sa.select(sa.func.count()).select_from(slots).where(slots.c.monitored, ~filled)),
            _number(sa.select(sa.func.coalesce(sa.func.sum(files.c.size), 0))),
        )
        found = (await self._session.execute(numbers)).one()
        by_state = sa.select(downloads.c.state, sa.func.count()).where(downloads.c.open).group_by(downloads.c.state)
        return Totals(
            movies=found[0],
            monitored=found[1],
            files=found[2],
            wanted=found[3],
            library_bytes=int(found[4]),  # PostgreSQL adds bigints up to a numeric
            downloads={DownloadState(state): number for state, number in await self._session.execute(by_state)},
        )

    async def size(self) -> int:
        query = _PAGES if self._session.dialect.name == "sqlite" else _DATABASE
        return int((await self._session.execute(query)).scalar_one())


def _number(query: sa.Select[int]) -> sa.ScalarSelect[int]:
    return query.scalar_subquery()
