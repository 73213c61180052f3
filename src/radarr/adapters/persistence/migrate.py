"""Whose database it is, how old its schema is, and how it is brought up to date."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import anyio
import sqlalchemy as sa
from sqlalchemy import URL, Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from radarr.adapters.persistence import lease, sqlite_file
from radarr.adapters.persistence.engine import is_sqlite, make_engine, sqlite_path
from radarr.adapters.persistence.session import Session, session
from radarr.ports.errors import Refused

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
HEAD = REVISIONS[-1]
"""Repeated here, so that alembic need not be asked while the schema is up to date."""
_RADARRS = frozenset({"Movies", "VersionInfo", "QualityProfiles"})
_VERSION = "alembic_version"
_OURS = frozenset({_VERSION, "lease", "ledger", "download_slots"})
_ONE_AT_A_TIME = 0x52444D4E
"""The advisory lock of two daemons that find the same PostgreSQL behind."""
_APPLICATION = 0x52444D4E  # PRAGMA application_id of our SQLite files


class SchemaState(StrEnum):
    """How the schema stands to this program."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"


class Schema(NamedTuple):
    """The revision that the database has ("" none), and what that means."""

    revision: str
    needed: str
    state: SchemaState


def inspect(connection: Connection) -> Schema:
    """Look at the schema. Raises Refused for Radarr's database, a newer one, or a stranger's."""
    tables = set(sa.inspect(connection).get_table_names())
    if tables & _RADARRS:
        raise Refused(
            "this is Radarr's database, and it stays Radarr's",
            remedy="give the daemon a database of its own; `radarr migrate` moves the films",
        )
    if not _may_be_ours(connection, tables):
        raise Refused("this database belongs to another program", remedy="give the daemon one of its own")
    if not tables - {_VERSION}:
        return Schema("", HEAD, SchemaState.EMPTY)
    revision = str(connection.execute(sa.text(f"SELECT version_num FROM {_VERSION}")).scalar())  # noqa: S608
    if revision not in REVISIONS:
        raise Refused(
            f"this database was made by a newer version of the daemon (its schema is {revision}, ours {HEAD})",
            remedy="update the daemon, or restore the backup that was made before the update",
        )
    return Schema(revision, HEAD, SchemaState.CURRENT if revision == HEAD else SchemaState.BEHIND)


def _may_be_ours(connection: Connection, tables: set[str]) -> bool:
    """Other programs use alembic too, and number their revisions alike; SQLite files say whose they are."""
    if connection.dialect.name == "sqlite":
        application = connection.exec_driver_sql("PRAGMA application_id").scalar()
        if application not in {0, _APPLICATION}:
            return False
    return not tables - {_VERSION} or tables >= _OURS


async def bring_up_to_date(url: URL, holder: str = "") -> Schema:
    """Migrate if the schema is behind, after a backup of an existing SQLite file; returns what was found.

    Raises Refused as `inspect` does, Conflict while a daemon other than `holder` is at work.
    """
    engine = make_engine(url, patient=True)
    try:
        schema = await look(engine)
        if schema.state is SchemaState.BEHIND and is_sqlite(url):
            path = sqlite_path(url)
            await anyio.to_thread.run_sync(_back_up_once, path, schema.revision)
        if schema.state is not SchemaState.CURRENT:
            async with session(engine, writes=True) as work:
                await _upgrade_alone(work, holder)
    finally:
        with anyio.CancelScope(shield=True):
            await engine.dispose()
    return schema


async def look(engine: AsyncEngine) -> Schema:
    """See `inspect`."""
    async with session(engine, writes=False) as work:
        return await work.run(inspect)


def _back_up_once(path: str, revision: str) -> None:
    """Beside the file, under the revision's name; one that an earlier try made is as good."""
    target = Path(f"{path}.{revision}.backup")
    if not target.exists():
        sqlite_file.back_up(path, target)


async def _upgrade_alone(work: Session, holder: str) -> None:
    if work.dialect.name != "sqlite":  # there the writer's lock does it
        await work.execute(sa.select(sa.func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
    schema = await work.run(inspect)
    if schema.state is SchemaState.BEHIND:
        await lease.refuse_other(work, holder)
    if schema.state is not SchemaState.CURRENT:
        await work.run(upgrade)


def upgrade(connection: Connection) -> None:
    """Run the migrations up to a revision."""
    from alembic import command

    command.upgrade(_alembic(connection), HEAD)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")


def downgrade(connection: Connection, revision: str) -> None:
    """Run the migrations down to a revision ("base": to nothing)."""
    from alembic import command

    command.downgrade(_alembic(connection), revision)


def _alembic(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
