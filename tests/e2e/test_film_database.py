"""The daemon and the film database: films are added by id, kept up to date, and none the worse while it is away."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.ports.metadata import AlternativeTitle, FilmCollection, FilmRelease, MovieDetails, ReleaseKind, Translation
from tests.e2e.world import World, beside, world

pytestmark = pytest.mark.anyio

LANTERN = MovieDetails(
    603,
    "The Paper Lantern",
    imdb_id="tt0133093",
    original_title="Le Lampion de papier",
    original_language="French",
    year=2010,
    runtime=15,
    overview="A lamp maker looks for a lost letter.",
    releases=(
        FilmRelease(date(2010, 9, 4), ReleaseKind.THEATRICAL, "US", "PG-13"),
        FilmRelease(date(2011, 2, 4), ReleaseKind.DIGITAL, "US"),
    ),
    alternative_titles=(AlternativeTitle("Paper Lantern", "GB"),),
    translations=(Translation("Die Papierlaterne", "German", "de", "DE"),),
    collection=FilmCollection(55001, "The Lantern Collection"),
    genres=("Drama", "Mystery"),
    studio="Invented Films",
    poster="https://image.tmdb.org/t/p/original/lantern.jpg",
)
GOOD = "The.Paper.Lantern.2010.FRENCH.1080p.WEB-DL.H264-ONE"
GERMAN = "Die.Papierlaterne.2010.FRENCH.1080p.WEB-DL.H264-ONE"
RENAMED = "Lampions.of.Paris.2010.FRENCH.1080p.WEB-DL.H264-ONE"


@asynccontextmanager
async def _world(tmp_path: Path, *films: MovieDetails) -> AsyncIterator[tuple[World, SimulatedTmdb]]:
    async with tmdb_server(films) as tmdb:
        section = f'[tmdb]\nurl = "{tmdb.url}"\napi_key = "{tmdb.api_key}"'
        async with world(tmp_path, section) as home:
            yield home, tmdb


async def _film(home: World, title: str) -> dict[str, Any]:
    """The library's film, once it has that title."""

    async def look() -> dict[str, Any] | None:
        film = await home.film()
        return film if film["title"] == title else None

    return dict(await home.until(look, f"the title {title}", within=150))


@pytest.mark.parametrize("named", ["tmdb:603", "imdb:tt0133093"])
async def test_a_film_is_added_by_its_id_and_arrives_under_what_tmdb_calls_it(tmp_path: Path, named: str) -> None:
    async with _world(tmp_path, LANTERN) as (home, _):
        home.offer(GOOD)
        await home.start({"RADARR__LIBRARY__FOLDER_FORMAT": "{Movie Collection}/{Movie CleanTitle} ({Release Year})"})
        assert "tmdb:603" in await home.radarr("movie", "lookup", "Paper Lantern", "2010")
        assert "try fewer words" in await home.radarr("movie", "lookup", "Quite another film", code=1)
        said = await home.radarr("movie", "add", named, "--search")
        assert "added The Paper Lantern (2010) as film 1" in said
        path = await home.until_imported("WEBDL-1080p")
        folder = path.parent.relative_to(home.library)
        assert str(folder) == "The Lantern Collection/The Paper Lantern (2010)"
        film = await home.film()
        (found,) = await home.get("/api/v3/movie/lookup?term=tmdb:603")
        assert found == film
        assert (film["imdbId"], film["certification"], film["genres"]) == ("tt0133093", "PG-13", ["Drama", "Mystery"])
        assert film["images"][0]["remoteUrl"] == LANTERN.poster
        assert film["digitalRelease"] == "2011-02-04T00:00:00Z"


@pytest.mark.parametrize("release", [GERMAN, RENAMED], ids=["translated", "renamed"])
async def test_a_film_is_found_under_each_title_that_it_gets(tmp_path: Path, release: str) -> None:
    async with _world(tmp_path, LANTERN._replace(translations=())) as (home, tmdb):
        await home.start()
        await home.radarr("movie", "add", "tmdb:603")
        home.offer(release)
        await _read_feeds(home)
        assert (await home.get("/api/v3/queue"))["totalRecords"] == 0
        tmdb.movies[603] = LANTERN._replace(title="Lampions of Paris")
        assert "1 film was asked for: 1 changed" in await home.radarr("movie", "refresh", "tmdb:603")
        await _read_feeds(home)
        await home.until_imported("WEBDL-1080p")
        film = await home.film()
        assert (film["id"], film["title"], film["hasFile"]) == (1, "Lampions of Paris", True)


async def _read_feeds(home: World) -> None:
    """Once; return when that is done."""
    started = await beside(lambda: home.daemon.call("POST", "/api/v3/command", {"name": "RssSync"}))

    async def ended() -> bool:
        return bool((await home.get(f"/api/v3/command/{started['id']}"))["status"] == "completed")

    await home.until(ended, "the look at the feeds")


async def test_while_tmdb_is_away_nothing_is_lost_and_it_is_asked_again(tmp_path: Path) -> None:
    async with _world(tmp_path, LANTERN) as (home, tmdb):
        await home.start()
        await home.until(lambda: _asked(tmdb), "the first look around")
        tmdb.failure = 503
        await home.radarr("movie", "add", "--title", "Lantern by hand", "--year", "2010", "--tmdb-id", "603")
        await home.until(lambda: _has_failed(home), "the failure of the loop")
        assert (await home.film())["title"] == "Lantern by hand"
        tmdb.failure = 0
        film = await _film(home, "The Paper Lantern")
        assert (film["id"], film["imdbId"], film["monitored"]) == (1, "tt0133093", True)


async def _asked(tmdb: SimulatedTmdb) -> bool:
    return bool(tmdb.paths)


async def _has_failed(home: World) -> bool:
    loops = (await home.get("/api/health/detailed"))["loops"]
    return bool(loops["refresh_metadata"]["failures"])


async def test_a_film_that_tmdb_lost_is_told_and_kept_over_a_restart(tmp_path: Path) -> None:
    async with _world(tmp_path, LANTERN) as (home, tmdb):
        await home.start()
        await home.radarr("movie", "add", "tmdb:603")
        before = await home.film()
        tmdb.movies.clear()
        assert "1 not known to TMDB" in await home.radarr("movie", "refresh", "--all")
        home.daemon.kill()
        await home.start()

        async def told() -> list[str]:
            messages = await home.get("/api/v3/health")
            return [message["message"] for message in messages if message["source"] == "RemovedMovieCheck"]

        (said,) = await home.until(told, "the word about a lost film")
        assert "The Paper Lantern (2010)" in said
        assert await home.film() == before


async def test_without_a_key_films_are_added_by_hand_and_looked_up_by_nobody(tmp_path: Path) -> None:
    async with world(tmp_path) as home:
        await home.start()
        assert "add films by hand or set tmdb.api_key" in await home.radarr("movie", "add", "tmdb:603", code=1)
        await home.want_sintel()
        assert "tmdb.api_key" in await home.radarr("movie", "refresh", "Sintel", code=1)
        (found,) = await home.get("/api/v3/movie/lookup?term=tmdb:45745")
        assert (found["id"], found["title"]) == (1, "Sintel")
