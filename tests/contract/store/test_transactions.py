"""What a unit of work promises, whatever happens in the middle of it."""

import anyio
import pytest
import sqlalchemy as sa

from radarr.adapters.persistence import SqlStore, open_store
from radarr.adapters.simulated.store import MemoryStore
from radarr.domain.history import Outcome
from radarr.domain.movie import RootFolder, Slot
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.errors import Conflict, LeaseLost
from radarr.ports.store import Store
from tests.contract.store.examples import NOON, download, library, sintel

pytestmark = pytest.mark.anyio

ROOT = RootFolder(path="/srv/movies", sentinel="s")


async def roots(store: Store) -> int:
    async with store.snapshot() as tx:
        return len(await tx.roots.all())


async def test_an_error_of_the_body_comes_out_as_it_is(store: Store) -> None:
    async def stumble() -> None:
        async with store.transaction() as tx:
            await tx.roots.add(ROOT)
            raise FileNotFoundError("film.mkv")

    with pytest.raises(FileNotFoundError, match=r"film\.mkv"):
        await stumble()
    assert await roots(store) == 0


async def test_a_cancelled_transaction_leaves_nothing_and_the_next_one_works(store: Store) -> None:
    for checkpoints in range(12):
        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(write, store)
                for _ in range(checkpoints):
                    await anyio.lowlevel.checkpoint()
                scope.cancel()
        before = await roots(store)
        assert before in {0, 1}
        async with store.transaction() as tx:
            added = await tx.roots.add(RootFolder(path=f"/srv/{checkpoints}", sentinel="s"))
        assert added.id > 0
        assert await roots(store) == before + 1
        if isinstance(store, SqlStore):
            async with store.transaction() as tx:
                await tx._session.execute(sa.text("DELETE FROM roots"))
        else:
            store = MemoryStore()


async def write(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.roots.add(ROOT)
        await tx.names.id_of("profile", "HD")


async def test_one_writes_at_a_time_and_sees_what_the_other_did(store: Store) -> None:
    async def add(number: int) -> None:
        async with store.transaction() as tx:
            known = len(await tx.roots.all())
            await anyio.lowlevel.checkpoint()
            await tx.roots.add(RootFolder(path=f"/srv/{known}", sentinel=str(number)))

    async with anyio.create_task_group() as tasks:
        for number in range(8):
            tasks.start_soon(add, number)
    assert await roots(store) == 8


async def test_a_snapshot_sees_one_state_from_first_to_last(store: Store) -> None:
    async with store.snapshot() as tx:
        assert await tx.roots.all() == ()
        async with store.transaction() as other:
            await other.roots.add(ROOT)
        assert await tx.roots.all() == ()
    assert await roots(store) == 1


async def test_a_snapshot_only_reads(store: Store) -> None:
    async with store.snapshot() as tx:
        with pytest.raises(RuntimeError, match="only reads"):
            await tx.roots.add(ROOT)
        with pytest.raises(RuntimeError, match="only reads"):
            await tx.names.id_of("profile", "HD")
        with pytest.raises(RuntimeError, match="only reads"):
            await tx.loops.ran("feed", NOON)
    assert await roots(store) == 0


async def test_a_transaction_inside_another_of_the_same_task_is_a_fault_and_no_deadlock(store: Store) -> None:
    async with store.transaction():
        with pytest.raises(RuntimeError):
            async with store.transaction():
                pass


async def test_a_magnet_of_a_hybrid_that_is_under_way_is_a_conflict(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.downloads.add(download(film, Infohash("a" * 40, "b" * 64)))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.downloads.add(download(film, Infohash(None, "b" * 64), tag=2))


async def test_a_tag_is_one_grabs_alone(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.downloads.add(download(film, Infohash("a" * 40)))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.downloads.add(download(film, Infohash("a" * 8 + "c" * 32)))


async def test_what_belongs_to_nothing_is_a_conflict(store: Store) -> None:
    await library(store)
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.movies.add_slot(Slot(movie_id=99, profile="HD", root_id=1))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.movies.add(sintel(RootFolder(id=99, path="/nowhere", sentinel="s"), tmdb_id=7))


async def test_what_is_unknown_is_nothing_and_no_error(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.movies.get(7) is None
        assert await tx.movies.set_file(7, None) is None
        await tx.movies.remove(7)
        await tx.ledger.mark(7, 1, "guid", Outcome.GRABBED)
        assert await tx.downloads.get(7) is None
        assert await tx.downloads.by_infohash(Infohash()) == ()
        assert await tx.imports.get(7) is None
        assert await tx.outbox.pending(5) == ()


async def test_in_memory_another_daemon_may_take_over_too() -> None:
    store = MemoryStore()
    store.lose_lease()
    with pytest.raises(LeaseLost):
        async with store.transaction():
            pass


async def test_every_film_with_slots_and_files_is_three_queries(url: str) -> None:
    seen: list[str] = []
    async with open_store(url, holder="tests") as store:
        async with store.transaction() as tx:
            root = await tx.roots.add(ROOT)
            for number in range(20):
                await tx.movies.add(sintel(root, tmdb_id=number + 1))

        def note(*event: object) -> None:
            seen.append(str(event[2]))

        sa.event.listen(store._engine.sync_engine, "before_cursor_execute", note)
        async with store.snapshot() as tx:
            assert len(await tx.movies.all()) == 20
    assert sum(statement.startswith("SELECT") and " FROM lease" not in statement for statement in seen) == 3


async def test_who_waits_for_news_is_woken_by_the_next_kept_change_and_by_no_other(store: Store) -> None:
    noted = store.revision

    async def stumble() -> None:
        async with store.transaction():
            raise FileNotFoundError("film.mkv")

    with pytest.raises(FileNotFoundError):
        await stumble()
    assert (store.revision, await roots(store)) == (noted, 0)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(store.changed, noted)
        await anyio.lowlevel.checkpoint()
        await write(store)
    assert store.revision > noted
    await store.changed(noted)
