"""Films are looked up over v3, and come with all that is known of them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from dependency_injector import providers

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.ports.errors import PortError, Unauthorised, Unavailable
from radarr.ports.metadata import MovieDetails
from tests.contract.http.openapi import needs_contract, schemas, strange
from tests.contract.http.served import served, sintel
from tests.contract.metadata.benches import FILMS, LANTERN, REMAKE
from tests.unit.app.usecases.house import house

pytestmark = pytest.mark.anyio

SOON = MovieDetails(7, "Dawn", status="announced", year=2027)


@asynccontextmanager
async def _served() -> AsyncIterator[tuple[httpx.AsyncClient, SimulatedMetadata]]:
    metadata = SimulatedMetadata((*FILMS, SOON))
    async with house() as home:
        with home.container.metadata.override(providers.Object(metadata)):
            async with served(home) as http:
                yield http, metadata


async def _look_up(http: httpx.AsyncClient, term: str) -> list[dict[str, Any]]:
    answer = await http.get("/api/v3/movie/lookup", params={"term": term})
    assert answer.status_code == 200
    return list(answer.json())


@pytest.mark.parametrize(
    "term",
    ["tmdb:987001", "tmdbid:987001", "imdb:tt7654321", "https://www.themoviedb.org/movie/987001", "Lampion de papier"],
)
async def test_a_film_is_found_with_all_that_clients_read(term: str) -> None:
    async with _served() as (http, _):
        (film,) = await _look_up(http, term)
    assert "id" not in film
    assert (film["tmdbId"], film["imdbId"], film["titleSlug"], film["title"]) == (
        *(987001, "tt7654321", "987001"),
        "The Paper Lantern",
    )
    assert (film["year"], film["runtime"], film["status"], film["hasFile"], film["monitored"]) == (
        *(2019, 118, "released"),
        *(False, False),
    )
    poster = LANTERN.poster
    assert film["images"][0] == {"coverType": "poster", "url": poster, "remoteUrl": poster}
    assert [image["coverType"] for image in film["images"]] == ["poster", "fanart"]
    assert film["ratings"] == {"tmdb": {"votes": 1523, "value": 7.214, "type": "user"}}
    assert (film["genres"], film["studio"], film["certification"]) == (["Drama", "Mystery"], "Invented Films", "PG-13")
    assert film["collection"] == {"title": "The Lantern Collection", "tmdbId": 55001}
    assert film["originalLanguage"] == {"id": 2, "name": "French"}
    assert {title["title"] for title in film["alternateTitles"]} == set(LANTERN.titles)
    assert (film["added"], film["inCinemas"]) == ("0001-01-01T00:00:00Z", "2019-09-04T00:00:00Z")


async def test_a_film_of_which_little_is_known_and_one_to_come_are_films() -> None:
    async with _served() as (http, _):
        (bare,) = await _look_up(http, f"tmdb:{REMAKE.tmdb_id}")
        (soon,) = await _look_up(http, "Dawn 2027")
    assert (bare["images"], bare["ratings"], bare["genres"], bare["year"]) == ([], {}, [], 0)
    assert "collection" not in bare
    assert (soon["status"], soon["isAvailable"]) == ("announced", False)


async def test_what_nobody_knows_is_an_empty_list_and_by_its_id_a_404() -> None:
    async with _served() as (http, _):
        for term in ("tmdb:1", "imdb:tt0000001", "Quite another film", ""):
            assert await _look_up(http, term) == []
        for path in ("tmdb?tmdbId=1", "tmdb", "tmdb?tmdbId=-3", "imdb?imdbId=tt0000001", "imdb?imdbId=Lantern", "imdb"):
            assert (await http.get(f"/api/v3/movie/lookup/{path}")).status_code == 404


@pytest.mark.parametrize("path", ["tmdb?tmdbId=987001", "imdb?imdbId=tt7654321", "imdb?imdbId=7654321"])
async def test_an_id_is_answered_with_the_one_film(path: str) -> None:
    async with _served() as (http, _):
        assert (await http.get(f"/api/v3/movie/lookup/{path}")).json()["tmdbId"] == 987001


async def test_what_was_looked_up_is_sent_back_to_add_it_and_found_in_the_library_then() -> None:
    async with _served() as (http, metadata):
        (film,) = await _look_up(http, "tmdb:987001")
        body = {**film, "qualityProfileId": 4, "rootFolderPath": "/library", "monitored": True}
        added = (await http.post("/api/v3/movie", json=body)).json()
        shown = (await http.get("/api/v3/movie")).json()
        assert shown == [added]
        for field in ("images", "genres", "ratings", "collection", "certification", "studio", "popularity"):
            assert added[field] == film[field], field
        metadata.trouble = Unavailable("TMDB cannot be reached")
        assert await _look_up(http, "tmdb:987001") == [added]
        assert (await http.get("/api/v3/movie/lookup/imdb?imdbId=tt7654321")).json() == added


@pytest.mark.parametrize(
    ("error", "status"),
    [
        pytest.param(Unavailable("TMDB cannot be reached", remedy="is there a network?"), 503, id="down"),
        pytest.param(Unauthorised("no TMDB key", remedy="set tmdb.api_key"), 502, id="no-key"),
    ],
)
async def test_a_film_database_that_fails_is_told_and_films_are_added_all_the_same(
    error: PortError, status: int
) -> None:
    async with _served() as (http, metadata):
        metadata.trouble = error
        answer = await http.get("/api/v3/movie/lookup?term=Lantern")
        assert (answer.status_code, answer.json()) == (status, {"message": error.message, "description": error.remedy})
        assert (await http.post("/api/v3/movie", json=sintel())).status_code == 201


@needs_contract
async def test_what_is_looked_up_has_radarrs_shape() -> None:
    known = schemas()
    async with _served() as (http, _):
        await http.post("/api/v3/movie", json=sintel(tmdbId=987001))
        found = await _look_up(http, "Lantern") + await _look_up(http, "Dawn")
        assert {"id" in film for film in found} == {True, False}
        for film in [*found, *(await http.get("/api/v3/movie")).json()]:
            assert list(strange(film, known["MovieResource"], known, "movie")) == []
