"""Finding a film by what a person types."""

import pytest

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.app.usecases.look_up_movie import LookUpMovie
from radarr.ports.driving import movies
from radarr.ports.errors import Unavailable
from radarr.ports.metadata import MovieDetails

pytestmark = pytest.mark.anyio

FILMS = (
    MovieDetails(1, "Harbour Lights", imdb_id="tt7654321", year=1982),
    MovieDetails(2, "Harbour Lights 2049", year=2017),
    MovieDetails(3, "Harbour Lights", titles=("Hafenlichter",), year=2019),
)


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
    look_up: movies.LookUpMovie = LookUpMovie(SimulatedMetadata(FILMS))
    assert [film.tmdb_id for film in await look_up.execute(term)] == ids


@pytest.mark.parametrize("term", ["tmdb:3", "imdb:tt7654321", "Harbour Lights"])
async def test_a_film_database_that_is_down_is_no_unknown_film(term: str) -> None:
    metadata = SimulatedMetadata(FILMS)
    metadata.trouble = Unavailable("TMDB cannot be reached")
    with pytest.raises(Unavailable):
        await LookUpMovie(metadata).execute(term)
