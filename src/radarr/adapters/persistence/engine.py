"""Engines: one writer and a few readers on SQLite, a small pool on PostgreSQL."""

from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from radarr.ports.errors import Refused

BUSY_SECONDS = 5
_ANSWER_SECONDS = 8
"""How long a statement may take: less than a daemon has for stopping."""
_IDLE_MILLISECONDS = 15_000
"""How long a transaction may do nothing: a daemon that was stopped in one must not keep its successor out."""
_WRITES = "radarr_writes"


def read_url(text: str, password: str = "") -> URL:
    """The URL with an async driver and its password. Raises Refused for another kind of database."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise Refused("database.url is no address of a database", remedy="postgresql://user@host/db") from error
    match url.get_backend_name():
        case "sqlite" if url.database and url.database != ":memory:":
            return url.set(drivername="sqlite+aiosqlite")
        case "sqlite":
            raise Refused("a SQLite database needs a file", remedy="sqlite:////path/radarr-daemon.db")
        case "postgresql":
            return url.set(drivername="postgresql+asyncpg", password=password or url.password)
        case other:
            raise Refused(f"{other} is no database that we know", remedy="use SQLite or PostgreSQL")


def is_sqlite(url: URL) -> bool:
    """Whether it is a file of ours."""
    return url.get_backend_name() == "sqlite"


def sqlite_path(url: URL) -> str:
    """The file of a SQLite URL."""
    return url.database or ""


def make_engine(url: URL, *, patient: bool = False) -> AsyncEngine:
    """An engine; nothing is opened yet. `patient`: statements may take as long as they like, as migrations do."""
    if is_sqlite(url):
        engine = create_async_engine(url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_sqlite)
        return engine
    settings = {"idle_in_transaction_session_timeout": str(_IDLE_MILLISECONDS), "application_name": "radarr-daemon"}
    connect = {"timeout": _ANSWER_SECONDS, "server_settings": settings}
    try:
        return create_async_engine(
            url,
            pool_pre_ping=True,  # after a restart of the server the connections in the pool are dead
            connect_args=connect if patient else {**connect, "command_timeout": _ANSWER_SECONDS},
        )
    except ModuleNotFoundError as error:
        raise Refused(
            "the PostgreSQL driver is not installed", remedy="pip install 'radarr-daemon[postgres]'"
        ) from error


def writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def reading(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, for transactions that see one state from first to last."""
    if is_sqlite(engine.url):
        return engine  # it is so in WAL mode
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  # SQLAlchemy's view of the driver
    connection.isolation_level = None  # the driver must not begin transactions of its own: see _begin_sqlite
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = FULL",  # an intent that is committed has to be there after a power cut
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns writer half-way would fail where it should have waited."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
