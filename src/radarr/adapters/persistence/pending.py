"""Releases that wait."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.schema import pending
from radarr.adapters.persistence.session import Session
from radarr.domain.decision.reason import Reason
from radarr.domain.pending import Offer, Pending

_KEPT = frozenset({"slot_id", "indexer_id", "guid", "since"})


def _values(waiting: Pending) -> dict[str, Any]:
    return {
        "movie_id": waiting.movie_id,
        "slot_id": waiting.slot_id,
        "indexer_id": waiting.release.indexer_id,
        "guid": waiting.release.guid,
        "release": codec.write_release(waiting.release),
        "parsed": codec.write_parsed(waiting.parsed),
        "score": waiting.score,
        "reason": waiting.reason.value,
        "since": waiting.since,
        "due_at": waiting.due_at,
    }


def _read(row: Mapping[str, Any]) -> Pending:
    return Pending(
        **{
            **{key: value for key, value in row.items() if key not in {"indexer_id", "guid"}},
            "release": codec.read_release(row["release"]),
            "parsed": codec.read_parsed(row["parsed"]),
            "reason": Reason(row["reason"]),
        }
    )


class SqlPendingReleases:
    """`ports.store.pending.PendingReleases`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def put(self, waiting: Pending) -> None:
        values = _values(waiting)
        known = (pending.c.slot_id == waiting.slot_id) & _is((waiting.release.indexer_id, waiting.release.guid))
        changed = {key: value for key, value in values.items() if key not in _KEPT}
        if not (await self._session.execute(sa.update(pending).where(known).values(changed))).rowcount:
            await self._session.execute(sa.insert(pending).values(values))

    async def drop(self, slot_id: int, offers: Collection[Offer]) -> None:
        if not offers:
            return
        query = sa.select(pending.c.id, pending.c.indexer_id, pending.c.guid).where(pending.c.slot_id == slot_id)
        gone = [row[0] for row in await self._session.execute(query) if (row[1], row[2]) in offers]
        if gone:
            await self._session.execute(sa.delete(pending).where(pending.c.id.in_(gone)))

    async def get(self, pending_id: int) -> Pending | None:
        return next(iter(await self._list(pending.c.id == pending_id)), None)

    async def of_movies(self, movie_ids: Collection[int]) -> tuple[Pending, ...]:
        return await self._list(pending.c.movie_id.in_(movie_ids)) if movie_ids else ()

    async def all(self) -> tuple[Pending, ...]:
        return await self._list(sa.true())

    async def due(self, now: datetime, limit: int) -> tuple[int, ...]:
        first = sa.func.min(pending.c.due_at)
        query = sa.select(pending.c.movie_id).where(pending.c.due_at <= now).group_by(pending.c.movie_id)
        found = await self._session.execute(query.order_by(first, pending.c.movie_id).limit(limit))
        return tuple(found.scalars())

    async def next_due(self) -> datetime | None:
        query = sa.select(pending.c.due_at).order_by(pending.c.due_at).limit(1)
        found: datetime | None = (await self._session.execute(query)).scalar()
        return found

    async def _list(self, condition: sa.ColumnElement[bool]) -> tuple[Pending, ...]:
        query = sa.select(pending).where(condition).order_by(pending.c.id)
        return tuple(_read(row) for row in await self._session.rows(query))


def _is(offer: Offer) -> sa.ColumnElement[bool]:
    indexer_id, guid = offer
    return sa.and_(pending.c.indexer_id == indexer_id, pending.c.guid == guid)
