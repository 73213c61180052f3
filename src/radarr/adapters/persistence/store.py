"""The store: transactions over one engine."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from radarr.adapters.persistence import lease, migrate
from radarr.adapters.persistence.engine import WRITES, is_sqlite, make_engine, read_url, sqlite_path
from radarr.adapters.persistence.errors import translated
from radarr.adapters.persistence.transaction import SqlTransaction
from radarr.ports.errors import PortError, Refused

_UNCLEAN = "-unclean"


class SqlStore:
    """`ports.store.Store` on SQLite or PostgreSQL."""

    def __init__(self, engine: AsyncEngine, token: int, *, sqlite: bool) -> None:
        self._engine = engine
        self._token = token
        self._writing = engine.execution_options(**{WRITES: True})
        # SQLite has one writer; waiting here is fair and quick, waiting in its busy handler is neither
        self._writer = anyio.Lock() if sqlite else None
        self.lease_needs_renewal = not sqlite

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        """See ports.store."""
        if self._writer is None:
            async with self._transaction() as tx:
                yield tx
            return
        async with self._writer, self._transaction() as tx:
            yield tx

    @asynccontextmanager
    async def _transaction(self) -> AsyncIterator[SqlTransaction]:
        with translated():
            async with self._writing.begin() as connection:
                await lease.check(connection, self._token)
                yield SqlTransaction(connection)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[SqlTransaction]:
        """See ports.store."""
        with translated():
            async with self._engine.connect() as connection:
                if not is_sqlite(self._engine.url):
                    await connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
                yield SqlTransaction(connection)

    async def renew(self) -> None:
        """Hold the lease for another while. Raises LeaseLost, Unavailable."""
        with translated():
            async with self._writing.begin() as connection:
                await lease.renew(connection, self._token)

    async def give_back(self) -> None:
        """Give the lease back, so that a successor need not wait."""
        with translated():
            async with self._writing.begin() as connection:
                await lease.give_back(connection, self._token)


@asynccontextmanager
async def open_store(url: str, *, holder: str, password: str = "") -> AsyncIterator[SqlStore]:
    """Open the database of a URL: look whose it is, bring it up to date, take the lease as `holder`.

    Raises Refused (another program's, a newer version's), Conflict (another daemon holds it), Unavailable (away,
    damaged, locked), NotPermitted.
    """
    parsed = read_url(url, password)
    sqlite = is_sqlite(parsed)
    if sqlite:
        await anyio.to_thread.run_sync(_check_after_kill, parsed)
    engine = make_engine(parsed)
    try:
        await bring_up_to_date(engine, parsed)
        with translated():
            async with engine.execution_options(**{WRITES: True}).begin() as connection:
                token = await lease.take(connection, holder)
        store = SqlStore(engine, token, sqlite=sqlite)
        try:
            yield store
        finally:
            with anyio.CancelScope(shield=True), anyio.move_on_after(5):
                await _leave(store, parsed)
    finally:
        with anyio.CancelScope(shield=True):
            await engine.dispose()


async def _leave(store: SqlStore, url: URL) -> None:
    try:
        await store.give_back()
    except PortError:
        return  # it runs out by itself
    if is_sqlite(url):
        await anyio.Path(sqlite_path(url) + _UNCLEAN).unlink(missing_ok=True)


async def bring_up_to_date(engine: AsyncEngine, url: URL) -> migrate.Schema:
    """Migrate if the schema is behind, after a backup of an existing SQLite file; returns what was found."""
    with translated():
        async with engine.connect() as connection:
            schema = await connection.run_sync(migrate.inspect)
        if schema.state is migrate.SchemaState.CURRENT:
            return schema
        if schema.state is migrate.SchemaState.BEHIND and is_sqlite(url):
            await anyio.to_thread.run_sync(migrate.back_up, sqlite_path(url))
        async with engine.execution_options(**{WRITES: True}).begin() as connection:
            await connection.run_sync(migrate.upgrade)
    return schema


def _check_after_kill(url: URL) -> None:
    """A quick check where the last daemon did not stop in order. The mark is a file: the database may be damaged."""
    path = sqlite_path(url)
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
        mark = Path(path + _UNCLEAN)
        if mark.exists():
            migrate.check_file(path, full=False)
        mark.touch(mode=0o600)
    except OSError as error:
        raise Refused(
            f"the database {path} cannot be opened ({error.strerror})", remedy="check the state folder's owner and mode"
        ) from error
