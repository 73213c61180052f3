"""History, blocklist, ledger, outbox, loops."""

from dataclasses import replace

import pytest

from radarr.domain.history import BlocklistEntry, EventKind, HistoryEvent, Outcome, Stated
from radarr.domain.quality import BY_NAME
from radarr.ports.store import Store
from tests.contract.store.examples import HOUR, NOON, SAID, STATED, decided, library

pytestmark = pytest.mark.anyio


def event(movie_id: int = 1, **data: str) -> HistoryEvent:
    return HistoryEvent(at=NOON, kind=EventKind.GRABBED, movie_id=movie_id, title="Sintel.2010", data=data)


async def test_history_is_read_from_both_ends(store: Store) -> None:
    async with store.transaction() as tx:
        first, second, third = [await tx.history.add(event(movie_id=n, n=str(n))) for n in (1, 2, 1)]
    async with store.snapshot() as tx:
        assert await tx.history.since(first.id, 10) == (second, third)
        assert await tx.history.recent(1) == (third,)
        assert await tx.history.recent(10, movie_id=1) == (third, first)
        assert await tx.history.recent(10, offset=2) == (first,)
        assert await tx.history.count() == 3
        assert await tx.history.count(movie_id=2) == 1


async def test_the_blocklist_gives_entries_back_and_up(store: Store) -> None:
    async with store.transaction() as tx:
        entry = await tx.blocklist.add(
            BlocklistEntry(at=NOON, movie_id=7, title="bad", infohash="c" * 40, indexer="Alpha", message="no source")
        )
    async with store.transaction() as tx:
        assert await tx.blocklist.for_movie(7) == (entry,)
        assert await tx.blocklist.remove(entry.id)
        assert not await tx.blocklist.remove(entry.id)
        assert await tx.blocklist.all() == ()


async def test_the_blocklist_forgets_what_is_old(store: Store) -> None:
    async with store.transaction() as tx:
        old, new = [
            await tx.blocklist.add(
                BlocklistEntry(at=at, movie_id=7, title="bad", infohash=None, indexer="Alpha", message="no source")
            )
            for at in (NOON, NOON + HOUR)
        ]
        assert await tx.blocklist.forget(NOON + HOUR) == 1
        assert await tx.blocklist.all() == (new,)
        assert old != new


async def test_the_ledger_forgets_what_was_last_seen_long_ago(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.ledger.record(tuple(decided(film, guid=str(n), last_seen=NOON + n * HOUR) for n in range(5)))
        assert await tx.ledger.forget(NOON + 2 * HOUR, keep=10, limit=10) == 2
        assert await tx.ledger.forget(NOON + 2 * HOUR, keep=10, limit=10) == 0
        assert [entry.guid for entry in await tx.ledger.for_movie(film.id)] == ["4", "3", "2"]


async def test_the_ledger_keeps_no_more_than_so_many_and_forgets_the_oldest_first(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.ledger.record(tuple(decided(film, guid=str(n), last_seen=NOON + n // 2 * HOUR) for n in range(6)))
        assert await tx.ledger.forget(NOON, keep=3, limit=2) == 2
        assert [entry.guid for entry in await tx.ledger.for_movie(film.id)] == ["4", "5", "2", "3"]
        assert await tx.ledger.forget(NOON, keep=3, limit=2) == 1
        assert {entry.guid for entry in await tx.ledger.for_movie(film.id)} == {"5", "4", "3"}


async def test_a_release_seen_again_is_one_row(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.ledger.record((decided(film),))
    async with store.transaction() as tx:
        await tx.ledger.record((decided(film, first_seen=NOON + HOUR, last_seen=NOON + HOUR, score=5),))
    async with store.snapshot() as tx:
        (entry,) = await tx.ledger.for_movie(film.id)
    assert (entry.first_seen, entry.last_seen, entry.seen, entry.score) == (NOON, NOON + HOUR, 2, 5)
    assert entry.rejections == decided(film).rejections


async def test_the_ledger_keeps_slots_apart_and_says_what_became_of_a_candidate(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.transaction() as tx:
        await tx.ledger.record((decided(film, rank=2), decided(film, guid="b", rank=1), decided(film, slot_id=uhd.id)))
        await tx.ledger.mark(main.id, 1, "b", Outcome.GRABBED)
    async with store.snapshot() as tx:
        found = await tx.ledger.for_movie(film.id, main.id)
        assert [entry.guid for entry in found] == ["b", "alpha-1"]
        assert found[0].outcome is Outcome.GRABBED
        assert len(await tx.ledger.for_movie(film.id)) == 3


async def test_a_round_of_a_thousand_decisions_is_recorded(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.ledger.record(tuple(decided(film, guid=str(n % 1200)) for n in range(1300)))
    async with store.snapshot() as tx:
        assert len(await tx.ledger.for_movie(film.id)) == 1200


async def test_all_that_a_decision_rests_on_is_kept(store: Store) -> None:
    film = await library(store)
    whole = decided(film, infohash="b" * 40, size=9, stated=STATED, parsed=SAID)
    telesync = BY_NAME["TELESYNC"]._replace(resolution=1080)
    lines = decided(film, guid="b", quality="TELESYNC", stated=Stated(), parsed=SAID._replace(quality=telesync))
    old = decided(film, guid="c")
    async with store.transaction() as tx:
        await tx.ledger.record((whole, lines, old))
    async with store.snapshot() as tx:
        found = await tx.ledger.walk((0, 0), 10)
    assert [replace(entry, id=0) for entry in found] == [whole, lines, old]


async def test_the_ledger_is_read_film_by_film_a_few_decisions_at_a_time(store: Store) -> None:
    film = await library(store)
    places = [(2, "a"), (1, "b"), (2, "c"), (1, "d"), (3, "e")]
    async with store.transaction() as tx:
        await tx.ledger.record(tuple(decided(film, movie_id=movie_id, guid=guid) for movie_id, guid in places))
    read: list[str] = []
    after = (0, 0)
    async with store.snapshot() as tx:
        while page := await tx.ledger.walk(after, 2):
            assert len(page) <= 2
            read += [entry.guid for entry in page]
            after = (page[-1].movie_id, page[-1].id)
        beyond = await tx.ledger.walk((2, 0), 10)
    assert read == ["b", "d", "a", "c", "e"]
    assert [entry.guid for entry in beyond] == ["a", "c", "e"]


async def test_orders_wait_in_line_until_they_are_delivered(store: Store) -> None:
    async with store.transaction() as tx:
        await tx.outbox.add("search", "{}")
        await tx.outbox.add("client.remove", '{"id": 1}')
    async with store.transaction() as tx:
        first, second = await tx.outbox.pending(10)
        await tx.outbox.delivered(first.id)
    async with store.snapshot() as tx:
        assert await tx.outbox.pending(10) == (second,)


async def test_loops_remember_their_last_run(store: Store) -> None:
    async with store.transaction() as tx:
        assert await tx.loops.last_run("feed") is None
        await tx.loops.ran("feed", NOON)
        await tx.loops.ran("feed", NOON + HOUR)
        assert await tx.loops.last_run("feed") == NOON + HOUR


async def test_what_was_grabbed_stays_grabbed_however_it_is_judged_later(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.ledger.record((decided(film, outcome=Outcome.ACCEPTED, rejections=()),))
        await tx.ledger.mark(film.slots[0].id, 1, "alpha-1", Outcome.GRABBED)
    async with store.transaction() as tx:
        await tx.ledger.record((decided(film),))
    async with store.snapshot() as tx:
        (entry,) = await tx.ledger.for_movie(film.id)
    assert entry.outcome is Outcome.GRABBED
    assert entry.rejections == decided(film).rejections
