"""The pause, and what is remembered of indexers."""

import pytest

from radarr.domain.pause import Pause
from radarr.domain.resilience.indexer_record import IndexerRecord
from radarr.domain.searching.feed_mark import FeedMark, Gap
from radarr.ports.store import Store
from tests.contract.store.examples import HOUR, NOON

pytestmark = pytest.mark.anyio

ALPHA = IndexerRecord(
    indexer_id=7,
    name="Alpha",
    level=3,
    resting_until=NOON + HOUR,
    failing_since=NOON,
    last_error="HTTP 500",
    spent=((1767268800, 12), (1767272400, 3)),
    feeds=((1767268800, 2),),
    feed=FeedMark(NOON, NOON - HOUR, NOON - 2 * HOUR, Gap(NOON, NOON - 9 * HOUR, NOON - 3 * HOUR, NOON, 7)),
)
BETA = IndexerRecord(indexer_id=2, name="Beta", feed=FeedMark(NOON, NOON, NOON))


async def test_nothing_is_paused_until_somebody_says_so(store: Store) -> None:
    async with store.snapshot() as tx:
        assert await tx.pauses.get() is None


async def test_a_pause_holds_until_it_is_ended(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.pauses.set(Pause(NOON))
    async with store.transaction() as tx:
        assert await tx.pauses.get() == Pause(NOON)
        await tx.pauses.set(Pause(NOON, NOON + HOUR))
    async with store.transaction() as tx:
        assert await tx.pauses.get() == Pause(NOON, NOON + HOUR)
        await tx.pauses.set(None)
        await tx.pauses.set(None)
    async with store.snapshot() as tx:
        assert await tx.pauses.get() is None


async def test_indexers_are_remembered_in_order_of_their_ids(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.indexers.save((ALPHA, BETA))
        await tx.indexers.save(())
    async with store.snapshot() as tx:
        assert await tx.indexers.all() == (BETA, ALPHA)


async def test_an_indexer_that_recovers_takes_the_place_of_what_was_remembered(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.indexers.save((ALPHA, BETA))
    recovered = ALPHA._replace(level=2, resting_until=None, failing_since=None, spent=())
    async with store.transaction() as tx:
        await tx.indexers.save((recovered,))
    async with store.snapshot() as tx:
        assert await tx.indexers.all() == (BETA, recovered)


async def test_an_indexer_that_is_gone_is_forgotten(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.indexers.save((ALPHA, BETA))
        await tx.indexers.forget((BETA.indexer_id, 99))
        await tx.indexers.forget(())
    async with store.snapshot() as tx:
        assert await tx.indexers.all() == (ALPHA,)
