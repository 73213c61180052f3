"""The lease: which daemon may write. One row, checked by every transaction."""

import math

import sqlalchemy as sa

from radarr.adapters.persistence.schema import lease
from radarr.adapters.persistence.session import Session
from radarr.ports.errors import Conflict, LeaseLost

VALID_MILLISECONDS = 20_000
_ROW = 1
_SQLITE_NOW = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"


def _now(session: Session) -> sa.ColumnElement[int]:
    """The database's own clock in milliseconds: those of several machines may differ."""
    if session.dialect.name == "sqlite":
        return sa.literal_column(_SQLITE_NOW, sa.BigInteger)
    return sa.cast(sa.func.floor(sa.extract("epoch", sa.func.clock_timestamp()) * 1000), sa.BigInteger)


async def take(session: Session, holder: str) -> int:
    """Take the lease; returns its token. Raises Conflict while another daemon holds it.

    The same holder (a daemon of the same state folder, which only one can lock) takes it over at once.
    """
    # one that is valid for longer than any can be dates from before the database's clock was set back: who holds it
    # and lives finds out at its next transaction
    last = await refuse_other(session, holder, longest=VALID_MILLISECONDS)
    values = {"holder": holder, "token": last + 1, "expires_at": _expiry(session)}
    if last:
        await session.execute(sa.update(lease).values(values))
    else:
        # never an update here: it would find the row of a daemon that came in since we looked, and share its token
        await session.execute(sa.insert(lease).values(id=_ROW, **values))
    return last + 1


async def refuse_other(session: Session, holder: str, *, longest: float = math.inf) -> int:
    """The token of the last lease, 0 for none. Raises Conflict while another daemon holds it.

    One that is valid for more than `longest` milliseconds is not believed.
    """
    query = sa.select(lease.c.holder, lease.c.token, lease.c.expires_at - _now(session)).with_for_update()
    row = (await session.execute(query)).one_or_none()
    if row is None:
        return 0
    other, token, left = row
    if other and other != holder and 0 < left <= longest:
        raise Conflict(
            f"another daemon ({other}) uses this database, for {left / 1000:.0f} s more at least",
            remedy="stop it, or wait until its lease has run out",
        )
    return int(token)


def _expiry(session: Session) -> sa.ColumnElement[int]:
    return _now(session) + VALID_MILLISECONDS


async def check(session: Session, token: int) -> None:
    """Raises LeaseLost when somebody took over. On PostgreSQL nobody can take over until the transaction ends."""
    query = sa.select(lease.c.token).with_for_update(read=True)
    if (await session.execute(query)).scalar() != token:
        raise _lost()


def _lost() -> LeaseLost:
    return LeaseLost("another daemon has taken over this database", remedy="only one of them may run; this one stops")


async def renew(session: Session, token: int) -> None:
    """Hold it for another while. Raises LeaseLost."""
    query = sa.update(lease).where(lease.c.token == token).values(expires_at=_expiry(session))
    if (await session.execute(query)).rowcount != 1:
        raise _lost()


async def give_back(session: Session, token: int) -> None:
    """Let the next one in at once."""
    await session.execute(sa.update(lease).where(lease.c.token == token).values(holder="", expires_at=0))
