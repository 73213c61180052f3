"""What releases claimed, and what their files turned out to be."""

from typing import Any

import pytest

from radarr.domain.media.claims import ClaimRecord, Honesty
from radarr.domain.quality import BY_NAME, Revision
from radarr.domain.states.download import DownloadState
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.store import Store
from tests.contract.store.examples import HOUR, NOON, download, library

pytestmark = pytest.mark.anyio


def claim(**changes: Any) -> ClaimRecord:
    plain = ClaimRecord(
        at=NOON,
        movie_id=1,
        slot_id=1,
        infohash="a" * 40,
        title="Sintel.2010.REPACK.2160p.BluRay.x265-GRP",
        group="grp",
        quality=BY_NAME["Bluray-2160p"],
        revision=Revision(2, 1, repack=True),
        languages=("German", "English"),
        found=BY_NAME["Bluray-720p"],
        heard=("English",),
        lies=("the name says 2160p, and the picture has 1280x544 (720p)", "the name says German"),
        refused=True,
    )
    return plain._replace(**changes)


async def test_a_claim_comes_back_with_all_of_it(store: Store) -> None:
    bare = claim(infohash="b" * 40, group=None, heard=(), lies=(), refused=False)
    async with store.transaction() as tx:
        await tx.claims.keep(claim())
        await tx.claims.keep(bare)
    async with store.snapshot() as tx:
        assert await tx.claims.get(1, "a" * 40) == claim()
        assert await tx.claims.get(1, "b" * 40) == bare
        assert await tx.claims.get(2, "a" * 40) is None


async def test_a_torrent_has_one_claim_a_slot(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.claims.keep(claim())
        await tx.claims.keep(claim(refused=False))
        await tx.claims.keep(claim(slot_id=2))
    async with store.snapshot() as tx:
        assert await tx.claims.contradicted(1) == (claim(refused=False), claim(slot_id=2))


async def test_contradicted_claims_of_a_film_come_oldest_first(store: Store) -> None:
    later, true = claim(at=NOON + HOUR), claim(infohash="b" * 40, lies=())
    other, earlier = claim(movie_id=2, infohash="c" * 40), claim(infohash="d" * 40)
    async with store.transaction() as tx:
        for each in (later, true, other, earlier):
            await tx.claims.keep(each)
    async with store.snapshot() as tx:
        assert await tx.claims.contradicted(1) == (earlier, later)


async def test_a_group_is_known_by_what_it_claimed_of_any_film(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.claims.keep(claim())
        await tx.claims.keep(claim(movie_id=2, slot_id=2, lies=()))
        await tx.claims.keep(claim(movie_id=3, slot_id=3, group="other"))
    async with store.snapshot() as tx:
        assert await tx.claims.honesty("GRP") == Honesty(2, 1)
        assert await tx.claims.honesty("nobody") == Honesty()
    assert str(Honesty(2, 1)) == "1 of 2 releases were not what they claimed"


async def test_what_was_let_go_is_known_by_slot(store: Store) -> None:
    movie = await library(store)
    ends = (DownloadState.REMOVED, DownloadState.IGNORED, DownloadState.FAILED, DownloadState.DOWNLOADING)
    async with store.transaction() as tx:
        for number, state in enumerate(ends):
            slot = movie.slots[number % 2]
            infohash = Infohash(str(number) * 40)
            await tx.downloads.add(download(movie, infohash, state=state, slot_ids=(slot.id,), tag=number))
    async with store.snapshot() as tx:
        found = [await tx.downloads.let_go(slot.id) for slot in movie.slots]
    title = "Sintel.2010.REPACK.1080p.BluRay.x264-GRP"
    assert [tuple(gone) for (gone,) in found] == [
        (title, "0" * 40, "Alpha", 3 << 30),
        (title, "1" * 40, "Alpha", 3 << 30),
    ]
