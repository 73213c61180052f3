"""The pause, and what is remembered of each indexer."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence.schema import indexers, pauses
from radarr.adapters.persistence.session import Session
from radarr.domain.pause import Pause
from radarr.domain.resilience.indexer_record import IndexerRecord
from radarr.domain.searching.feed_mark import FeedMark, Gap

_THE_ONE = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


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
        return tuple(map(_read_record, rows))

    async def save(self, records: tuple[IndexerRecord, ...]) -> None:
        await self.forget(tuple(record.indexer_id for record in records))
        if records:
            rows = [{**record._asdict(), "feed": _write_mark(record.feed)} for record in records]
            await self._session.execute(sa.insert(indexers), rows)

    async def forget(self, indexer_ids: tuple[int, ...]) -> None:
        if indexer_ids:
            await self._session.execute(sa.delete(indexers).where(indexers.c.indexer_id.in_(indexer_ids)))


def _read_record(row: Mapping[str, Any]) -> IndexerRecord:
    read = {"spent": _buckets(row["spent"]), "feeds": _buckets(row["feeds"]), "feed": _read_mark(row["feed"])}
    return IndexerRecord(**{**row, **read})


def _write_mark(mark: FeedMark | None) -> dict[str, Any] | None:
    return None if mark is None else {**_written(mark), "gap": None if mark.gap is None else _written(mark.gap)}


def _written(value: FeedMark | Gap) -> dict[str, Any]:
    """Instants as UTC milliseconds."""
    fields = value._asdict().items()
    return {name: (one - _EPOCH) // _MILLISECOND if isinstance(one, datetime) else one for name, one in fields}


def _read_mark(document: dict[str, Any] | None) -> FeedMark | None:
    if document is None:
        return None
    gap = document["gap"]
    read = gap and Gap(**{name: _instant(at) for name, at in gap.items() if name != "left"}, left=gap["left"])
    return FeedMark(**{name: _instant(value) for name, value in document.items() if name != "gap"}, gap=read)


def _instant(milliseconds: int) -> datetime:
    return _EPOCH + milliseconds * _MILLISECOND


def _buckets(written: list[list[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((hour, count) for hour, count in written)
