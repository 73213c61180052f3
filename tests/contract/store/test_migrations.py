"""How a schema grows, and what is kept when that fails."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import anyio
import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from radarr.adapters.persistence import admin, migrate, open_store
from radarr.adapters.persistence.schema import metadata
from radarr.ports.errors import Conflict, Refused, Unavailable
from tests.contract.store.databases import column, execute, inspect, opened

pytestmark = pytest.mark.anyio

_PARTS = re.compile(r"\n|, (?=\w+ [A-Z])")
"""Between the parts of a definition; SQLite puts a column that came later on the line of the last one."""
_TODAY = migrate.REVISIONS
_HEAD = _TODAY[-1]
_AFTER = f"{int(_HEAD) + 1:04}"
_NEXT = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "{revision}", "{below}"

def upgrade():
    op.add_column("roots", sa.Column("label", sa.Text()))
    {then}

def downgrade():
    op.drop_column("roots", "label")
"""


def _next(then: str = "") -> str:
    return _NEXT.format(revision=_AFTER, below=_HEAD, then=then)


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program as it will be with one more migration; returns the migration's file."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrate.MIGRATIONS, folder)
    monkeypatch.setattr(migrate, "MIGRATIONS", folder)
    monkeypatch.setattr(migrate, "REVISIONS", (*_TODAY, _AFTER))
    monkeypatch.setattr(migrate, "HEAD", _AFTER)
    (file := folder / "versions" / f"{_AFTER}_labels.py").write_text(_next())
    return file


@pytest.fixture
async def old(url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The database of today's version, with a root in it."""
    with monkeypatch.context() as today:
        today.setattr(migrate, "MIGRATIONS", Path(migrate.__file__).parent / "migrations")
        today.setattr(migrate, "REVISIONS", _TODAY)
        today.setattr(migrate, "HEAD", _TODAY[-1])
        await opened(url)
    await execute(url, "INSERT INTO roots (path, sentinel) VALUES ('/srv', 's')")
    return url


def test_the_revisions_that_we_name_are_those_that_there_are() -> None:
    revisions = [script.revision for script in ScriptDirectory(str(migrate.MIGRATIONS)).walk_revisions()]
    assert tuple(reversed(revisions)) == migrate.REVISIONS


async def test_every_migration_goes_up_down_and_up_again(url: str) -> None:
    for revision, below in zip(migrate.REVISIONS, ("base", *migrate.REVISIONS), strict=False):
        await admin.upgrade(url)
        await admin.downgrade(url, "", below)
        await admin.upgrade(url)
        assert (await admin.current(url)).revision == migrate.HEAD
        assert revision in migrate.REVISIONS


async def test_a_database_of_the_first_schema_keeps_its_films(url: str) -> None:
    await admin.upgrade(url)
    await admin.downgrade(url, "", "0001")
    await execute(url, "INSERT INTO roots (path, sentinel) VALUES ('/srv', 's')")
    async with open_store(url, holder="tests") as store, store.snapshot() as tx:
        assert [root.path for root in await tx.roots.all()] == ["/srv"]
        assert await tx.pauses.get() is None
        assert await tx.indexers.all() == ()
        assert await tx.metadata.get(1) is None


async def test_the_migrations_make_the_very_tables_and_indexes_of_the_schema(url: str) -> None:
    await admin.upgrade(url)
    migrated = await inspect(url, definitions)
    await admin.downgrade(url, "", "base")
    await inspect(url, metadata.create_all)
    assert await inspect(url, definitions) == migrated


def definitions(connection: sa.Connection) -> dict[str, list[str]]:
    """Tables with their columns and constraints, and indexes with their conditions, in the database's own words."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    else:
        query = """
            SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
            UNION ALL SELECT table_name || '.' || column_name, data_type || is_nullable || is_identity
                      FROM information_schema.columns WHERE table_schema = 'public'
        """
    rows = connection.execute(sa.text(query))
    return {
        name: sorted(part.strip(" ,\t") for part in _PARTS.split(text)) for name, text in rows if "alembic" not in name
    }


async def test_an_old_database_is_copied_and_then_migrated(next_version: Path, old: str, tmp_path: Path) -> None:  # noqa: ARG001
    await opened(old)
    assert (await admin.current(old)).revision == _AFTER
    assert await column(old, "SELECT label FROM roots") == [None]
    copies = list(tmp_path.glob("*.backup"))
    assert [copy.name for copy in copies] == ([f"films.db.{_HEAD}.backup"] if old.startswith("sqlite") else [])
    for copy in copies:
        assert copy.stat().st_mode & 0o077 == 0
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(_HEAD,)]


async def test_of_a_migration_that_fails_half_way_nothing_is_kept(next_version: Path, old: str) -> None:
    next_version.write_text(_next('op.execute("INSERT INTO nowhere VALUES (1)")'))
    with pytest.raises(Unavailable, match="nowhere"):
        await opened(old)
    assert await column(old, "SELECT version_num FROM alembic_version") == [_HEAD]
    next_version.write_text(_next())
    await opened(old)
    assert await column(old, "SELECT label FROM roots") == [None]


async def test_nothing_is_migrated_under_a_living_daemon(next_version: Path, old: str) -> None:  # noqa: ARG001
    await execute(old, "UPDATE lease SET holder = 'the old version', expires_at = 9999999999999")
    with pytest.raises(Conflict, match="the old version"):
        await opened(old)
    with pytest.raises(Conflict, match="the old version"):
        await admin.upgrade(old)
    assert await column(old, "SELECT version_num FROM alembic_version") == [_HEAD]


async def test_a_database_behind_is_refused_where_it_may_not_be_migrated(next_version: Path, old: str) -> None:  # noqa: ARG001
    with pytest.raises(Refused, match="db upgrade"):
        async with open_store(old, holder="tests", migrate=False):
            pass


async def test_two_daemons_that_find_a_new_database_make_it_once(url: str) -> None:
    outcomes: list[str] = []
    settled = anyio.Event()

    async def start(holder: str) -> None:
        try:
            async with open_store(url, holder=holder):
                outcomes.append("in")
                await settled.wait()
        except Conflict:
            outcomes.append("kept out")
            settled.set()

    with anyio.fail_after(30):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(start, "one")
            tasks.start_soon(start, "two")
    assert sorted(outcomes) == ["in", "kept out"]


@pytest.mark.parametrize("revision", [*_TODAY, "ae1027a6acf"])
async def test_another_program_that_uses_alembic_is_left_alone(url: str, revision: str) -> None:
    await execute(
        url,
        "CREATE TABLE alembic_version (version_num VARCHAR(32))",
        f"INSERT INTO alembic_version VALUES ('{revision}')",  # noqa: S608
        "CREATE TABLE recipes (id INTEGER)",
    )
    with pytest.raises(Refused, match="another program"):
        await opened(url)


async def test_a_file_that_says_it_is_another_programs_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "films.db")) as connection:
        connection.execute("PRAGMA application_id = 252006675")
        connection.execute("VACUUM")
    with pytest.raises(Refused, match="another program"):
        await opened(f"sqlite:///{tmp_path / 'films.db'}")


def test_alembic_stays_out_of_memory_while_the_schema_is_up_to_date(tmp_path: Path) -> None:
    script = f"""
import sys, anyio
from radarr.adapters.persistence import open_store
async def main():
    async with open_store("sqlite:///{tmp_path / "films.db"}", holder="tests"):
        print("alembic" in sys.modules)
anyio.run(main)
"""
    command = [sys.executable, "-c", script]
    answers = [subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() for _ in range(2)]
    assert answers == ["True", "False"]
