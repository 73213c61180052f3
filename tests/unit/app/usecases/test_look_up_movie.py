"""Finding a film by what a person types."""

from dataclasses import replace

import pytest

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.usecases.film_details import new_movie, told
from radarr.app.usecases.look_up_movie import LookUpMovie
from radarr.domain.movie import Movie, RootFolder, Slot
from radarr.ports.driving import movies
from radarr.ports.errors import Unavailable
from radarr.ports.metadata import FilmSummary, MovieDetails
from tests.unit.app.usecases.house import NOON, HandClock

pytestmark = pytest.mark.anyio

FILMS = (
    MovieDetails(1, "Harbour Lights", imdb_id="tt7654321", year=1982),
    MovieDetails(2, "Harbour Lights 2049", year=2017),
    MovieDetails(3, "Harbour Lights", titles=("Hafenlichter",), year=2019, genres=("Drama",)),
)


def _look_up(metadata: SimulatedMetadata, store: MemoryStore | None = None) -> movies.LookUpMovie:
    return LookUpMovie(metadata, store or MemoryStore(), HandClock())


async def _library(details: MovieDetails, *, known: bool) -> tuple[MemoryStore, Movie]:
    store = MemoryStore()
    async with store.transaction() as tx:
        root = await tx.roots.add(RootFolder(path="/library", sentinel="6f1c"))
        slots = (Slot(profile="HD-1080p", root_id=root.id),)
        film = await tx.movies.add(replace(new_movie(details, NOON), slots=slots))
        if known:
            await tx.metadata.save(told(film, details, NOON))
    return store, film


@pytest.mark.parametrize(
    ("term", "ids"),
    [
        pytest.param("tmdb:3", [3], id="tmdb"),
        pytest.param("imdb:tt7654321", [1], id="imdb"),
        pytest.param("tmdb:4", [], id="an-unknown-id"),
        pytest.param("imdb:tt0000001", [], id="an-unknown-imdb-id"),
        pytest.param("Harbour Lights (2019)", [3], id="of-a-year"),
        pytest.param("harbour lights 2020", [3, 1, 2], id="of-about-that-year"),
        pytest.param("Harbour Lights 2049", [2], id="a-number-in-the-title"),
        pytest.param("Hafenlichter", [3], id="a-translated-title"),
        pytest.param("Harbour Lights 1999", [1, 2, 3], id="a-wrong-year"),
        pytest.param("Another Harbour", [], id="nothing"),
        pytest.param(" ", [], id="no-text"),
    ],
)
async def test_a_film_is_found_by_what_people_type(term: str, ids: list[int]) -> None:
    found = await _look_up(SimulatedMetadata(FILMS)).execute(term)
    assert [(film.movie.tmdb_id, film.movie.id) for film in found] == [(number, 0) for number in ids]


@pytest.mark.parametrize("term", ["tmdb:3", "imdb:tt7654321", "Harbour Lights"])
async def test_a_film_database_that_is_down_is_no_unknown_film(term: str) -> None:
    metadata = SimulatedMetadata(FILMS)
    metadata.trouble = Unavailable("TMDB cannot be reached")
    with pytest.raises(Unavailable):
        await _look_up(metadata).execute(term)


@pytest.mark.parametrize("known", [True, False])
async def test_a_film_of_the_library_is_found_by_its_ids_while_the_film_database_is_down(*, known: bool) -> None:
    store, film = await _library(FILMS[0]._replace(genres=("Drama",)), known=known)
    metadata = SimulatedMetadata(FILMS)
    metadata.trouble = Unavailable("TMDB cannot be reached")
    for term in ("tmdb:1", "imdb:tt7654321", "https://www.themoviedb.org/movie/1"):
        (found,) = await _look_up(metadata, store).execute(term)
        assert found == (film, FilmSummary(genres=("Drama",)) if known else FilmSummary())


async def test_among_films_of_a_title_that_of_the_library_comes_with_its_id() -> None:
    store, film = await _library(FILMS[2], known=False)
    found = await _look_up(SimulatedMetadata(FILMS), store).execute("Harbour Lights")
    assert {found.movie.tmdb_id: found.movie.id for found in found} == {1: 0, 2: 0, 3: film.id}
    assert {found.summary.genres for found in found} == {(), ("Drama",)}
