"""One connection at work: the only place where statements run, and therefore where errors are translated.

A statement that has begun is seen to its end whatever is cancelled meanwhile: it takes milliseconds, and a driver
that is torn out of one leaves its connection in a state that nobody knows.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from typing import Any, Concatenate, ParamSpec, TypeVar

import anyio
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from radarr.adapters.persistence.engine import reading, writing
from radarr.adapters.persistence.errors import translated
from radarr.ports.errors import PortError

Given = ParamSpec("Given")
Result = TypeVar("Result")


@contextmanager
def whole() -> Iterator[None]:
    """Around what talks to the database: not to be interrupted, its errors in our words."""
    with anyio.CancelScope(shield=True), translated():
        yield


class Session:
    """A connection in a transaction. `execute` raises the ports' errors, and RuntimeError for a write in a snapshot."""

    def __init__(self, connection: AsyncConnection, *, writes: bool) -> None:
        self._connection = connection
        self._writes = writes

    @property
    def dialect(self) -> sa.Dialect:
        return self._connection.dialect

    async def execute(
        self, statement: sa.Executable, rows: Sequence[Mapping[str, Any]] | None = None
    ) -> sa.CursorResult[*tuple[Any, ...]]:
        if not self._writes and isinstance(statement, sa.UpdateBase):
            raise RuntimeError("a snapshot only reads")
        with whole():
            return await self._connection.execute(statement, rows)

    async def rows(self, query: sa.Executable) -> list[dict[str, Any]]:
        """Every row, by the names of its columns."""
        result = await self.execute(query)
        names = tuple(result.keys())
        return [dict(zip(names, row, strict=True)) for row in result]  # a third of the time that mappings() takes

    async def run(
        self, work: Callable[Concatenate[sa.Connection, Given], Result], *given: Given.args, **named: Given.kwargs
    ) -> Result:
        """Do synchronous work over the connection, such as a migration."""
        with whole():
            return await self._connection.run_sync(work, *given, **named)


@asynccontextmanager
async def session(engine: AsyncEngine, *, writes: bool) -> AsyncIterator[Session]:
    """A transaction from begin to commit, or to rollback where the body raises. Raises the ports' errors."""
    with whole():
        connection = await _begin(writing(engine) if writes else reading(engine))
    try:
        yield Session(connection, writes=writes)
        with whole():
            await connection.commit()
    finally:
        # closing rolls back what was not committed; where even that fails, the server does it
        with suppress(PortError), whole():
            await connection.close()


async def _begin(engine: AsyncEngine) -> AsyncConnection:
    connection = await engine.connect()
    try:
        await connection.begin()
    except BaseException:
        await connection.close()
        raise
    return connection
