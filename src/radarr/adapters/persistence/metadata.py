"""What the film database said of the library's films."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence.film_documents import read_details, read_summary, write_rest, write_summary
from radarr.adapters.persistence.schema import film_metadata, movies
from radarr.adapters.persistence.session import Session
from radarr.domain.movie_index import FilmNames
from radarr.ports.metadata import FilmSummary
from radarr.ports.store.metadata import DueFilm, MetadataRecord

_NAMES = ("id", "tmdb_id", "imdb_id", "title", "year")


class SqlMetadataRecords:
    """`ports.store.metadata.MetadataRecords`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def get(self, movie_id: int) -> MetadataRecord | None:
        rows = await self._session.rows(sa.select(film_metadata).where(film_metadata.c.movie_id == movie_id))
        return _read(rows[0]) if rows else None

    async def save(self, record: MetadataRecord) -> None:
        table = film_metadata
        await self._session.execute(sa.delete(table).where(table.c.movie_id == record.movie_id))
        await self._session.execute(sa.insert(table).values(_values(record)))

    async def summaries(self, movie_ids: Collection[int]) -> Mapping[int, FilmSummary]:
        if not movie_ids:
            return {}
        table = film_metadata
        known = sa.select(table.c.movie_id, table.c.summary).where(
            table.c.movie_id.in_(movie_ids), table.c.summary.is_not(None)
        )
        return {movie_id: read_summary(summary) for movie_id, summary in await self._session.execute(known)}

    async def due(self, now: datetime, limit: int) -> tuple[DueFilm, ...]:
        table = film_metadata
        query = (
            sa.select(movies.c.id, movies.c.tmdb_id)
            .outerjoin(table, table.c.movie_id == movies.c.id)
            .where(sa.or_(table.c.movie_id.is_(None), table.c.due_at <= now, table.c.fetched_at > now))
            .order_by(table.c.movie_id.is_not(None), table.c.due_at, movies.c.id)
            .limit(limit)
        )
        return tuple(DueFilm(*row) for row in await self._session.execute(query))

    async def make_due(self, at: datetime) -> None:
        table = film_metadata
        await self._session.execute(sa.update(table).where(table.c.due_at > at).values(due_at=at))

    async def gone(self, limit: int) -> tuple[FilmNames, ...]:
        query = (
            sa.select(*(movies.c[name] for name in _NAMES))
            .join(film_metadata, film_metadata.c.movie_id == movies.c.id)
            .where(film_metadata.c.gone_since.is_not(None))
            .order_by(movies.c.id)
            .limit(limit)
        )
        return tuple(FilmNames(**row) for row in await self._session.rows(query))


def _values(record: MetadataRecord) -> dict[str, Any]:
    details = record.details
    return record._asdict() | {
        "summary": write_summary(details) if details else None,
        "details": write_rest(details) if details else None,
    }


def _read(row: Mapping[str, Any]) -> MetadataRecord:
    values = dict(row)
    summary, rest = values.pop("summary"), values.pop("details")
    known = read_details(summary or {}, rest) if rest else None
    return MetadataRecord(**values, details=known)
