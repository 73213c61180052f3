"""What the film database said of the library's films."""

from dataclasses import replace
from datetime import date

import pytest

from radarr.domain.movie import Movie, RootFolder
from radarr.domain.movie_index import FilmNames
from radarr.ports.errors import Conflict
from radarr.ports.metadata import FilmSummary, MovieDetails
from radarr.ports.store import Store
from radarr.ports.store.metadata import DueFilm, MetadataRecord
from tests.contract.metadata.benches import LANTERN, REMAKE
from tests.contract.store.examples import HOUR, NOON, library, sintel

pytestmark = pytest.mark.anyio


async def _keep(store: Store, *records: MetadataRecord) -> None:
    async with store.transaction() as tx:
        for record in records:
            await tx.metadata.save(record)


async def _two_more(store: Store) -> tuple[Movie, ...]:
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/srv/movies", sentinel="6f1c"))
        return tuple([await tx.movies.add(sintel(root, tmdb_id=number)) for number in (7, 8)])


@pytest.mark.parametrize(
    "details",
    [
        pytest.param(LANTERN, id="all-of-it"),
        pytest.param(REMAKE, id="next-to-nothing"),
        pytest.param(LANTERN._replace(title="\0\ud800 灯", studio="\ud800"), id="ugly-text"),
        pytest.param(None, id="never-told"),
    ],
)
async def test_what_was_told_of_a_film_comes_back_whole(store: Store, details: MovieDetails | None) -> None:
    film = await library(store)
    record = MetadataRecord(film.id, NOON, NOON + HOUR, details, gone_since=None if details else NOON)
    await _keep(store, record)
    async with store.snapshot() as tx:
        assert await tx.metadata.get(film.id) == record
        assert await tx.metadata.get(film.id + 1) is None


async def test_a_later_answer_takes_the_place_of_the_earlier_one(store: Store) -> None:
    film = await library(store)
    await _keep(store, MetadataRecord(film.id, NOON, NOON + HOUR, LANTERN))
    later = MetadataRecord(film.id, NOON + HOUR, NOON + 2 * HOUR, LANTERN._replace(digital_release=date(2020, 5, 1)))
    await _keep(store, later)
    async with store.snapshot() as tx:
        assert await tx.metadata.get(film.id) == later


async def test_lists_are_told_the_little_that_they_show(store: Store) -> None:
    film = await library(store)
    other, bare = await _two_more(store)
    await _keep(
        store,
        MetadataRecord(film.id, NOON, NOON, LANTERN),
        MetadataRecord(bare.id, NOON, NOON, REMAKE),
        MetadataRecord(other.id, NOON, NOON, None, gone_since=NOON),
    )
    async with store.snapshot() as tx:
        found = await tx.metadata.summaries((film.id, other.id, bare.id, 99))
        assert dict(found) == {film.id: LANTERN.summary(), bare.id: FilmSummary()}
        assert dict(await tx.metadata.summaries(())) == {}
    assert found[film.id].certification == "PG-13"


async def test_what_was_never_asked_for_is_due_first_and_then_what_is_due_longest(store: Store) -> None:
    first = await library(store)
    second, third = await _two_more(store)
    async with store.snapshot() as tx:
        assert [due.movie_id for due in await tx.metadata.due(NOON, 10)] == [first.id, second.id, third.id]
    await _keep(
        store,
        MetadataRecord(first.id, NOON - 9 * HOUR, NOON, LANTERN),
        MetadataRecord(second.id, NOON - 9 * HOUR, NOON - HOUR, LANTERN),
    )
    async with store.snapshot() as tx:
        assert await tx.metadata.due(NOON, 2) == (DueFilm(third.id, 8), DueFilm(second.id, 7))
        assert [due.movie_id for due in await tx.metadata.due(NOON, 10)] == [third.id, second.id, first.id]
        assert [due.movie_id for due in await tx.metadata.due(NOON - HOUR, 10)] == [third.id, second.id]


async def test_a_clock_that_was_set_back_makes_no_film_wait_for_years(store: Store) -> None:
    film = await library(store)
    await _keep(store, MetadataRecord(film.id, NOON, NOON + 9 * HOUR, LANTERN))
    async with store.snapshot() as tx:
        assert await tx.metadata.due(NOON + HOUR, 10) == ()
        assert [due.movie_id for due in await tx.metadata.due(NOON - HOUR, 10)] == [film.id]


async def test_a_person_may_make_every_film_due(store: Store) -> None:
    film = await library(store)
    (other, _) = await _two_more(store)
    record = MetadataRecord(film.id, NOON, NOON + 9 * HOUR, LANTERN)
    await _keep(store, record, MetadataRecord(other.id, NOON - HOUR, NOON - HOUR, LANTERN))
    async with store.transaction() as tx:
        await tx.metadata.make_due(NOON)
    async with store.snapshot() as tx:
        assert [due.movie_id for due in await tx.metadata.due(NOON, 2)][1:] == [other.id]
        assert await tx.metadata.get(film.id) == record._replace(due_at=NOON)
        kept = await tx.metadata.get(other.id)
    assert kept is not None
    assert kept.due_at == NOON - HOUR


async def test_films_that_the_film_database_lost_are_told_by_name(store: Store) -> None:
    film = await library(store)
    other, _ = await _two_more(store)
    await _keep(
        store,
        MetadataRecord(film.id, NOON, NOON, LANTERN, gone_since=NOON),
        MetadataRecord(other.id, NOON, NOON, LANTERN),
    )
    async with store.snapshot() as tx:
        (lost,) = await tx.metadata.gone(5)
        assert await tx.metadata.gone(0) == ()
    assert lost == FilmNames(film.id, film.tmdb_id, film.imdb_id, "Sintel", year=2010)
    assert str(lost) == "Sintel (2010)"


async def test_a_changed_film_keeps_its_record_and_a_removed_one_takes_it_along(store: Store) -> None:
    film = await library(store)
    record = MetadataRecord(film.id, NOON, NOON, LANTERN)
    await _keep(store, record)
    async with store.transaction() as tx:
        await tx.movies.save(replace(film, title="Durian"))
        assert await tx.metadata.get(film.id) == record
        await tx.movies.remove(film.id)
    async with store.snapshot() as tx:
        assert await tx.metadata.get(film.id) is None
        assert await tx.metadata.due(NOON, 10) == ()
    with pytest.raises(Conflict):
        await _keep(store, record)
