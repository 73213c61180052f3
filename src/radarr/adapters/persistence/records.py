"""History, blocklist and outbox."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence.schema import blocklist, history, outbox
from radarr.adapters.persistence.session import Session
from radarr.domain.history import BlocklistEntry, EventKind, HistoryEvent
from radarr.ports.store.records import Message


def _without_id(value: HistoryEvent | BlocklistEntry) -> dict[str, Any]:
    values = asdict(value)
    del values["id"]
    return values


def _event(row: Mapping[str, Any]) -> HistoryEvent:
    return HistoryEvent(**{**row, "kind": EventKind(row["kind"])})


class SqlHistory:
    """`ports.store.records.History`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, event: HistoryEvent) -> HistoryEvent:
        values = _without_id(event) | {"kind": event.kind.value}
        query = sa.insert(history).values(values).returning(history.c.id)
        return replace(event, id=(await self._session.execute(query)).scalar_one())

    async def since(self, event_id: int, limit: int) -> tuple[HistoryEvent, ...]:
        return await self._read(sa.select(history).where(history.c.id > event_id).order_by(history.c.id).limit(limit))

    async def recent(self, limit: int, *, movie_id: int | None = None, offset: int = 0) -> tuple[HistoryEvent, ...]:
        query = sa.select(history).order_by(history.c.id.desc()).limit(limit).offset(offset)
        return await self._read(query if movie_id is None else query.where(history.c.movie_id == movie_id))

    async def count(self, *, movie_id: int | None = None) -> int:
        query = sa.select(sa.func.count()).select_from(history)
        if movie_id is not None:
            query = query.where(history.c.movie_id == movie_id)
        return int((await self._session.execute(query)).scalar_one())

    async def _read(self, query: sa.Select[Any]) -> tuple[HistoryEvent, ...]:
        return tuple(_event(row) for row in await self._session.rows(query))


class SqlBlocklist:
    """`ports.store.records.Blocklist`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, entry: BlocklistEntry) -> BlocklistEntry:
        query = sa.insert(blocklist).values(_without_id(entry)).returning(blocklist.c.id)
        return replace(entry, id=(await self._session.execute(query)).scalar_one())

    async def for_movie(self, movie_id: int) -> tuple[BlocklistEntry, ...]:
        return await self._read(sa.select(blocklist).where(blocklist.c.movie_id == movie_id).order_by(blocklist.c.id))

    async def all(self) -> tuple[BlocklistEntry, ...]:
        return await self._read(sa.select(blocklist).order_by(blocklist.c.id.desc()))

    async def remove(self, entry_id: int) -> bool:
        query = sa.delete(blocklist).where(blocklist.c.id == entry_id)
        return (await self._session.execute(query)).rowcount == 1

    async def forget(self, before: datetime) -> int:
        return (await self._session.execute(sa.delete(blocklist).where(blocklist.c.at < before))).rowcount

    async def _read(self, query: sa.Select[Any]) -> tuple[BlocklistEntry, ...]:
        return tuple(BlocklistEntry(**row) for row in await self._session.rows(query))


class SqlOutbox:
    """`ports.store.records.Outbox`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, topic: str, body: str) -> None:
        await self._session.execute(sa.insert(outbox).values(topic=topic, body=body))

    async def pending(self, limit: int) -> tuple[Message, ...]:
        query = sa.select(outbox.c.id, outbox.c.topic, outbox.c.body).order_by(outbox.c.id).limit(limit)
        return tuple(Message(*row) for row in await self._session.execute(query))

    async def delivered(self, message_id: int) -> None:
        await self._session.execute(sa.delete(outbox).where(outbox.c.id == message_id))
