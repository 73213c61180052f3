"""Grabs and downloads."""

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.schema import download_slots, downloads, grabs, imports, searches
from radarr.adapters.persistence.session import Session
from radarr.domain.decision.facts import Blocked
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download, Grab
from radarr.domain.importing.journal import ImportState
from radarr.domain.states.download import FINAL, LET_GO, DownloadState
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.errors import Conflict

_LET_GO = tuple(sorted(state.value for state in LET_GO))
_PLAIN = tuple(f.name for f in fields(Download) if f.name not in {"id", "grab", "slot_ids", "state"})
_COLUMNS = [
    *(downloads.c[name] for name in ("id", "state", *_PLAIN)),
    *(column.label(f"grab_{column.name}") for column in grabs.c),
]


def _values(download: Download) -> dict[str, Any]:
    return {name: getattr(download, name) for name in _PLAIN} | {
        "state": download.state.value,
        "open": download.state not in FINAL,
        "infohash": download.grab.infohash.key,
    }


def _grab_values(grab: Grab) -> dict[str, Any]:
    return {
        "release": codec.write_release(grab.release),
        "parsed": codec.write_parsed(grab.parsed),
        "infohash_v1": grab.infohash.v1,
        "infohash_v2": grab.infohash.v2,
        "torrent": grab.torrent,
        "magnet": grab.magnet,
        "category": grab.category,
        "tag": grab.tag,
        "kind": grab.kind.value,
        "formats": list(grab.formats),
        "score": grab.score,
        "created_at": grab.created_at,
        "format_inputs": codec.write_inputs(grab.inputs),
    }


def _read_grab(row: Mapping[str, Any]) -> Grab:
    return Grab(
        id=row["grab_id"],
        release=codec.read_release(row["grab_release"]),
        parsed=codec.read_parsed(row["grab_parsed"]),
        infohash=Infohash(row["grab_infohash_v1"], row["grab_infohash_v2"]),
        torrent=row["grab_torrent"],
        magnet=row["grab_magnet"],
        category=row["grab_category"],
        tag=row["grab_tag"],
        kind=SearchKind(row["grab_kind"]),
        formats=tuple(row["grab_formats"]),
        score=row["grab_score"],
        inputs=codec.read_inputs(row["grab_format_inputs"]),
        created_at=row["grab_created_at"],
    )


def _same(infohash: Infohash) -> sa.ColumnElement[bool]:
    """Either version counts: a magnet may have known only one of a hybrid's two."""
    return sa.or_(
        sa.false(),
        *(grabs.c[f"infohash_{version}"] == digits for version, digits in infohash._asdict().items() if digits),
    )


class SqlDownloads:
    """`ports.store.downloads.Downloads`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def add(self, download: Download) -> Download:
        taken = sa.select(downloads.c.id).join(grabs).where(downloads.c.open, _same(download.grab.infohash))
        if (known := (await self._session.execute(taken)).scalar()) is not None:
            raise Conflict(f"{download.grab.release.title} is under way already, as download {known}")
        query = sa.insert(grabs).values(_grab_values(download.grab)).returning(grabs.c.id)
        grab = replace(download.grab, id=(await self._session.execute(query)).scalar_one())
        values = {**_values(download), "grab_id": grab.id}
        added = sa.insert(downloads).values(values).returning(downloads.c.id)
        download_id = (await self._session.execute(added)).scalar_one()
        slot_ids = tuple(sorted(download.slot_ids))
        pairs = [{"download_id": download_id, "slot_id": slot_id} for slot_id in slot_ids]
        if pairs:
            await self._session.execute(sa.insert(download_slots), pairs)
        return replace(download, id=download_id, grab=grab, slot_ids=slot_ids)

    async def get(self, download_id: int) -> Download | None:
        found = await self._read(sa.select(*_COLUMNS).where(downloads.c.id == download_id))
        return next(iter(found), None)

    async def save(self, download: Download) -> None:
        await self._session.execute(sa.update(downloads).where(downloads.c.id == download.id).values(_values(download)))
        infohash = download.grab.infohash
        await self._session.execute(
            sa.update(grabs)
            .where(grabs.c.id == download.grab.id)
            .where(
                sa.or_(
                    grabs.c.infohash_v1.is_distinct_from(infohash.v1), grabs.c.infohash_v2.is_distinct_from(infohash.v2)
                )
            )
            .values(infohash_v1=infohash.v1, infohash_v2=infohash.v2)
        )

    async def open(self) -> tuple[Download, ...]:
        return await self._read(sa.select(*_COLUMNS).where(downloads.c.open).order_by(downloads.c.id))

    async def open_for_slot(self, slot_id: int) -> tuple[Download, ...]:
        of_slot = sa.select(download_slots.c.download_id).where(download_slots.c.slot_id == slot_id)
        query = sa.select(*_COLUMNS).where(downloads.c.open, downloads.c.id.in_(of_slot)).order_by(downloads.c.id)
        return await self._read(query)

    async def by_infohash(self, infohash: Infohash) -> tuple[Download, ...]:
        query = sa.select(*_COLUMNS).where(_same(infohash)).order_by(downloads.c.id.desc())
        return await self._read(query)

    async def imported_infohashes(self, slot_id: int) -> frozenset[str]:
        query = (
            sa.select(downloads.c.infohash)
            .join(imports, imports.c.download_id == downloads.c.id)
            .where(imports.c.slot_id == slot_id, imports.c.state == ImportState.RECORDED.value)
        )
        return frozenset((await self._session.execute(query)).scalars())

    async def served_slots(self) -> frozenset[int]:
        return frozenset((await self._session.execute(sa.select(download_slots.c.slot_id).distinct())).scalars())

    async def let_go(self, slot_id: int) -> tuple[Blocked, ...]:
        query = (
            sa.select(downloads.c.infohash, grabs.c.release)
            .join(grabs)
            .join(download_slots, download_slots.c.download_id == downloads.c.id)
            .where(download_slots.c.slot_id == slot_id, downloads.c.state.in_(_LET_GO))
            .order_by(downloads.c.id)
        )
        found = [(row.infohash, codec.read_release(row.release)) for row in await self._session.execute(query)]
        return tuple(Blocked(release.title, infohash, release.indexer, release.size) for infohash, release in found)

    async def recent(self, limit: int) -> tuple[Download, ...]:
        return await self._read(sa.select(*_COLUMNS).order_by(downloads.c.id.desc()).limit(limit))

    async def count_searches(self, since: datetime, until: datetime) -> int:
        query = sa.select(sa.func.count()).select_from(searches).where(searches.c.at.between(since, until))
        return int((await self._session.execute(query)).scalar_one())

    async def note_search(self, at: datetime, movie_id: int) -> None:
        await self._session.execute(sa.insert(searches).values(at=at, movie_id=movie_id))

    async def _read(self, query: sa.Select[Any]) -> tuple[Download, ...]:
        joined = query.select_from(downloads.join(grabs, downloads.c.grab_id == grabs.c.id))
        rows = await self._session.rows(joined)
        if not rows:
            return ()
        own: dict[int, list[int]] = {}
        of_rows = sa.select(download_slots).where(download_slots.c.download_id.in_([row["id"] for row in rows]))
        for download_id, slot_id in await self._session.execute(of_rows.order_by(download_slots.c.slot_id)):
            own.setdefault(download_id, []).append(slot_id)
        return tuple(
            Download(
                id=row["id"],
                grab=_read_grab(row),
                slot_ids=tuple(own.get(row["id"], ())),
                state=DownloadState(row["state"]),
                **{name: row[name] for name in _PLAIN},
            )
            for row in rows
        )
