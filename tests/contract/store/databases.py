"""Looking at a database past the store."""

from collections.abc import Callable
from typing import Any, TypeVar

import sqlalchemy as sa

from radarr.adapters.persistence import open_store
from radarr.adapters.persistence.engine import make_engine, read_url

Result = TypeVar("Result")


async def inspect(url: str, look: Callable[[sa.Connection], Result]) -> Result:
    engine = make_engine(read_url(url))
    try:
        async with engine.begin() as connection:
            return await connection.run_sync(look)
    finally:
        await engine.dispose()


async def execute(url: str, *statements: str) -> None:
    def run(connection: sa.Connection) -> None:
        for statement in statements:
            connection.execute(sa.text(statement))

    await inspect(url, run)


async def column(url: str, query: str) -> list[Any]:
    return await inspect(url, lambda connection: list(connection.execute(sa.text(query)).scalars()))


async def opened(url: str, holder: str = "tests") -> None:
    async with open_store(url, holder=holder):
        pass
