"""From TMDB's fields to a film."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from radarr.adapters.tmdb.details import details_of
from radarr.adapters.tmdb.wire import FoundFields, MovieFields, PageFields
from radarr.ports.metadata import (
    AlternativeTitle,
    FilmCollection,
    FilmRelease,
    MovieDetails,
    Rating,
    ReleaseKind,
    Translation,
)

SAMPLES = Path(__file__).parents[4].parent / "shared" / "contracts" / "samples" / "tmdb"
samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the wire samples are not beside this checkout")


def _details(**fields: Any) -> MovieDetails:
    return details_of(msgspec.convert({"id": 7, **fields}, MovieFields))


def _releases(*dates: tuple[int, str]) -> dict[str, Any]:
    return {"results": [{"release_dates": [{"type": kind, "release_date": day}]} for kind, day in dates]}


def test_empty_and_null_are_unknown() -> None:
    nulls = dict.fromkeys(name for name in MovieFields.__struct_fields__ if name not in {"id", "title"})
    empty = {"release_date": "", "imdb_id": "", "overview": "", "runtime": 0, "original_language": "xx"}
    for fields in ({}, nulls, empty):
        found = _details(title="Lantern", **fields)
        assert found == MovieDetails(7, "Lantern")


def test_the_earliest_date_of_any_country_counts() -> None:
    dates = _releases(
        (3, "2019-11-08T00:00:00.000Z"), (2, "2019-09-04T00:00:00.000Z"), (1, "2019-05-17T00:00:00.000Z"), (4, "soon")
    )
    found = _details(title="Lantern", release_date="2019-05-17", release_dates=dates)
    assert (found.in_cinemas, found.digital_release, found.year) == (date(2019, 9, 4), None, 2019)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        pytest.param({"release_dates": _releases((1, "2019-05-17"))}, date(2019, 5, 17), id="a-premiere"),
        pytest.param({"release_date": "2019-08-01"}, date(2019, 8, 1), id="the-stated-day"),
    ],
)
def test_without_a_cinema_date_the_next_best_counts(fields: dict[str, Any], day: date) -> None:
    assert _details(title="Lantern", **fields).in_cinemas == day
    assert _details(title="Lantern", **fields).year == 2019


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "French"), ("cn", "Chinese"), ("zh", "Chinese"), ("xx", ""), ("", ""), ("EN", "English")]
)
def test_a_language_has_its_english_name(code: str, name: str) -> None:
    assert _details(title="Lantern", original_language=code).original_language == name


def test_further_titles_stand_there_once() -> None:
    found = _details(
        title="The Paper Lantern",
        original_title="Le Lampion",
        alternative_titles={"titles": [{"title": "Paper Lantern"}, {"title": "Le Lampion"}]},
        translations={"translations": [{"data": {"title": "Paper Lantern"}}, {"data": {"title": ""}}, {"data": None}]},
    )
    assert found.titles == ("Paper Lantern",)


@samples
def test_a_whole_film_is_read() -> None:
    fields = msgspec.json.decode((SAMPLES / "movie_full_append_200.json").read_bytes(), type=MovieFields)
    assert details_of(fields) == MovieDetails(
        tmdb_id=987001,
        title="The Paper Lantern",
        imdb_id="tt7654321",
        original_title="Le Lampion de papier",
        original_language="French",
        titles=("Paper Lantern", "紙の灯り", "Die Papierlaterne"),
        year=2019,
        runtime=118,
        in_cinemas=date(2019, 9, 4),
        digital_release=date(2020, 2, 4),
        physical_release=date(2020, 1, 15),
        status="released",
        overview="A lamp maker looks for a lost letter.",
        releases=(
            FilmRelease(date(2019, 5, 17), ReleaseKind.PREMIERE, "FR"),
            FilmRelease(date(2019, 9, 4), ReleaseKind.THEATRICAL, "FR", "TP"),
            FilmRelease(date(2019, 11, 8), ReleaseKind.LIMITED, "US", "PG-13"),
            FilmRelease(date(2020, 1, 15), ReleaseKind.PHYSICAL, "FR"),
            FilmRelease(date(2020, 2, 4), ReleaseKind.DIGITAL, "US", "PG-13"),
            FilmRelease(date(2020, 3, 3), ReleaseKind.PHYSICAL, "US", "PG-13"),
            FilmRelease(date(2020, 8, 1), ReleaseKind.TELEVISION, "US"),
        ),
        alternative_titles=(
            AlternativeTitle("Paper Lantern", "US", "working title"),
            AlternativeTitle("紙の灯り", "JP"),
            AlternativeTitle("Die Papierlaterne", "DE"),
        ),
        translations=(
            Translation("The Paper Lantern", "English", "en", "US", "A lamp maker looks for a lost letter."),
            Translation(
                "Le Lampion de papier", "French", "fr", "FR", "Un fabricant de lampes cherche une lettre perdue."
            ),
            Translation("Die Papierlaterne", "German", "de", "DE"),
        ),
        collection=FilmCollection(55001, "The Lantern Collection"),
        genres=("Drama", "Mystery"),
        studio="Invented Films",
        poster="https://image.tmdb.org/t/p/original/ps987001.jpg",
        backdrop="https://image.tmdb.org/t/p/original/bd987001.jpg",
        ratings=(Rating("tmdb", 7.214, 1523),),
        popularity=31.442,
    )


def test_one_list_of_titles_does_not_crowd_out_the_other() -> None:
    alternatives = [{"title": f"Lantern, version {number}"} for number in range(300)]
    translated = [{"iso_639_1": "de", "data": {"title": f"Laterne {number}"}} for number in range(300)]
    found = _details(
        title="Lantern",
        alternative_titles={"titles": alternatives},
        translations={"translations": translated},
    )
    assert len(found.titles) == 100
    assert sum(title.startswith("Laterne") for title in found.titles) == 50
    assert (len(found.alternative_titles), len(found.translations)) == (300, 300)


def test_titles_of_one_key_are_one_title() -> None:
    spellings = ["Amélie!", "AMELIE", "Amelie, from Montmartre", "amelie from montmartre", " ", "x" * 201]
    found = _details(title="Amelie", alternative_titles={"titles": [{"title": title} for title in spellings]})
    assert found.titles == ("Amelie, from Montmartre",)


def test_an_untranslated_title_is_the_original_one_in_its_own_language_alone() -> None:
    stated = [{"iso_639_1": code, "data": {"title": "", "overview": "..."}} for code in ("fr", "de")]
    found = _details(original_title="Le Lampion", original_language="fr", translations={"translations": stated})
    assert [(item.language, item.title) for item in found.translations] == [("French", "Le Lampion"), ("German", "")]
    assert found.titles == ()


@pytest.mark.parametrize(
    ("dates", "years"),
    [
        pytest.param([(1, "2019-09-08"), (3, "2020-01-24")], (2019, 2020), id="a-festival-the-year-before"),
        pytest.param([(1, "2019-09-08"), (4, "2021-01-24")], (2019, 2021), id="never-in-cinemas"),
        pytest.param([(3, "2019-09-08"), (5, "2020-01-24")], (2019, None), id="a-disc-is-nothing-new"),
        pytest.param([(1, "2019-09-08")], (2019, None), id="not-out-yet"),
    ],
)
def test_the_year_in_which_people_saw_it_counts_as_well(
    dates: list[tuple[int, str]], years: tuple[int, int | None]
) -> None:
    found = _details(title="Lantern", release_date="2019-09-08", release_dates=_releases(*dates))
    assert (found.year, found.secondary_year) == years


def test_a_list_names_its_genres_by_number() -> None:
    whole = _details(genres=[{"id": 18, "name": "Drame"}, {"id": 4242, "name": "Newly made"}, {"id": 1, "name": None}])
    assert whole.genres == ("Drama", "Newly made")
    assert _details(genre_ids=[9648, 18, 18, 4242]).genres == ("Mystery", "Drama")


def test_pictures_come_from_the_address_that_is_set() -> None:
    fields = msgspec.convert({"id": 7, "poster_path": "/a.jpg", "backdrop_path": "b.jpg"}, MovieFields)
    found = details_of(fields, "https://pictures.example/t/p/")
    assert (found.poster, found.backdrop) == ("https://pictures.example/t/p/original/a.jpg", "")


def test_a_film_that_nobody_judged_has_no_rating() -> None:
    assert _details(vote_average=0.0, vote_count=0).ratings == ()
    assert _details(vote_average=8, vote_count=2).ratings == (Rating("tmdb", 8, 2),)


def test_what_no_database_takes_is_left_out() -> None:
    assert _details(title=" Lan\0tern\0 ", runtime=-3, original_title="\0") == MovieDetails(7, "Lantern")


def test_lists_of_nothing_are_understood() -> None:
    hollow = {
        "release_dates": {"results": [{"release_dates": None}, {"iso_3166_1": None, "release_dates": [{}]}]},
        "alternative_titles": {"titles": None},
        "translations": {"translations": [{"data": None}, {"iso_639_1": None, "data": {"title": None}}]},
        "external_ids": {"imdb_id": ""},
        "belongs_to_collection": None,
        "genres": None,
        "production_companies": [{"name": None}],
    }
    assert _details(title="Lantern", **hollow) == MovieDetails(7, "Lantern")


@samples
@pytest.mark.parametrize("name", ["movie_minimal_append_200", "movie_plain_200"])
def test_a_thin_film_is_read(name: str) -> None:
    assert details_of(msgspec.json.decode((SAMPLES / f"{name}.json").read_bytes(), type=MovieFields)).title


@samples
@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("find_imdb_200", FoundFields),
        ("find_imdb_empty_200", FoundFields),
        ("search_movie_200", PageFields),
        ("search_movie_empty_200", PageFields),
    ],
)
def test_lists_are_read(name: str, of: type) -> None:
    found = msgspec.json.decode((SAMPLES / f"{name}.json").read_bytes(), type=of)
    films = found.movie_results if isinstance(found, FoundFields) else found.results
    assert bool(films) == ("empty" not in name)
