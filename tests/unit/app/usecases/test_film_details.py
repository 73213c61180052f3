"""What the library keeps of what the film database says."""

from dataclasses import replace

import pytest

from radarr.app.usecases.film_details import film_facts, lost, new_movie, renewed, told
from radarr.domain.naming import FilmFacts, folder_name
from radarr.ports.metadata import FilmCollection, FilmRelease, MovieDetails, ReleaseKind, Translation
from tests.unit.app.usecases.house import NOON, house

LANTERN = MovieDetails(
    987001,
    "The Paper Lantern",
    imdb_id="tt7654321",
    original_title="Le Lampion de papier",
    titles=("Die Papierlaterne",),
    year=2019,
    runtime=118,
    overview="A lamp maker looks for a lost letter.",
    releases=(FilmRelease(NOON.date(), ReleaseKind.THEATRICAL, "US", "PG-13"),),
    translations=(
        Translation("O Lampião", "Portuguese", "pt", "PT"),
        Translation("A Lanterna", "Portuguese", "pt", "AO"),
        Translation("Die Papierlaterne", "German", "de", "DE", "Ein Lampenmacher sucht einen Brief."),
        Translation("", "Dutch", "nl", "NL", "Een lampenmaker zoekt een brief."),
        Translation("Fenero", "", "eo"),
    ),
    collection=FilmCollection(55001, "The Lantern Collection"),
)


def test_names_may_speak_of_collection_certification_and_the_first_title_of_each_language() -> None:
    movie = new_movie(LANTERN, NOON)
    facts = film_facts(told(movie, LANTERN, NOON))
    assert facts == FilmFacts(
        "The Lantern Collection", "PG-13", (("Portuguese", "O Lampião"), ("German", "Die Papierlaterne"))
    )
    assert folder_name(movie, "{Movie Collection}/{Movie Title:DE} {Movie Certification}", film=facts) == (
        "The Lantern Collection/Die Papierlaterne PG-13"
    )


def test_of_a_film_that_nobody_was_asked_about_names_speak_of_nothing_more() -> None:
    movie = new_movie(LANTERN, NOON)
    assert film_facts(None) == film_facts(lost(movie, None, NOON)) == FilmFacts()


@pytest.mark.parametrize("field", ["title", "original_title", "imdb_id", "year", "runtime", "overview"])
def test_what_is_unknown_never_replaces_what_is_known(field: str) -> None:
    movie = new_movie(LANTERN, NOON)
    nothing = {"title": "", "original_title": "", "imdb_id": None, "year": 0, "runtime": 0, "overview": ""}
    assert renewed(movie, LANTERN._replace(**{field: nothing[field]})) == movie


def test_a_day_and_a_title_that_are_taken_back_are_gone() -> None:
    movie = replace(new_movie(LANTERN, NOON), in_cinemas=NOON.date(), digital_release=NOON.date())
    after = renewed(movie, LANTERN._replace(titles=()))
    assert (after.in_cinemas, after.digital_release, after.titles) == (None, None, ())


def test_a_film_stays_lost_since_it_was_first_missed() -> None:
    movie = new_movie(LANTERN, NOON)
    later = NOON.replace(year=2027)
    again = lost(movie, lost(movie, told(movie, LANTERN, NOON), NOON), later)
    assert (again.gone_since, again.fetched_at) == (NOON, later)
    assert again.details is not None


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("key", "every", "period"),
    [
        pytest.param("k" * 32, "86400", 86400, id="with-a-key"),
        pytest.param("k" * 32, "0", 0, id="switched-off"),
        pytest.param("", "86400", 0, id="without-a-key"),
    ],
)
async def test_the_film_database_is_asked_regularly_by_who_has_a_key(key: str, every: str, period: float) -> None:
    async with house(RADARR__TMDB__API_KEY=key, RADARR__SCHEDULE__REFRESH_METADATA=every) as home:
        periods = {loop.name: loop.every for loop in home.container.supervisor().status()}
        assert periods["refresh_metadata"] == period
