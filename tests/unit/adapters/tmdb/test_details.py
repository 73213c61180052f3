"""From TMDB's fields to a film."""

from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from radarr.adapters.tmdb.details import details_of
from radarr.adapters.tmdb.wire import FoundFields, MovieFields, PageFields
from radarr.ports.metadata import MovieDetails

SAMPLES = Path(__file__).parents[4].parent / "shared" / "contracts" / "samples" / "tmdb"
samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the wire samples are not beside this checkout")


def _details(**fields: Any) -> MovieDetails:
    return details_of(msgspec.convert({"id": 7, **fields}, MovieFields))


def _releases(*dates: tuple[int, str]) -> dict[str, Any]:
    return {"results": [{"release_dates": [{"type": kind, "release_date": day}]} for kind, day in dates]}


def test_empty_and_null_are_unknown() -> None:
    nulls = dict.fromkeys(("original_title", "overview", "release_date", "runtime", "status", "imdb_id"))
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
    )


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
