"""Whose database it is, how it grows, and who may write."""

import sqlite3
from pathlib import Path

import pytest

from radarr.adapters.persistence import admin, lease, open_store
from radarr.adapters.persistence.engine import make_engine, read_url
from radarr.adapters.persistence.session import Session, session
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Conflict, LeaseLost, PortError, Refused, Unavailable
from tests.contract.postgres import Postgres
from tests.contract.store.databases import execute, opened

pytestmark = pytest.mark.anyio


async def test_radarrs_own_database_is_refused_and_untouched(url: str) -> None:
    await execute(url, 'CREATE TABLE "Movies" (id INTEGER)', 'CREATE TABLE "VersionInfo" (id INTEGER)')
    with pytest.raises(Refused, match="Radarr's database"):
        await opened(url)


async def test_a_strangers_database_is_refused(url: str) -> None:
    await execute(url, "CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(Refused, match="another program"):
        await opened(url)


async def test_a_newer_versions_database_is_refused(url: str) -> None:
    await opened(url)
    await execute(url, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(Refused, match=r"newer version.*9999"):
        await opened(url)


async def test_a_second_daemon_is_kept_out_and_told_who_is_in(url: str) -> None:
    async with open_store(url, holder="nas one"):
        with pytest.raises(Conflict, match="nas one"):
            await opened(url, "nas two")
    await opened(url, "nas two")  # given back, so that nobody need wait


async def test_a_restarted_daemon_takes_over_from_itself_at_once(url: str) -> None:
    async with open_store(url, holder="nas") as old:
        async with open_store(url, holder="nas") as new, new.transaction() as tx:
            await tx.roots.add(RootFolder(path="/srv", sentinel="s"))
        with pytest.raises(LeaseLost):
            async with old.transaction():
                pass
        with pytest.raises(LeaseLost):
            await old.renew()


async def test_a_lease_that_ran_out_passes_on(url: str) -> None:
    async with open_store(url, holder="asleep") as sleeper:
        await execute(url, "UPDATE lease SET expires_at = 0")
        async with open_store(url, holder="awake"):
            with pytest.raises(LeaseLost):
                async with sleeper.transaction():
                    pass


async def test_a_lease_of_a_future_that_was_none_keeps_nobody_out(url: str) -> None:
    async with open_store(url, holder="killed") as gone:
        await execute(url, "UPDATE lease SET expires_at = expires_at + 86400000")  # the clock was set back by a day
        async with open_store(url, holder="next") as store, store.transaction():
            pass
        with pytest.raises(LeaseLost):
            await gone.renew()


async def test_after_a_kill_a_damaged_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    url = f"sqlite:///{path}"
    await opened(url)
    (tmp_path / "films.db-unclean").touch()
    await opened(url)  # unclean but whole
    data = bytearray(path.read_bytes())
    data[4096 : 4096 * 3] = b"\xff" * (4096 * 2)
    path.write_bytes(data)
    (tmp_path / "films.db-unclean").touch()
    with pytest.raises(Unavailable, match="damaged"):
        await opened(url)
    with pytest.raises(Unavailable, match="damaged"):
        await admin.check(url)


async def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "films.db"
    path.write_text("<html>" * 1000)
    with pytest.raises(PortError, match="damaged"):
        await opened(f"sqlite:///{path}")


async def test_a_backup_is_a_database_of_its_own(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'films.db'}"
    async with open_store(url, holder="tests") as store:
        async with store.transaction() as tx:
            await tx.roots.add(RootFolder(path="/srv", sentinel="s"))
        await admin.backup(url, tmp_path / "copy.db")
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("SELECT path FROM roots").fetchall() == [("/srv",)]
    copy.close()
    with pytest.raises(Refused, match="exists"):
        await admin.backup(url, tmp_path / "copy.db")


async def test_postgresql_may_restart_under_us(postgres: Postgres) -> None:
    async with open_store(postgres.new_database(), holder="tests") as store:
        async with store.transaction() as tx:
            await tx.roots.add(RootFolder(path="/srv", sentinel="s"))
        postgres.restart()
        async with store.snapshot() as tx:
            assert len(await tx.roots.all()) == 1


async def test_a_database_that_is_away_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="cannot be reached"):
        await opened(f"postgresql://radarr@/films?host={tmp_path}")


async def test_of_two_daemons_that_find_no_lease_only_one_comes_in(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres.new_database()
    await admin.upgrade(url)
    engine = make_engine(read_url(url))
    look = lease.refuse_other

    async def overtaken(work: Session, holder: str, *, longest: float) -> int:
        """Looks, and before it takes, another one has come in."""
        found = await look(work, holder, longest=longest)
        monkeypatch.setattr(lease, "refuse_other", look)
        async with session(engine, writes=True) as other:
            assert await lease.take(other, "one") == 1
        return found

    monkeypatch.setattr(lease, "refuse_other", overtaken)
    with pytest.raises(Conflict):
        async with session(engine, writes=True) as work:
            await lease.take(work, "two")
    await engine.dispose()
