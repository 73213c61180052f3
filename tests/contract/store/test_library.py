"""Films, slots, files and root folders."""

from dataclasses import replace

import pytest

from radarr.domain.history import BlocklistEntry
from radarr.domain.movie import RootFolder, Slot
from radarr.domain.movie_index import FilmNames
from radarr.ports.errors import Conflict
from radarr.ports.store import Store
from radarr.ports.store.movies import LookedFor
from tests.contract.store.examples import NOON, decided, file, library, sintel

pytestmark = pytest.mark.anyio


async def test_a_film_comes_back_as_it_was_added(store: Store) -> None:
    added = await library(store)
    async with store.snapshot() as tx:
        assert await tx.movies.get(added.id) == added
        assert await tx.movies.by_tmdb(45745) == added
        assert await tx.movies.by_imdb("tt1727587") == added
        assert await tx.movies.all() == (added,)
    assert [slot.name for slot in added.slots] == ["main", "uhd"]


async def test_the_same_film_is_not_added_twice(store: Store) -> None:
    await library(store)
    with pytest.raises(Conflict):
        await library(store)


async def test_a_slot_has_one_file_and_the_new_one_takes_its_place(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        old = await tx.movies.set_file(film.slots[0].id, file())
        new = await tx.movies.set_file(film.slots[0].id, file("Sintel (2010)/better.mkv"))
    assert old is not None
    assert new is not None
    assert new.id > old.id
    async with store.snapshot() as tx:
        found = await tx.movies.get(film.id)
    assert found is not None
    assert found.slots[0].file == new
    assert found.slots[1].file is None


async def test_ids_are_never_used_again(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.movies.remove(film.id)
    async with store.transaction() as tx:
        root = await tx.roots.by_path("/srv/movies")
        assert root is not None
        again = await tx.movies.add(sintel(root))
    assert again.id > film.id
    assert again.slots[0].id > film.slots[1].id


async def test_with_a_film_go_its_slots_files_and_blocklist(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.movies.set_file(film.slots[0].id, file())
        await tx.blocklist.add(
            BlocklistEntry(at=NOON, movie_id=film.id, title="bad", infohash=None, indexer="Alpha", message="dead")
        )
        await tx.movies.remove(film.id)
    async with store.snapshot() as tx:
        assert await tx.movies.all() == ()
        assert await tx.blocklist.all() == ()


async def test_a_slot_of_a_name_exists_once(store: Store) -> None:
    film = await library(store)
    with pytest.raises(Conflict, match="slot 'uhd'"):
        async with store.transaction() as tx:
            await tx.movies.add_slot(Slot(movie_id=film.id, name="uhd", profile="SD", root_id=film.slots[0].root_id))


async def test_a_root_keeps_its_id_and_sentinel(store: Store) -> None:
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/srv/movies", sentinel="first"))
        assert await tx.roots.add(RootFolder(path="/srv/movies", sentinel="second")) == root
        assert await tx.roots.get(root.id) == root
        assert await tx.names.id_of("profile", "HD") == await tx.names.id_of("profile", "HD")
        assert await tx.names.id_of("profile", "HD") != await tx.names.id_of("profile", "SD")


async def test_a_root_is_in_use_while_a_slot_lies_in_it(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        other = await tx.roots.add(RootFolder(path="/srv/other", sentinel="other"))
    async with store.snapshot() as tx:
        used = await tx.roots.in_use()
    assert used == {slot.root_id for slot in film.slots}
    assert other.id not in used


async def test_nothing_of_a_failed_transaction_is_kept(store: Store) -> None:
    async def stumble() -> None:
        async with store.transaction() as tx:
            await tx.roots.add(RootFolder(path="/srv/movies", sentinel="6f1c"))
            raise Conflict("a step further on")

    with pytest.raises(Conflict, match="a step further on"):
        await stumble()
    async with store.snapshot() as tx:
        assert await tx.roots.all() == ()


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("caf\udce9.mkv", id="a byte that is no UTF-8"),
        pytest.param("nul\0.mkv", id="NUL"),
        pytest.param("🎬 映画.mkv", id="emoji"),
        pytest.param('\ue000"quoted"', id="what looks escaped already"),
    ],
)
async def test_any_name_comes_back_as_it_was(store: Store, path: str) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.movies.set_file(film.slots[0].id, file(path, scene_name=path))
    async with store.snapshot() as tx:
        found = await tx.movies.get(film.id)
    assert found is not None
    assert found.slots[0].file is not None
    assert found.slots[0].file.path == found.slots[0].file.scene_name == path


async def test_films_are_read_in_pages_in_order_of_id(store: Store) -> None:
    first = await library(store)
    async with store.transaction() as tx:
        root = await tx.roots.by_path("/srv/movies")
        assert root is not None
        further = [await tx.movies.add(sintel(root, tmdb_id=number, imdb_id=None)) for number in (9, 8, 7)]
    films = (first, *further)
    async with store.snapshot() as tx:
        assert await tx.movies.page(0, 3) == films[:3]
        assert await tx.movies.page(films[2].id, 3) == films[3:]
        assert await tx.movies.page(films[3].id, 3) == ()
        assert await tx.movies.some([films[3].id, films[0].id, 999]) == (films[0], films[3])
        assert await tx.movies.some([]) == ()


async def test_what_films_are_recognised_by_is_read_without_the_rest(store: Store) -> None:
    film = await library(store)
    async with store.snapshot() as tx:
        (names,) = await tx.movies.names(0, 10)
        assert await tx.movies.names(film.id, 10) == ()
    assert names == FilmNames(film.id, 45745, "tt1727587", "Sintel", "", ("Durian", "シンテル"), 2010, None)


async def test_monitored_slots_alone_are_looked_for(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.snapshot() as tx:
        assert await tx.movies.looked_for(0, 10) == (LookedFor(main.id, "HD-1080p"), LookedFor(uhd.id, "Ultra-HD"))
        assert await tx.movies.looked_for(0, 1) == (LookedFor(main.id, "HD-1080p"),)
        assert await tx.movies.looked_for(main.id, 10) == (LookedFor(uhd.id, "Ultra-HD"),)
    async with store.transaction() as tx:
        await tx.movies.save_slot(replace(main, monitored=False))
    async with store.snapshot() as tx:
        assert await tx.movies.looked_for(0, 10) == (LookedFor(uhd.id, "Ultra-HD"),)


async def test_a_slot_keeps_its_limits_and_is_looked_for_by_them(store: Store) -> None:
    main, uhd = (await library(store)).slots
    limits = {"edition": "director\u2019s cut", "max_size": 6 << 30, "max_size_per_minute": 60 << 20}
    async with store.transaction() as tx:
        await tx.movies.save_slot(replace(uhd, **limits))
    async with store.snapshot() as tx:
        film = await tx.movies.get(main.movie_id)
        assert await tx.movies.looked_for(main.id, 10) == (LookedFor(uhd.id, "Ultra-HD", *limits.values()),)
    assert film
    assert film.slots == (main, replace(uhd, **limits))


async def test_with_a_slot_go_its_file_and_what_was_decided_for_it(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.transaction() as tx:
        await tx.movies.set_file(uhd.id, file())
        await tx.ledger.record((decided(film, slot_id=uhd.id), decided(film)))
        await tx.movies.remove_slot(uhd.id)
        left = await tx.movies.get(film.id)
        (entry,) = await tx.ledger.for_movie(film.id)
    assert left
    assert (left.slots, entry.slot_id) == ((main,), main.id)


async def test_films_of_a_profile_that_is_gone_are_found(store: Store) -> None:
    film = await library(store)
    async with store.snapshot() as tx:
        assert await tx.movies.of_other_profiles(["HD-1080p"]) == (film,)
        assert await tx.movies.of_other_profiles(["HD-1080p", "Ultra-HD"]) == ()
