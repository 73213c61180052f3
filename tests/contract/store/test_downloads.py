"""Grabs, downloads and the journal."""

from dataclasses import replace

import pytest

from radarr.domain.importing.journal import ImportState
from radarr.domain.states.download import DownloadState
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.errors import Conflict
from radarr.ports.store import Store
from tests.contract.store.examples import HOUR, NOON, download, journal, library

pytestmark = pytest.mark.anyio


async def test_an_intent_comes_back_whole(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        added = await tx.downloads.add(download(film))
    async with store.snapshot() as tx:
        assert await tx.downloads.get(added.id) == added
        assert await tx.downloads.open() == (added,)
        assert await tx.downloads.open_for_slot(film.slots[1].id) == (added,)
        assert await tx.downloads.recent(5) == (added,)
    assert added.slot_ids == tuple(slot.id for slot in film.slots)


async def test_the_slots_that_ever_had_a_download_are_known(store: Store) -> None:
    film = await library(store)
    main, uhd = (slot.id for slot in film.slots)
    async with store.transaction() as tx:
        assert await tx.downloads.served_slots() == frozenset()
        first = await tx.downloads.add(download(film, slot_ids=(uhd,)))
        await tx.downloads.save(replace(first, state=DownloadState.FAILED))
        await tx.downloads.add(download(film, Infohash("b" * 40), tag=2, slot_ids=(uhd,)))
        assert await tx.downloads.served_slots() == {uhd}
        await tx.downloads.add(download(film, Infohash("c" * 40), tag=3, slot_ids=(main, uhd)))
    async with store.snapshot() as tx:
        assert await tx.downloads.served_slots() == {main, uhd}


async def test_one_torrent_is_under_way_once(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        first = await tx.downloads.add(download(film))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.downloads.add(download(film, tag=2))
    async with store.transaction() as tx:
        await tx.downloads.save(replace(first, state=DownloadState.FAILED))
        again = await tx.downloads.add(download(film, tag=3))
    async with store.snapshot() as tx:
        assert [d.id for d in await tx.downloads.by_infohash(Infohash("a" * 40))] == [again.id, first.id]
        assert [d.id for d in await tx.downloads.open()] == [again.id]


async def test_a_hybrid_is_found_by_either_hash_once_metadata_completed_it(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        added = await tx.downloads.add(download(film))
        whole = replace(added, grab=replace(added.grab, infohash=Infohash("a" * 40, "b" * 64)))
        await tx.downloads.save(whole)
    async with store.snapshot() as tx:
        assert await tx.downloads.by_infohash(Infohash(None, "b" * 64)) == (whole,)
        assert await tx.downloads.by_infohash(Infohash("a" * 40)) == (whole,)


async def test_the_journal_comes_back_whole_and_closes(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        entry = await tx.imports.add(journal(film))
    async with store.snapshot() as tx:
        assert await tx.imports.open() == (entry,)
        assert await tx.imports.get(entry.id) == entry
    recorded = replace(entry, state=ImportState.RECORDED, ended_at=NOON + HOUR)
    async with store.transaction() as tx:
        await tx.imports.save(recorded)
    async with store.snapshot() as tx:
        assert await tx.imports.open() == ()
        assert await tx.imports.for_slot(film.slots[0].id) == (recorded,)


async def test_a_slot_has_one_import_under_way(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.imports.add(journal(film))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.imports.add(journal(film, download_id=2))
    with pytest.raises(Conflict):
        async with store.transaction() as tx:
            await tx.imports.add(journal(film, slot_id=film.slots[1].id))  # the same target


async def test_what_a_slot_has_imported_is_known_by_infohash(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.transaction() as tx:
        added = await tx.downloads.add(download(film))
        await tx.imports.add(journal(film, download_id=added.id, state=ImportState.RECORDED))
    async with store.snapshot() as tx:
        assert await tx.downloads.imported_infohashes(main.id) == {"a" * 40}
        assert await tx.downloads.imported_infohashes(uhd.id) == frozenset()


async def test_searches_are_counted_by_the_hour(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.downloads.note_search(NOON, 1)
        await tx.downloads.note_search(NOON + 2 * HOUR, 1)
    async with store.snapshot() as tx:
        assert await tx.downloads.count_searches(NOON + HOUR, NOON + 2 * HOUR) == 1
        assert await tx.downloads.count_searches(NOON, NOON + 2 * HOUR) == 2
        assert await tx.downloads.count_searches(NOON, NOON + HOUR) == 1
