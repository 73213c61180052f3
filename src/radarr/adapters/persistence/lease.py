"""The lease: which daemon may write. One row, checked by every transaction."""

import time

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from radarr.adapters.persistence.schema import lease
from radarr.ports.errors import Conflict, LeaseLost

VALID_MILLISECONDS = 20_000
_ROW = 1


def _now(connection: AsyncConnection) -> sa.ColumnElement[int]:
    """The database's own clock in milliseconds: those of several machines may differ."""
    if connection.dialect.name == "sqlite":
        return sa.literal(time.time_ns() // 1_000_000, sa.BigInteger)
    return sa.cast(sa.func.floor(sa.extract("epoch", sa.func.clock_timestamp()) * 1000), sa.BigInteger)


async def take(connection: AsyncConnection, holder: str) -> int:
    """Take the lease; returns its token. Raises Conflict while another daemon holds it.

    The same holder (a daemon of the same state folder, which only one can lock) takes it over at once.
    """
    query = sa.select(lease.c.holder, lease.c.token, lease.c.expires_at - _now(connection)).with_for_update()
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        values = {"id": _ROW, "holder": holder, "token": 1, "expires_at": _expiry(connection)}
        await connection.execute(sa.insert(lease).values(values))
        return 1
    other, token, left = row
    if other and other != holder and left > 0:
        raise Conflict(
            f"another daemon ({other}) uses this database, for {left / 1000:.0f} s more at least",
            remedy="stop it, or wait until its lease has run out",
        )
    values = {"holder": holder, "token": token + 1, "expires_at": _expiry(connection)}
    await connection.execute(sa.update(lease).values(values))
    return int(token) + 1


def _expiry(connection: AsyncConnection) -> sa.ColumnElement[int]:
    return _now(connection) + VALID_MILLISECONDS


async def check(connection: AsyncConnection, token: int) -> None:
    """Raises LeaseLost when somebody took over. On PostgreSQL nobody can take over until the transaction ends."""
    query = sa.select(lease.c.token).with_for_update(read=True)
    if (await connection.execute(query)).scalar() != token:
        raise LeaseLost(
            "another daemon has taken over this database", remedy="only one of them may run; this one stops"
        )


async def renew(connection: AsyncConnection, token: int) -> None:
    """Hold it for another while. Raises LeaseLost."""
    query = sa.update(lease).where(lease.c.token == token).values(expires_at=_expiry(connection))
    if (await connection.execute(query)).rowcount != 1:
        raise LeaseLost(
            "another daemon has taken over this database", remedy="only one of them may run; this one stops"
        )


async def give_back(connection: AsyncConnection, token: int) -> None:
    """Let the next one in at once."""
    await connection.execute(sa.update(lease).where(lease.c.token == token).values(holder="", expires_at=0))
