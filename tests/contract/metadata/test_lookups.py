"""Looking a film up by what people type."""

import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.usecases.look_up_movie import LookUpMovie
from radarr.ports.driving.movies import FoundMovie
from radarr.ports.errors import Gone
from radarr.ports.metadata import Metadata
from tests.contract.metadata.benches import EARLIER, LANTERN, REMAKE

pytestmark = pytest.mark.anyio


async def _look_up(metadata: Metadata, term: str) -> tuple[FoundMovie, ...]:
    return await LookUpMovie(metadata, MemoryStore(), SystemClock()).execute(term)


@pytest.mark.parametrize("name", [LANTERN.title.upper(), LANTERN.original_title, *LANTERN.titles])
async def test_a_film_is_found_by_each_of_its_names(metadata: Metadata, name: str) -> None:
    assert LANTERN.tmdb_id in {film.tmdb_id for film in await metadata.search(name)}


async def test_of_a_wrong_year_the_nearest_film_comes_first(metadata: Metadata) -> None:
    found = [film.tmdb_id for film in await metadata.search("Paper Lantern", LANTERN.year + 1)]
    assert found[0] == LANTERN.tmdb_id
    assert set(found[1:]) == {EARLIER.tmdb_id, REMAKE.tmdb_id}


@pytest.mark.parametrize("text", ["&query=Lantern", "100% / ? # \u706f", "../../authentication"])
async def test_a_title_is_text_and_nothing_else(metadata: Metadata, text: str) -> None:
    assert await metadata.search(text) == ()


@pytest.mark.parametrize(
    "term",
    [
        "tmdb:987001",
        "imdb:tt7654321",
        "tt7654321",
        "https://www.themoviedb.org/movie/987001-lantern",
        "Lampion de papier",
    ],
)
async def test_a_film_is_found_by_id_page_or_title(metadata: Metadata, term: str) -> None:
    assert [found.movie.tmdb_id for found in await _look_up(metadata, term)] == [LANTERN.tmdb_id]


@pytest.mark.parametrize("term", ["tmdb:1", "imdb:tt0000001", "tmdb:", "Quite another film 1999"])
async def test_what_nobody_knows_is_no_error(metadata: Metadata, term: str) -> None:
    assert await _look_up(metadata, term) == ()


@pytest.mark.parametrize("text", ["", "  \t "])
async def test_no_text_finds_nothing(metadata: Metadata, text: str) -> None:
    assert await metadata.search(text, 2019) == ()


async def test_a_pasted_page_is_no_title(metadata: Metadata) -> None:
    assert await metadata.search("Paper Lantern " * 2000) == ()


async def test_half_a_character_does_no_harm(metadata: Metadata) -> None:
    assert len(await metadata.search("Paper\ud83d Lantern")) == 3


@pytest.mark.parametrize("imdb_id", ["", "nm7654321", "tt7654321/../../authentication", "tt\u0667\u0666"])
async def test_what_is_no_imdb_id_is_gone(metadata: Metadata, imdb_id: str) -> None:
    with pytest.raises(Gone):
        await metadata.find(imdb_id)
