"""The library's names in memory are always those of the database."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.simulated.store import MemoryStore
from radarr.app.usecases import library_index
from radarr.app.usecases.library_index import Library, LibraryIndex
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.domain.movie_index import MovieIndex
from radarr.ports.errors import Conflict
from radarr.ports.store import Transaction
from tests.unit.app.usecases.house import NOON
from tests.unit.domain.test_movie_index import IMDB, TITLES, YEARS

Change = tuple[str, int, Movie]
films = st.builds(
    Movie,
    tmdb_id=st.integers(1, 8),
    imdb_id=st.sampled_from(IMDB),
    title=st.sampled_from(TITLES),
    original_title=st.sampled_from(("", *TITLES)),
    titles=st.lists(st.sampled_from(TITLES), max_size=3).map(tuple),
    year=st.sampled_from(YEARS),
    secondary_year=st.sampled_from((None, 2022)),
    added_at=st.just(NOON),
    slots=st.lists(
        st.builds(Slot, profile=st.sampled_from(("HD", "UHD")), root_id=st.just(1), monitored=st.booleans()), max_size=1
    ).map(tuple),
)
kinds = st.sampled_from(("add", "rename", "remove", "monitor", "nothing", "roll back"))
changes = st.lists(st.tuples(kinds, st.integers(0, 5), films), max_size=15)


class Undone(Exception):
    """Rolls a transaction back."""


async def carry_out(tx: Transaction, change: Change) -> None:
    """Do it to one of the films that there are, if there is any."""
    kind, which, film = change
    there = await tx.movies.all()
    if kind in {"add", "roll back"}:
        with suppress(Conflict):
            await tx.movies.add(film)
    elif there:
        one = there[which % len(there)]
        if kind == "rename":
            await tx.movies.save(replace(film, id=one.id, tmdb_id=one.tmdb_id))
        elif kind == "remove":
            await tx.movies.remove(one.id)
        elif kind == "monitor" and one.slots:
            await tx.movies.save_slot(replace(one.slots[0], monitored=not one.slots[0].monitored))
    if kind == "roll back":
        raise Undone


async def library_of(given_changes: Sequence[Change]) -> None:
    store = MemoryStore()
    async with store.transaction() as tx:
        await tx.roots.add(RootFolder(path="/library", sentinel="s"))
    index = LibraryIndex(store)
    seen: dict[int, object] = {}
    for change in given_changes:
        with suppress(Undone):
            async with store.transaction() as tx:
                await carry_out(tx, change)
        library = await index.look()
        async with store.snapshot() as tx:
            movies = await tx.movies.all()
        assert answers(library.films) == answers(MovieIndex(movies))
        looked_for = tuple((s.id, s.profile) for m in movies for s in m.slots if s.monitored)
        assert seen.setdefault(library.looked_for, looked_for) == looked_for


def answers(index: MovieIndex[Any]) -> list[list[int]]:
    """The ids of everything that can be found."""
    found = [index.by_titles((title,), year) for title in TITLES for year in YEARS]
    found += [index.by_ids((imdb,), (tmdb,)) for imdb in IMDB for tmdb in (None, *range(1, 9))]
    return [[film.id for film in some] for some in found]


@given(changes)
def test_after_any_changes_a_look_finds_what_a_new_index_of_the_database_would(given_changes: list[Change]) -> None:
    anyio.run(library_of, given_changes)


async def many() -> tuple[MemoryStore, LibraryIndex]:
    store = MemoryStore()
    async with store.transaction() as tx:
        await tx.roots.add(RootFolder(path="/library", sentinel="s"))
        for number in range(1, 31):
            slot = Slot(profile="HD", root_id=1)
            await tx.movies.add(Movie(tmdb_id=number, title=f"Film {number}", added_at=NOON, slots=(slot,)))
    return store, LibraryIndex(store)


def titles(library: Library) -> list[str]:
    return [film.title for n in range(40) for film in library.films.by_ids((), (n,))]


@pytest.mark.anyio
async def test_a_library_of_many_pages_is_known_to_its_last_film(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_index, "_PAGE", 7)
    monkeypatch.setattr(library_index, "_SLOTS", 7)
    monkeypatch.setattr(library_index, "_AT_ONCE", 2)
    store, index = await many()
    before = await index.look()
    assert len(titles(before)) == 30
    async with store.transaction() as tx:
        (last,) = await tx.movies.some([30])
        await tx.movies.save(replace(last, title="Another name"))
        await tx.movies.save_slot(replace(last.slots[0], monitored=False))
    after = await index.look()
    assert titles(after) == [*(f"Film {n}" for n in range(1, 30)), "Another name"]
    assert after.looked_for != before.looked_for


@pytest.mark.anyio
async def test_films_swap_their_names_and_are_still_told_apart() -> None:
    store, index = await many()
    await index.look()
    async with store.transaction() as tx:
        one, other = await tx.movies.some([1, 2])
        await tx.movies.save(replace(one, title=other.title))
        await tx.movies.save(replace(other, title=one.title))
    library = await index.look()
    assert [film.id for film in library.films.by_titles(("Film 1",), 0)] == [2]
    assert [film.id for film in library.films.by_titles(("Film 2",), 0)] == [1]
