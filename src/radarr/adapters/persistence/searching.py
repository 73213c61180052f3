"""What is looked for, and what is remembered of the searches for it."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.schema import files, ledger, movies, slot_searches, slots
from radarr.adapters.persistence.session import Session
from radarr.domain.history import Outcome
from radarr.domain.searching.offers import is_open
from radarr.domain.searching.want import SearchRecord, Want

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_FILM = ("added_at", "year", "in_cinemas", "digital_release", "physical_release")
_RECORD = ("searches", "last_at", "profile", "missing", "asked")
_WANTS = (
    sa.select(
        slots.c.id.label("slot_id"),
        slots.c.movie_id,
        slots.c.profile,
        *(movies.c[name] for name in _FILM),
        files.c.quality,
        files.c.scoring,
        *(slot_searches.c[name].label(f"record_{name}") for name in _RECORD),
    )
    .select_from(slots)
    .join(movies)
    .outerjoin(files, files.c.slot_id == slots.c.id)
    .outerjoin(slot_searches, slot_searches.c.slot_id == slots.c.id)
)


def _read_want(row: Mapping[str, Any]) -> Want:
    searched = row["record_searches"] is not None
    return Want(
        slot_id=row["slot_id"],
        movie_id=row["movie_id"],
        profile=row["profile"],
        **{name: row[name] for name in _FILM},
        quality=codec.quality(row["quality"]) if row["quality"] else None,
        formats=tuple((row["scoring"] or {}).get("formats", ())),
        record=_read_record({name: row[f"record_{name}"] for name in _RECORD}) if searched else None,
    )


def _read_record(row: Mapping[str, Any]) -> SearchRecord:
    asked = tuple((indexer_id, _EPOCH + at * _MILLISECOND) for indexer_id, at in row["asked"])
    return SearchRecord(**{**row, "asked": asked})


class SqlSlotSearches:
    """`ports.store.searching.SlotSearches`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def wants(self, after: int, limit: int) -> tuple[Want, ...]:
        query = _WANTS.where(slots.c.monitored, slots.c.id > after).order_by(slots.c.id).limit(limit)
        return tuple(map(_read_want, await self._session.rows(query)))

    async def get(self, slot_id: int) -> SearchRecord | None:
        query = sa.select(*(slot_searches.c[name] for name in _RECORD)).where(slot_searches.c.slot_id == slot_id)
        rows = await self._session.rows(query)
        return _read_record(rows[0]) if rows else None

    async def save(self, slot_id: int, record: SearchRecord) -> None:
        await self.forget(slot_id)
        if (await self._session.execute(sa.select(slots.c.id).where(slots.c.id == slot_id))).first():
            asked = [[indexer_id, (at - _EPOCH) // _MILLISECOND] for indexer_id, at in record.asked]
            values = {**record._asdict(), "slot_id": slot_id, "asked": asked}
            await self._session.execute(sa.insert(slot_searches).values(values))

    async def forget(self, slot_id: int) -> None:
        await self._session.execute(sa.delete(slot_searches).where(slot_searches.c.slot_id == slot_id))

    async def open_offers(self, slot_id: int) -> frozenset[int]:
        query = sa.select(ledger.c.indexer_id, ledger.c.rejections).where(
            ledger.c.slot_id == slot_id, ledger.c.outcome != Outcome.GRABBED.value
        )
        rows = await self._session.execute(query)
        return frozenset(row.indexer_id for row in rows if is_open(codec.read_rejections(row.rejections)))
