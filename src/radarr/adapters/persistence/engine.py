"""Engines: one writer and many readers on SQLite, a small pool on PostgreSQL."""

import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from radarr.ports.errors import Refused

WRITES = "radarr_writes"
_BUSY_MILLISECONDS = 10_000


def read_url(text: str, password: str = "") -> URL:
    """The URL with an async driver and its password. Raises Refused for another kind of database."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise Refused("database.url is no address of a database", remedy="postgresql://user@host/db") from error
    match url.get_backend_name():
        case "sqlite":
            return url.set(drivername="sqlite+aiosqlite")
        case "postgresql":
            return url.set(drivername="postgresql+asyncpg", password=password or url.password)
        case other:
            raise Refused(f"{other} is no database that we know", remedy="use SQLite or PostgreSQL")


def is_sqlite(url: URL) -> bool:
    """Whether it is a file of ours."""
    return url.get_backend_name() == "sqlite"


def make_engine(url: URL) -> AsyncEngine:
    """An engine; nothing is opened yet."""
    if not is_sqlite(url):
        try:
            return create_async_engine(url, pool_pre_ping=True, pool_size=5, max_overflow=5)
        except ModuleNotFoundError as error:
            raise Refused(
                "the PostgreSQL driver is not installed", remedy="pip install 'radarr-daemon[postgres]'"
            ) from error
    engine = create_async_engine(url, connect_args={"timeout": _BUSY_MILLISECONDS / 1000})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  # SQLAlchemy's view of the driver
    connection.isolation_level = None  # the driver must not begin transactions of its own: see _begin_sqlite
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MILLISECONDS}",
        "journal_mode = WAL",
        "synchronous = FULL",  # an intent that is committed has to be there after a power cut
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns writer half-way would fail where it should have waited."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def sqlite_path(url: URL) -> str:
    """The file of a SQLite URL."""
    return url.database or ":memory:"


def connect_plain(path: str) -> sqlite3.Connection:
    """A plain connection, for checks and backups before the engine is opened."""
    return sqlite3.connect(path, timeout=_BUSY_MILLISECONDS / 1000, isolation_level=None)
