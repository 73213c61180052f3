"""Whose database it is, how old its schema is, and how it is brought up to date."""

import contextlib
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Connection

from radarr.adapters.persistence.engine import connect_plain
from radarr.ports.errors import Refused, Unavailable

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"
REVISIONS = ("0001",)
_RADARRS = frozenset({"Movies", "VersionInfo", "QualityProfiles"})
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
    if "alembic_version" not in tables:
        if tables:
            raise Refused("this database belongs to another program", remedy="give the daemon one of its own")
        return Schema("", HEAD, SchemaState.EMPTY)
    revision = str(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() or "")
    if not revision:
        return Schema("", HEAD, SchemaState.EMPTY)
    if revision not in REVISIONS:
        raise Refused(
            f"this database was made by a newer version of the daemon (its schema is {revision}, ours {HEAD})",
            remedy="update the daemon, or restore the backup that was made before the update",
        )
    return Schema(revision, HEAD, SchemaState.CURRENT if revision == HEAD else SchemaState.BEHIND)


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run the migrations up to a revision."""
    from alembic import command

    command.upgrade(_alembic(connection), revision)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION}")


def downgrade(connection: Connection, revision: str) -> None:
    """Run the migrations down to a revision ("base": to nothing)."""
    from alembic import command

    command.downgrade(_alembic(connection), revision)


def _alembic(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def back_up(path: str, target: Path | None = None) -> Path:
    """A consistent copy of a SQLite file, beside it where no target is given. Raises Refused where one is there."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    target = target or Path(f"{path}.{stamp}.backup")
    if target.exists():
        raise Refused(f"{target} exists", remedy="name another file")
    with contextlib.closing(connect_plain(path)) as source:
        source.execute("VACUUM INTO ?", (str(target),))
    target.chmod(0o600)
    return target


def check_file(path: str, *, full: bool) -> None:
    """Look for damage in a SQLite file. Raises Unavailable naming it."""
    import sqlite3

    try:
        with contextlib.closing(connect_plain(path)) as connection:
            rows = connection.execute(f"PRAGMA {'integrity_check' if full else 'quick_check'}").fetchall()
    except sqlite3.DatabaseError as error:
        raise _damaged(path, str(error)) from error
    if rows != [("ok",)]:
        raise _damaged(path, str(rows[0][0]))


def _damaged(path: str, what: str) -> Unavailable:
    return Unavailable(
        f"the database {path} is damaged ({what})",
        remedy="put back the newest *.backup beside it, or recover it with the sqlite3 program",
    )
