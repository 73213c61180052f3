"""How much there is."""

from dataclasses import replace

import pytest

from radarr.domain.movie import RootFolder
from radarr.domain.states.download import DownloadState
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.store import Store
from radarr.ports.store.counts import Totals
from tests.contract.store.examples import download, file, library, sintel

pytestmark = pytest.mark.anyio


async def test_an_empty_store_counts_to_nothing(store: Store) -> None:
    async with store.snapshot() as tx:
        totals = await tx.counts.totals()
    assert totals == Totals()
    assert totals.queue == 0


async def test_the_database_knows_its_size(store: Store) -> None:
    async with store.snapshot() as tx:
        assert await tx.counts.size() >= 0


async def test_films_slots_and_files_are_counted_apart(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/srv/movies", sentinel="6f1c"))
        await tx.movies.set_file(main.id, file(size=3 << 32))
        unmonitored = tuple(replace(slot, monitored=False) for slot in sintel(root).slots)
        await tx.movies.add(sintel(root, tmdb_id=10378, imdb_id="tt1254207", slots=unmonitored))
    async with store.snapshot() as tx:
        totals = await tx.counts.totals()
    assert totals == Totals(movies=2, monitored=1, files=1, wanted=1, library_bytes=3 << 32)
    async with store.transaction() as tx:
        await tx.movies.set_file(uhd.id, file("Sintel (2010)/uhd.mkv", size=1))
        assert (await tx.counts.totals()).wanted == 0


async def test_only_open_downloads_are_in_the_queue(store: Store) -> None:
    film = await library(store)
    states = [DownloadState.DOWNLOADING, DownloadState.DOWNLOADING, DownloadState.STALLED, DownloadState.IMPORTED]
    async with store.transaction() as tx:
        for number, state in enumerate(states):
            await tx.downloads.add(download(film, Infohash(f"{number:x}" * 40), state=state, tag=number))
    async with store.snapshot() as tx:
        totals = await tx.counts.totals()
    assert dict(totals.downloads) == {DownloadState.DOWNLOADING: 2, DownloadState.STALLED: 1}
    assert totals.queue == 3
