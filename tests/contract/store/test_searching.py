"""What is looked for, and what is remembered of the searches for it."""

from dataclasses import replace

import pytest

from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.history import Outcome
from radarr.domain.movie import Movie
from radarr.domain.quality import BY_NAME
from radarr.domain.searching.want import SearchRecord, Want
from radarr.ports.store import Store
from tests.contract.store.examples import HOUR, NOON, decided, file, library

pytestmark = pytest.mark.anyio

RECORD = SearchRecord(3, NOON, "0123456789ab", missing=True, asked=((1, NOON - HOUR), (7, NOON)))
FOR_NOW = Rejection(Reason.MINIMUM_AGE, "it is too new", RejectionKind.TEMPORARY)
PASSING = Rejection(Reason.MINIMUM_SEEDERS, "nobody has it")
FOR_GOOD = Rejection(Reason.SAMPLE, "it is a sample")


def want(film: Movie, at: int = 0) -> Want:
    slot = film.slots[at]
    dates = (film.year, film.in_cinemas, film.digital_release, film.physical_release)
    return Want(slot.id, film.id, slot.profile, film.added_at, *dates)


async def test_every_monitored_slot_is_looked_for(store: Store) -> None:
    film = await library(store)
    main, uhd = film.slots
    async with store.transaction() as tx:
        await tx.movies.set_file(uhd.id, replace(file(), quality=BY_NAME["WEBDL-1080p"], formats=("x265",)))
        await tx.searching.save(uhd.id, RECORD)
    with_file = want(film, 1)._replace(quality=BY_NAME["WEBDL-1080p"], formats=("x265",), record=RECORD)
    async with store.snapshot() as tx:
        assert await tx.searching.wants(0, 9) == (want(film), with_file)
        assert await tx.searching.wants(0, 1) == (want(film),)
        assert await tx.searching.wants(main.id, 9) == (with_file,)
    async with store.transaction() as tx:
        await tx.movies.save_slot(replace(main, monitored=False))
        assert await tx.searching.wants(0, 9) == (with_file,)


async def test_the_latest_search_is_remembered(store: Store) -> None:
    film = await library(store)
    slot_id = film.slots[0].id
    async with store.transaction() as tx:
        assert await tx.searching.get(slot_id) is None
        await tx.searching.save(slot_id, RECORD)
        await tx.searching.save(slot_id, RECORD._replace(searches=4, asked=(), missing=False))
    async with store.snapshot() as tx:
        assert await tx.searching.get(slot_id) == RECORD._replace(searches=4, asked=(), missing=False)
    async with store.transaction() as tx:
        await tx.searching.forget(slot_id)
        await tx.searching.forget(slot_id)
        assert await tx.searching.get(slot_id) is None


async def test_with_a_film_goes_what_is_remembered_of_its_searches(store: Store) -> None:
    film = await library(store)
    slot_id = film.slots[0].id
    async with store.transaction() as tx:
        await tx.searching.save(slot_id, RECORD)
        await tx.movies.remove(film.id)
        await tx.searching.save(film.slots[1].id, RECORD)
    async with store.snapshot() as tx:
        assert await tx.searching.get(slot_id) is None
        assert await tx.searching.get(film.slots[1].id) is None


async def test_an_offer_is_open_unless_it_was_refused_for_good_or_grabbed(store: Store) -> None:
    film = await library(store)
    slot_id = film.slots[0].id
    offers = {
        1: decided(film, rejections=(FOR_NOW, PASSING)),
        2: decided(film, rejections=(FOR_NOW, FOR_GOOD)),
        3: decided(film, rejections=(), outcome=Outcome.ACCEPTED),
        4: decided(film, rejections=(), outcome=Outcome.GRABBED),
    }
    rows = [replace(one, slot_id=slot_id, indexer_id=indexer_id) for indexer_id, one in offers.items()]
    async with store.transaction() as tx:
        await tx.ledger.record(tuple(rows))
        await tx.ledger.record((replace(rows[0], slot_id=film.slots[1].id, indexer_id=9),))
    async with store.snapshot() as tx:
        assert await tx.searching.open_offers(slot_id) == {1, 3}
        assert await tx.searching.open_offers(999) == frozenset()
