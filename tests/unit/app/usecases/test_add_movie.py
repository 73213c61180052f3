"""What the library keeps of a film that the film database knows."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from dependency_injector import providers

from radarr.adapters.simulated.metadata import SimulatedMetadata
from radarr.domain.movie import Movie
from radarr.ports.driving.movies import NewMovie
from radarr.ports.errors import Gone, Refused, Unauthorised
from radarr.ports.metadata import AlternativeTitle, FilmRelease, MovieDetails, Rating, ReleaseKind, Translation
from tests.unit.app.usecases.house import House, house

pytestmark = pytest.mark.anyio

LANTERN = MovieDetails(
    tmdb_id=987001,
    title="The Paper Lantern",
    imdb_id="tt7654321",
    original_title="Le Lampion de papier",
    original_language="French",
    titles=("Paper Lantern", "Die Papierlaterne"),
    year=2019,
    runtime=15,
    in_cinemas=date(2020, 1, 24),
    secondary_year=2020,
    releases=(FilmRelease(date(2020, 1, 24), ReleaseKind.THEATRICAL, "FR", "TP"),),
    alternative_titles=(AlternativeTitle("Paper Lantern", "US"),),
    translations=(Translation("Die Papierlaterne", "German", "de", "DE"),),
    genres=("Drama",),
    ratings=(Rating("tmdb", 7.2, 1523),),
)
RELEASE = "Die.Papierlaterne.2019.FRENCH.1080p.WEB-DL.H264-ONE"


async def _add(home: House, metadata: SimulatedMetadata, wanted: NewMovie) -> Movie:
    with home.container.metadata.override(providers.Object(metadata)):
        return await home.container.add_movie().execute(wanted)


@pytest.mark.parametrize("wanted", [NewMovie(tmdb_id=987001), NewMovie(imdb_id="tt7654321")], ids=["tmdb", "imdb"])
async def test_a_film_is_kept_with_all_its_names_and_years(wanted: NewMovie) -> None:
    async with house() as home:
        film = await _add(home, SimulatedMetadata([LANTERN]), wanted)
        async with home.store.snapshot() as tx:
            assert await tx.movies.by_tmdb(987001) == film
    assert film.titles == ("Paper Lantern", "Die Papierlaterne")
    assert (film.original_title, film.original_language) == ("Le Lampion de papier", "French")
    assert (film.year, film.secondary_year, film.runtime, film.in_cinemas) == (2019, 2020, 15, date(2020, 1, 24))


@pytest.mark.parametrize("year", [2019, 2020])
async def test_a_release_by_a_translated_title_and_either_year_is_of_the_film(year: int) -> None:
    async with house() as home:
        await _add(home, SimulatedMetadata([LANTERN]), NewMovie(tmdb_id=987001))
        release = home.offer(RELEASE.replace("2019", str(year)))
        await home.container.feed().execute()
        assert release.title in await home.states()


async def test_what_the_film_database_cannot_tell_is_not_added() -> None:
    metadata = SimulatedMetadata()
    async with house() as home:
        with pytest.raises(Gone):
            await _add(home, metadata, NewMovie(tmdb_id=1))
        metadata.trouble = Unauthorised("no TMDB key", remedy="add films by hand or set tmdb.api_key")
        with pytest.raises(Unauthorised, match="by hand"):
            await _add(home, metadata, NewMovie(tmdb_id=987001))
        by_hand = await _add(home, metadata, NewMovie(tmdb_id=987001, title="The Paper Lantern", year=2019))
        assert str(by_hand) == "The Paper Lantern (2019)"


async def test_a_language_is_taken_by_name_or_code_and_a_misspelt_one_is_refused() -> None:
    metadata = SimulatedMetadata()
    lantern = NewMovie(tmdb_id=987001, title="The Paper Lantern", year=2019)
    async with house() as home:
        with pytest.raises(Refused, match="no language"):
            await _add(home, metadata, replace(lantern, original_language="Frnch"))
        film = await _add(home, metadata, replace(lantern, original_language="fr"))
    assert film.original_language == "French"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({"year": 99999}, "no film is of the year 99999", id="year"),
        pytest.param({"year": 201}, "no film is of the year 201", id="year-cut-short"),
        pytest.param({"title": " \t"}, "a film needs a title", id="title"),
        pytest.param({"imdb_id": "nm0000206x"}, "'nm0000206x' is no IMDb id", id="imdb"),
        pytest.param({"runtime": 200_000}, "no film lasts 200000 minutes", id="runtime"),
    ],
)
async def test_a_film_given_by_hand_is_not_added_as_what_no_film_is(given: dict[str, Any], said: str) -> None:
    async with house() as home:
        with pytest.raises(Refused, match=said):
            await home.want_sintel(**given)
        async with home.store.snapshot() as tx:
            assert await tx.movies.all() == ()


async def test_a_film_given_by_hand_is_kept_in_clean_letters() -> None:
    async with house() as home:
        film = await home.want_sintel(title=" Sintel ", imdb_id="1727587")
    assert (film.title, film.imdb_id) == ("Sintel", "tt1727587")
