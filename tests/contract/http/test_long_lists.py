"""A library that is longer than what is read at a time."""

from dataclasses import replace

import httpx
import pytest

from radarr.domain.movie import Movie, Slot
from radarr.ports.errors import Unavailable
from tests.contract.http.served import served
from tests.unit.app.usecases.house import NOON, House, house

pytestmark = pytest.mark.anyio
MANY = 250


async def fill(home: House) -> None:
    await home.want_sintel()
    async with home.store.transaction() as tx:
        (root,) = await tx.roots.all()
        slot = Slot(profile="HD-1080p", root_id=root.id)
        film = Movie(tmdb_id=1, title="", year=2010, added_at=NOON, slots=(slot,))
        for number in range(1, MANY):
            await tx.movies.add(replace(film, tmdb_id=number, title=f"Film {number}"))


async def test_a_long_library_is_one_list_in_order_of_id() -> None:
    async with house() as home, served(home) as http:
        await fill(home)
        answer = await http.get("/api/v3/movie")
    films = answer.json()
    assert answer.headers["content-type"] == "application/json; charset=utf-8"
    assert len(films) == MANY
    assert [film["id"] for film in films] == sorted(film["id"] for film in films)
    assert films[-1]["title"] == f"Film {MANY - 1}"


async def test_one_film_of_a_long_library_is_found_by_its_tmdb_id() -> None:
    async with house() as home, served(home) as http:
        await fill(home)
        answer = await http.get("/api/v3/movie?tmdbId=77")
        none = await http.get("/api/v3/movie?tmdbId=7777")
    assert [film["title"] for film in answer.json()] == ["Film 77"]
    assert none.json() == []


async def test_a_list_that_cannot_be_read_to_its_end_never_looks_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    async with house() as home, served(home) as http:
        await fill(home)
        looks = 0
        snapshot = home.store.snapshot

        def failing() -> object:
            nonlocal looks
            looks += 1
            home.store.trouble = Unavailable("the database is away") if looks > 2 else None
            return snapshot()

        monkeypatch.setattr(home.store, "snapshot", failing)
        with pytest.raises(httpx.RemoteProtocolError):
            await http.get("/api/v3/movie")
