"""What every film database does."""

import pytest

from radarr.ports.errors import Gone
from radarr.ports.metadata import Metadata
from tests.contract.metadata.benches import EARLIER, LANTERN, LATE, REMAKE

pytestmark = pytest.mark.anyio


async def test_a_film_is_known_whole_by_its_id(metadata: Metadata) -> None:
    assert isinstance(metadata, Metadata)
    assert await metadata.details(LANTERN.tmdb_id) == LANTERN


async def test_a_film_that_opened_a_year_after_its_festival_goes_by_both_years(metadata: Metadata) -> None:
    film = await metadata.details(LATE.tmdb_id)
    assert (film.year, film.secondary_year) == (2019, 2020)
    assert film == LATE


async def test_each_country_has_its_own_dates_and_age_rating(metadata: Metadata) -> None:
    film = await metadata.details(LANTERN.tmdb_id)
    assert {release.country for release in film.releases} == {"FR", "US"}
    assert [film.certification(), film.certification("FR"), film.certification("DE")] == ["PG-13", "TP", ""]


async def test_a_film_of_which_little_is_known_is_a_film(metadata: Metadata) -> None:
    assert await metadata.details(REMAKE.tmdb_id) == REMAKE


@pytest.mark.parametrize("imdb_id", ["tt7654321", "7654321", "TT07654321"])
async def test_a_film_is_found_by_its_imdb_id_however_written(metadata: Metadata, imdb_id: str) -> None:
    assert await metadata.find(imdb_id) == LANTERN


async def test_what_there_is_not_is_gone(metadata: Metadata) -> None:
    with pytest.raises(Gone):
        await metadata.details(1)
    for nothing in ("tt0000001", "nonsense", "tt"):
        with pytest.raises(Gone):
            await metadata.find(nothing)


async def test_a_year_tells_films_of_one_title_apart(metadata: Metadata) -> None:
    assert [film.tmdb_id for film in await metadata.search("paper lantern", 1974)] == [EARLIER.tmdb_id]
    assert len(await metadata.search("Paper Lantern")) == 3


async def test_a_wrong_year_still_finds_the_title(metadata: Metadata) -> None:
    found = {film.tmdb_id for film in await metadata.search("Paper Lantern", 2020)}
    assert found == {LANTERN.tmdb_id, EARLIER.tmdb_id, REMAKE.tmdb_id}


async def test_a_title_nobody_used_finds_nothing(metadata: Metadata) -> None:
    assert await metadata.search("Quite another film") == ()
