"""What a person may do to the database without the daemon."""

from pathlib import Path

import anyio
from sqlalchemy import make_url

from radarr.adapters.persistence import migrate, sqlite_file
from radarr.adapters.persistence.engine import is_sqlite, make_engine, read_url, sqlite_path
from radarr.adapters.persistence.session import session
from radarr.ports.errors import Gone, NotPermitted, Refused


def masked(url: str) -> str:
    """The address without its password."""
    return make_url(url).render_as_string(hide_password=True)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except PermissionError as error:
        raise NotPermitted(f"{path} may not be looked at", remedy="run this as the daemon's user") from error


def _existing(url: str, password: str) -> None:
    parsed = read_url(url, password)
    if is_sqlite(parsed) and not _is_there(Path(sqlite_path(parsed))):
        raise Gone(f"there is no database at {sqlite_path(parsed)} yet", remedy="`radarr db upgrade` makes it")


async def current(url: str, password: str = "") -> migrate.Schema:
    """The schema's revision. Raises Gone, Refused, Unavailable."""
    _existing(url, password)
    engine = make_engine(read_url(url, password))
    try:
        return await migrate.look(engine)
    finally:
        await engine.dispose()


async def upgrade(url: str, password: str = "") -> str:
    """Bring the schema up to date; says what was done."""
    parsed = read_url(url, password)
    if is_sqlite(parsed):
        await anyio.to_thread.run_sync(sqlite_file.enter, sqlite_path(parsed))
    found = await migrate.bring_up_to_date(parsed)
    if is_sqlite(parsed):
        await anyio.to_thread.run_sync(sqlite_file.leave, sqlite_path(parsed))
    if found.state is migrate.SchemaState.CURRENT:
        return f"the schema is up to date ({found.revision})"
    return f"the schema went from {found.revision or 'nothing'} to {found.needed}"


async def downgrade(url: str, password: str, revision: str) -> None:
    """Take migrations back, losing what they brought."""
    engine = make_engine(read_url(url, password), patient=True)
    try:
        async with session(engine, writes=True) as work:
            await work.run(migrate.downgrade, revision)
    finally:
        await engine.dispose()


async def check(url: str, password: str = "") -> str:
    """Read the whole database. Raises Unavailable where it is damaged."""
    _existing(url, password)
    parsed = read_url(url, password)
    if is_sqlite(parsed):
        await anyio.to_thread.run_sync(lambda: sqlite_file.check(sqlite_path(parsed), full=True))
        return "no damage was found"
    schema = await current(url, password)
    return f"the database answers, its schema is {schema.revision}; PostgreSQL checks its files itself"


async def backup(url: str, target: Path) -> str:
    """Copy a SQLite database. Raises Refused on PostgreSQL."""
    parsed = read_url(url)
    if not is_sqlite(parsed):
        raise Refused("PostgreSQL has its own tools for this", remedy="use pg_dump")
    _existing(url, "")
    written = await anyio.to_thread.run_sync(lambda: sqlite_file.back_up(sqlite_path(parsed), target))
    return f"copied to {written}"
