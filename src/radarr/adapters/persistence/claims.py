"""What releases claimed, and what their files turned out to be."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from radarr.adapters.persistence import codec
from radarr.adapters.persistence.schema import claims
from radarr.adapters.persistence.session import Session
from radarr.domain.media.claims import ClaimRecord, Honesty
from radarr.domain.quality import Revision

_PLAIN = ("at", "movie_id", "slot_id", "infohash", "title", "refused")
_LISTS = ("languages", "heard", "lies")


class SqlClaims:
    """`ports.store.claims.Claims`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def keep(self, claim: ClaimRecord) -> None:
        same = sa.and_(claims.c.slot_id == claim.slot_id, claims.c.infohash == claim.infohash)
        await self._session.execute(sa.delete(claims).where(same))
        await self._session.execute(sa.insert(claims).values(_values(claim)))

    async def get(self, slot_id: int, infohash: str) -> ClaimRecord | None:
        query = sa.select(claims).where(claims.c.slot_id == slot_id, claims.c.infohash == infohash)
        return next((_read(row) for row in await self._session.rows(query)), None)

    async def contradicted(self, movie_id: int) -> tuple[ClaimRecord, ...]:
        query = sa.select(claims).where(claims.c.movie_id == movie_id, claims.c.contradicted)
        rows = await self._session.rows(query.order_by(claims.c.at, claims.c.id))
        return tuple(_read(row) for row in rows)

    async def honesty(self, group: str) -> Honesty:
        contradicted = sa.func.sum(sa.case((claims.c.contradicted, 1), else_=0))
        query = sa.select(sa.func.count(), sa.func.coalesce(contradicted, 0)).where(
            claims.c.release_group == group.casefold()
        )
        measured, lies = (await self._session.execute(query)).one()
        return Honesty(measured, int(lies))


def _values(claim: ClaimRecord) -> dict[str, Any]:
    return (
        {name: getattr(claim, name) for name in _PLAIN}
        | {name: list(getattr(claim, name)) for name in _LISTS}
        | {
            "release_group": claim.group,
            "quality": claim.quality.name,
            "revision": list(claim.revision),
            "found": claim.found.name,
            "contradicted": bool(claim.lies),
        }
    )


def _read(row: Mapping[str, Any]) -> ClaimRecord:
    values = {name: row[name] for name in _PLAIN} | {name: tuple(row[name]) for name in _LISTS}
    values["group"] = row["release_group"]
    values["quality"] = codec.quality(row["quality"])
    values["revision"] = Revision(*row["revision"])
    values["found"] = codec.quality(row["found"])
    return ClaimRecord(**values)
