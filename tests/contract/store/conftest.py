"""The store over every database."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from tests.contract.postgres import Postgres, postgres

from radarr.adapters.persistence import SqlStore, open_store

__all__ = ["postgres"]

Opener = Callable[..., AbstractAsyncContextManager[SqlStore]]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'films.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    """A store on a new database."""
    async with open_store(url, holder="tests") as opened:
        yield opened
