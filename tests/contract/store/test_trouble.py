"""Databases that are away, locked, full, or somebody else's."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from radarr.adapters.persistence import admin, engine, open_store
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Conflict, Gone, LeaseLost, PortError, Refused, Unauthorised, Unavailable
from radarr.ports.store import Store
from tests.contract.postgres import Postgres, postgres_server
from tests.contract.store.databases import column, execute, opened

pytestmark = pytest.mark.anyio

ROOT = RootFolder(path="/srv/movies", sentinel="s")


async def test_a_file_that_another_program_keeps_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    path = tmp_path / "films.db"
    async with open_store(f"sqlite:///{path}", holder="tests") as store:
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Unavailable, match="locked"):
                async with store.transaction():
                    pass
            async with store.snapshot() as tx:  # readers go on
                assert await tx.roots.all() == ()
        async with store.transaction() as tx:
            await tx.roots.add(ROOT)


async def test_the_mark_of_a_kill_stays_until_an_orderly_end(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'films.db'}"
    mark = tmp_path / "films.db-unclean"
    async with open_store(url, holder="tests"):
        assert mark.exists()
    assert not mark.exists()
    assert (tmp_path / "films.db").stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["films.db"]


async def test_a_file_made_by_hand_is_its_owners_alone_too(tmp_path: Path) -> None:
    await admin.upgrade(f"sqlite:///{tmp_path / 'films.db'}")
    assert (tmp_path / "films.db").stat().st_mode & 0o077 == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["films.db"]


async def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="cannot be opened"):
        await opened(f"sqlite:///{tmp_path}/nowhere/films.db")
    with pytest.raises(Gone, match="db upgrade"):
        await admin.current(f"sqlite:///{tmp_path}/films.db")


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://root@/films", "films.db"])
async def test_only_addresses_of_databases_that_we_know_are_taken(url: str) -> None:
    with pytest.raises(Refused):
        await opened(url)


async def add_while(store: Store, happens: Callable[[], None]) -> None:
    async with store.transaction() as tx:
        happens()
        await tx.roots.add(ROOT)


async def test_a_server_that_goes_away_and_comes_back() -> None:
    with postgres_server() as server:
        async with open_store(server.create("films"), holder="tests") as store:
            with pytest.raises(Unavailable, match="reached"):
                await add_while(store, server.restart)
            async with store.transaction() as tx:
                await tx.roots.add(ROOT)
            server.stop()
            with pytest.raises(Unavailable, match="reached"):
                await store.renew()
            server.start()
            await store.renew()
            async with store.snapshot() as tx:
                assert len(await tx.roots.all()) == 1


async def test_a_lease_that_ran_out_while_the_server_was_away_is_kept_where_nobody_else_came() -> None:
    with postgres_server() as server:
        url = server.create("films")
        async with open_store(url, holder="tests") as store:
            server.restart()
            await execute(url, "UPDATE lease SET expires_at = 0")
            await store.renew()
            async with store.transaction() as tx:
                await tx.roots.add(ROOT)
            with pytest.raises(Conflict, match="another daemon"):
                await opened(url, holder="another")


async def test_every_statement_after_the_loss_says_the_same() -> None:
    with postgres_server() as server:
        async with open_store(server.create("films"), holder="tests") as store:
            with pytest.raises(Unavailable, match="reached"):
                await read_after(store, server.restart)
            async with store.snapshot() as tx:
                assert await tx.roots.all() == ()


async def read_after(store: Store, happens: Callable[[], None]) -> None:
    async with store.snapshot() as tx:
        happens()
        with pytest.raises(Unavailable, match="reached"):
            await tx.roots.all()
        await tx.roots.all()


async def test_a_daemon_that_was_stopped_in_a_transaction_keeps_nobody_out(postgres: Postgres) -> None:
    url = postgres.new_database()
    patience = "current_setting('idle_in_transaction_session_timeout')"
    assert await column(url, f"SELECT {patience}") == ["15s"]

    async def stopped(old: Store) -> None:
        async with old.transaction() as tx:
            await tx.roots.add(ROOT)
            # of this one alone: the tests' machine may be too busy for any other to be as quick
            await tx.roots._session.execute(sa.text("SET idle_in_transaction_session_timeout = 1"))  # type: ignore[attr-defined]
            await execute(url, "UPDATE lease SET expires_at = 0")  # waits until the server has ended the transaction
            async with open_store(url, holder="successor") as new, new.snapshot() as seen:
                assert await seen.roots.all() == ()

    async with open_store(url, holder="stopped") as store:
        with pytest.raises(Unavailable):
            await stopped(store)
        with pytest.raises(LeaseLost):
            await add_while(store, lambda: None)


async def test_a_database_that_nobody_made_and_a_user_that_nobody_knows(postgres: Postgres) -> None:
    with pytest.raises(Unavailable, match="does not exist"):
        await opened(postgres.url("nowhere"))
    with pytest.raises(Unauthorised, match="refuses the user"):
        await opened(postgres.new_database().replace("radarr@", "sonarr@"))


async def test_a_password_is_never_in_a_message(tmp_path: Path) -> None:
    url = f"postgresql://radarr:hunter2@/films?host={tmp_path}"
    with pytest.raises(PortError) as caught:
        await opened(url)
    assert "hunter2" not in str(caught.value)
    assert "hunter2" not in admin.masked(url)
