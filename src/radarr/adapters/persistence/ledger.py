"""The ledger of decisions."""

from dataclasses import fields
from datetime import datetime
from itertools import islice
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.considered import read_facts, read_reasons, read_stated, write_facts, write_stated
from radarr.adapters.persistence.schema import ledger
from radarr.adapters.persistence.session import Session
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.history import LedgerEntry, Outcome

_KEY = ("slot_id", "indexer_id", "guid")
_KEPT = frozenset({*_KEY, "id", "first_seen", "seen"})
_AT_ONCE = 50  # rows a statement: others get their turn in between
_SEARCHES = {kind.value: kind for kind in SearchKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}
_FIELDS = tuple(f.name for f in fields(LedgerEntry) if f.name != "id")


def _values(entry: LedgerEntry) -> dict[str, Any]:
    values = {name: getattr(entry, name) for name in _FIELDS}
    return values | {
        "kind": entry.kind.value,
        "outcome": entry.outcome.value,
        "flags": list(entry.flags),
        "formats": list(entry.formats),
        "rejections": codec.write_rejections(entry.rejections),
        "stated": write_stated(entry.stated, entry),
        "parsed": write_facts(entry.parsed, entry.title, entry.quality),
    }


def _read(row: dict[str, Any]) -> LedgerEntry:
    """In place: there may be a hundred thousand rows."""
    row["kind"] = _SEARCHES[row["kind"]]
    row["outcome"] = _OUTCOMES[row["outcome"]]
    row["flags"] = tuple(row["flags"])
    row["formats"] = tuple(row["formats"])
    row["rejections"] = read_reasons(row["rejections"])
    row["stated"] = read_stated(row["stated"], row)
    row["parsed"] = read_facts(row["parsed"], row["title"], row["quality"])
    return LedgerEntry(**row)


class SqlLedger:
    """`ports.store.records.Ledger`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def record(self, entries: tuple[LedgerEntry, ...]) -> None:
        # one statement may not touch a row twice: of the same release in one round the last word counts
        latest = {tuple(getattr(entry, name) for name in _KEY): entry for entry in entries}
        waiting = iter(latest.values())
        while rows := [_values(entry) for entry in islice(waiting, _AT_ONCE)]:
            await self._session.execute(self._upsert(), rows)

    def _upsert(self) -> Any:  # noqa: ANN401  # two dialects' inserts with nothing in common but their methods
        dialect = sqlite if self._session.dialect.name == "sqlite" else postgresql
        insert = dialect.insert(ledger)
        changed = {c.name: insert.excluded[c.name] for c in ledger.c if c.name not in _KEPT}
        grabbed = ledger.c.outcome == Outcome.GRABBED.value
        changed["outcome"] = sa.case((grabbed, Outcome.GRABBED.value), else_=insert.excluded.outcome)
        changed["seen"] = ledger.c.seen + insert.excluded.seen
        return insert.on_conflict_do_update(index_elements=list(_KEY), set_=changed)

    async def for_movie(self, movie_id: int, slot_id: int | None = None) -> tuple[LedgerEntry, ...]:
        query = sa.select(ledger).where(ledger.c.movie_id == movie_id)
        if slot_id is not None:
            query = query.where(ledger.c.slot_id == slot_id)
        order = (ledger.c.last_seen.desc(), ledger.c.rank.is_(None), ledger.c.rank, ledger.c.id)
        return tuple(_read(row) for row in await self._session.rows(query.order_by(*order)))

    async def walk(self, after: tuple[int, int], limit: int) -> tuple[LedgerEntry, ...]:
        place = (ledger.c.movie_id, ledger.c.id)
        query = sa.select(ledger).where(sa.tuple_(*place) > sa.tuple_(*after)).order_by(*place).limit(limit)
        return tuple(_read(row) for row in await self._session.rows(query))

    async def mark(self, slot_id: int, indexer_id: int, guid: str, outcome: Outcome) -> None:
        query = (
            sa.update(ledger)
            .where(ledger.c.slot_id == slot_id, ledger.c.indexer_id == indexer_id, ledger.c.guid == guid)
            .values(outcome=outcome.value)
        )
        await self._session.execute(query)

    async def forget(self, before: datetime, keep: int, limit: int) -> int:
        latest_first = (ledger.c.last_seen.desc(), ledger.c.id.desc())
        edge = sa.select(ledger.c.last_seen, ledger.c.id).order_by(*latest_first).offset(keep).limit(1)
        gone = ledger.c.last_seen < before
        if first := (await self._session.execute(edge)).first():
            seen_then = (ledger.c.last_seen == first.last_seen) & (ledger.c.id <= first.id)
            gone |= (ledger.c.last_seen < first.last_seen) | seen_then
        oldest = sa.select(ledger.c.id).where(gone).order_by(ledger.c.last_seen, ledger.c.id).limit(limit)
        return (await self._session.execute(sa.delete(ledger).where(ledger.c.id.in_(oldest)))).rowcount
