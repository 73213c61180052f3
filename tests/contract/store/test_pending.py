"""Releases that wait."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.movie import Movie
from radarr.domain.pending import Pending, offer_of
from radarr.ports.errors import Conflict
from radarr.ports.store import Store
from tests.contract.store.examples import NOON, download, library

pytestmark = pytest.mark.anyio


def waits(movie: Movie, slot: int = 0, guid: str = "alpha-1", hours: float = 1, **changes: Any) -> Pending:
    grab = download(movie).grab
    fields = {
        "movie_id": movie.id,
        "slot_id": movie.slots[slot].id,
        "release": grab.release._replace(guid=guid),
        "parsed": grab.parsed,
        "score": 5,
        "reason": Reason.MINIMUM_AGE_DELAY,
        "since": NOON,
        "due_at": NOON + timedelta(hours=hours),
    }
    return Pending(**{**fields, **changes})


async def test_a_release_that_waits_comes_back_as_it_was_offered(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.pending.put(waits(film))
        await tx.pending.put(waits(film, 1))
    async with store.snapshot() as tx:
        first, second = await tx.pending.all()
        assert await tx.pending.of_movies([film.id]) == (first, second)
        assert await tx.pending.of_movies([film.id + 1]) == await tx.pending.of_movies([]) == ()
        assert await tx.pending.get(second.id) == second
        assert await tx.pending.get(second.id + 1) is None
    assert (first, second) == (replace(waits(film), id=first.id), replace(waits(film, 1), id=second.id))


async def test_one_that_is_offered_again_waits_since_it_came_first(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.pending.put(waits(film))
        (before,) = await tx.pending.all()
        later = waits(film, hours=9, since=NOON + timedelta(hours=2), reason=Reason.MINIMUM_AGE)
        await tx.pending.put(later)
        assert await tx.pending.all() == (replace(later, id=before.id, since=NOON),)


async def test_films_are_due_one_after_the_other(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        assert await tx.pending.next_due() is None
        other = await tx.movies.add(replace(film, tmdb_id=9, imdb_id=None))
        for release in (waits(film, hours=3), waits(other, guid="b", hours=2), waits(other, guid="c", hours=4)):
            await tx.pending.put(release)
    async with store.snapshot() as tx:
        assert await tx.pending.next_due() == NOON + timedelta(hours=2)
        assert await tx.pending.due(NOON + timedelta(hours=1), 9) == ()
        assert await tx.pending.due(NOON + timedelta(hours=4), 9) == (other.id, film.id)
        assert await tx.pending.due(NOON + timedelta(hours=4), 1) == (other.id,)


async def test_what_is_dropped_is_dropped_for_its_slot_alone(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        for release in (waits(film), waits(film, 1), waits(film, guid="b")):
            await tx.pending.put(release)
        await tx.pending.drop(film.slots[0].id, [offer_of(waits(film).release), (7, "never there")])
        await tx.pending.drop(film.slots[0].id, [])
        assert [(p.slot_id, p.release.guid) for p in await tx.pending.all()] == [
            (film.slots[1].id, "alpha-1"),
            (film.slots[0].id, "b"),
        ]


async def test_with_its_film_goes_what_waits_for_it(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.pending.put(waits(film))
        await tx.movies.remove(film.id)
        assert await tx.pending.all() == ()


async def test_nothing_waits_for_a_slot_that_is_gone(store: Store) -> None:
    film = await library(store)
    async with store.transaction() as tx:
        await tx.movies.remove(film.id)

    async def put() -> None:
        async with store.transaction() as tx:
            await tx.pending.put(waits(film))

    with pytest.raises(Conflict):
        await put()
