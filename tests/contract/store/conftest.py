"""The store in memory and over every database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from radarr.adapters.persistence import open_store
from radarr.adapters.simulated.store import MemoryStore
from radarr.ports.store import Store
from tests.contract.postgres import Postgres, postgres

__all__ = ["postgres"]


def new_url(database: str, request: pytest.FixtureRequest, folder: Path) -> str:
    """The address of a new database; PostgreSQL is started only where it is asked for."""
    if database == "sqlite":
        return f"sqlite:///{folder / 'films.db'}"
    server: Postgres = request.getfixturevalue("postgres")
    return server.new_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return new_url(request.param, request, tmp_path)


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryStore()
    else:
        async with open_store(new_url(request.param, request, tmp_path), holder="tests") as opened:
            yield opened
