"""The pause, and what is remembered of each indexer."""

import sqlalchemy as sa

from radarr.adapters.persistence.schema import indexers, pauses
from radarr.adapters.persistence.session import Session
from radarr.domain.pause import Pause
from radarr.domain.resilience.indexer_record import IndexerRecord

_THE_ONE = 1


class SqlPauses:
    """`ports.store.standing.Pauses`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self) -> Pause | None:
        rows = await self._session.rows(sa.select(pauses.c.since, pauses.c.until))
        return Pause(**rows[0]) if rows else None

    async def set(self, pause: Pause | None) -> None:
        await self._session.execute(sa.delete(pauses))
        if pause is not None:
            await self._session.execute(sa.insert(pauses).values(id=_THE_ONE, **pause._asdict()))


class SqlIndexerRecords:
    """`ports.store.standing.IndexerRecords`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def all(self) -> tuple[IndexerRecord, ...]:
        rows = await self._session.rows(sa.select(indexers).order_by(indexers.c.indexer_id))
        return tuple(
            IndexerRecord(**{**row, "spent": _buckets(row["spent"]), "feeds": _buckets(row["feeds"])}) for row in rows
        )

    async def save(self, records: tuple[IndexerRecord, ...]) -> None:
        await self.forget(tuple(record.indexer_id for record in records))
        if records:
            await self._session.execute(sa.insert(indexers), [record._asdict() for record in records])

    async def forget(self, indexer_ids: tuple[int, ...]) -> None:
        if indexer_ids:
            await self._session.execute(sa.delete(indexers).where(indexers.c.indexer_id.in_(indexer_ids)))


def _buckets(written: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((hour, count) for hour, count in written)
