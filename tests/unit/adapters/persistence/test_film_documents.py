"""Documents of films come back as they were written, also by a version that knew less."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from radarr.adapters.persistence.film_documents import read_details, read_summary, write_rest, write_summary
from radarr.adapters.persistence.types import Json
from radarr.ports.metadata import (
    AlternativeTitle,
    FilmCollection,
    FilmRelease,
    FilmSummary,
    MovieDetails,
    Rating,
    ReleaseKind,
    Translation,
)

_NUMBERS = st.integers(0, 2**31 - 1)
_DAYS = st.dates(date(1890, 1, 1))
_TEXTS = st.text(max_size=20)
_SHARES = st.floats(0, 10, allow_nan=False)


def _some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


_DETAILS = st.builds(
    MovieDetails,
    tmdb_id=_NUMBERS.filter(bool),
    title=_TEXTS.filter(bool),
    imdb_id=st.none() | _TEXTS.filter(bool),
    titles=_some(_TEXTS),
    year=_NUMBERS,
    runtime=_NUMBERS,
    in_cinemas=st.none() | _DAYS,
    digital_release=st.none() | _DAYS,
    secondary_year=st.none() | _NUMBERS.filter(bool),
    releases=_some(st.builds(FilmRelease, _DAYS, st.sampled_from(ReleaseKind), _TEXTS, _TEXTS)),
    alternative_titles=_some(st.builds(AlternativeTitle, _TEXTS, _TEXTS, _TEXTS)),
    translations=_some(st.builds(Translation, _TEXTS, _TEXTS, _TEXTS, _TEXTS, _TEXTS)),
    collection=st.none() | st.builds(FilmCollection, _NUMBERS, _TEXTS),
    genres=_some(_TEXTS),
    studio=_TEXTS,
    poster=_TEXTS,
    ratings=_some(st.builds(Rating, _TEXTS, _SHARES, _NUMBERS)),
    popularity=_SHARES,
)


def _kept(document: dict[str, Any]) -> Any:
    column = Json()
    dialect: Any = None
    return column.process_result_value(column.process_bind_param(document, dialect), dialect)


@given(_DETAILS)
def test_what_is_written_is_read_again(details: MovieDetails) -> None:
    summary, rest = _kept(write_summary(details)), _kept(write_rest(details))
    assert read_details(summary, rest) == details
    assert read_summary(summary) == details.summary()


def test_what_an_earlier_version_did_not_write_is_unknown_and_a_later_ones_fields_are_ignored() -> None:
    assert read_summary({}) == FilmSummary()
    assert read_summary({"studio": "Invented Films", "awards": [1]}) == FilmSummary(studio="Invented Films")
    assert read_details({}, {"tmdb_id": 7, "title": "Dawn", "awards": [1]}) == MovieDetails(7, "Dawn")
