"""The store: transactions over one engine."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from sqlalchemy import URL
from sqlalchemy.ext.asyncio import AsyncEngine

from radarr.adapters.persistence import lease, sqlite_file
from radarr.adapters.persistence import migrate as migrations
from radarr.adapters.persistence.engine import is_sqlite, make_engine, read_url, sqlite_path
from radarr.adapters.persistence.session import session
from radarr.adapters.persistence.transaction import SqlTransaction
from radarr.ports.errors import PortError, Refused


class SqlStore:
    """`ports.store.Store` on SQLite or PostgreSQL."""

    def __init__(self, engine: AsyncEngine, token: int) -> None:
        self._engine = engine
        self._token = token
        # waiting here is fair and quick, waiting for each other's locks in a database is neither
        self._writer = anyio.Lock()
        self._revision = 0
        self._committed = anyio.Event()

    @property
    def revision(self) -> int:
        """See ports.store."""
        return self._revision

    async def changed(self, revision: int) -> None:
        """See ports.store."""
        while self._revision == revision:
            await self._committed.wait()

    @property
    def lease_needs_renewal(self) -> bool:
        """Whether `renew` must be called every 5 s; the lock of the state folder guards a SQLite file."""
        return not is_sqlite(self._engine.url)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[SqlTransaction]:
        """See ports.store."""
        async with self._writer, session(self._engine, writes=True) as work:
            await lease.check(work, self._token)
            yield SqlTransaction(work)
        self._revision += 1
        self._committed.set()
        self._committed = anyio.Event()

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[SqlTransaction]:
        """See ports.store."""
        async with session(self._engine, writes=False) as work:
            yield SqlTransaction(work)

    async def renew(self) -> None:
        """Hold the lease for another 20 s. Raises LeaseLost, Unavailable."""
        async with session(self._engine, writes=True) as work:
            await lease.renew(work, self._token)

    async def give_back(self) -> None:
        """Give the lease back, so that a successor need not wait. Raises Unavailable."""
        async with session(self._engine, writes=True) as work:
            await lease.give_back(work, self._token)


@asynccontextmanager
async def open_store(url: str, *, holder: str, password: str = "", migrate: bool = True) -> AsyncIterator[SqlStore]:
    """Open the database of a URL: look whose it is, bring it up to date, take the lease as `holder`.

    Raises Refused (another program's, a newer version's; behind, where it may not `migrate`), Conflict (another
    daemon holds it), Unavailable (away, damaged, locked), Unauthorised, NotPermitted.
    """
    parsed = read_url(url, password)
    if is_sqlite(parsed):
        await anyio.to_thread.run_sync(sqlite_file.enter, sqlite_path(parsed))
    engine = make_engine(parsed)
    try:
        await _fit(engine, holder, migrate=migrate)
        async with session(engine, writes=True) as work:
            token = await lease.take(work, holder)
        store = SqlStore(engine, token)
        try:
            yield store
        finally:
            with anyio.CancelScope(shield=True):
                await _leave(store, parsed)
    finally:
        with anyio.CancelScope(shield=True):
            await engine.dispose()


async def _fit(engine: AsyncEngine, holder: str, *, migrate: bool) -> None:
    """See to it that the schema is the one that this program knows."""
    schema = await migrations.look(engine)
    if schema.state is migrations.SchemaState.CURRENT:
        return
    if not migrate:
        raise Refused(
            f"the database's schema is {schema.revision or 'empty'}, and this program needs {schema.needed}",
            remedy="run `radarr db upgrade`",
        )
    await migrations.bring_up_to_date(engine.url, holder)


async def _leave(store: SqlStore, url: URL) -> None:
    try:
        await store.give_back()
    except PortError:
        return  # it runs out by itself
    if is_sqlite(url):
        await anyio.to_thread.run_sync(sqlite_file.leave, sqlite_path(url))
