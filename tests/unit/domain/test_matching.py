"""Which film a release is."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.domain.decision.reason import Reason
from radarr.domain.imdb import normalise_imdb
from radarr.domain.matching import Match, match
from radarr.domain.movie import Movie
from radarr.domain.movie_index import MovieIndex
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release

NOW = datetime(2026, 6, 1, tzinfo=UTC)
MATRIX = Movie(id=1, tmdb_id=603, imdb_id="tt0133093", title="The Matrix", year=1999, added_at=NOW)
RELOADED = Movie(id=2, tmdb_id=604, imdb_id="tt0234215", title="The Matrix Reloaded", year=2003, added_at=NOW)
AMELIE = Movie(
    id=3,
    tmdb_id=194,
    imdb_id="tt0211915",
    title="Amélie",
    original_title="Le Fabuleux Destin d'Amélie Poulain",
    titles=("Die fabelhafte Welt der Amélie",),
    year=2001,
    secondary_year=2002,
    added_at=NOW,
)
ROCKY = Movie(id=4, tmdb_id=1367, title="Rocky II", year=1979, added_at=NOW)
DUNE_1984 = Movie(id=5, tmdb_id=841, imdb_id="tt0087182", title="Dune", year=1984, added_at=NOW)
DUNE_2021 = Movie(id=6, tmdb_id=438631, imdb_id="tt1160419", title="Dune", year=2021, added_at=NOW)
GOETHE = Movie(
    id=7, tmdb_id=288170, title="Fack Ju Göthe 2", titles=("Fack Ju Göthe 2: Same same",), year=2015, added_at=NOW
)
LIBRARY = MovieIndex([MATRIX, RELOADED, AMELIE, ROCKY, GOETHE, DUNE_1984, DUNE_2021])


def offer(**changes: Any) -> Release:
    return Release(guid="g", indexer_id=1, indexer="Alpha", title="a name")._replace(**changes)


def says(title: str, year: int = 0, *further: str, **changes: Any) -> ParsedRelease:
    return ParsedRelease(name="a name", title=title, titles=(title, *further), year=year)._replace(**changes)


def find(release: Release, parsed: ParsedRelease | None, searched: Movie | None = None) -> Match[Movie]:
    return match(release, parsed, LIBRARY, searched)


def refused(found: Match[Movie]) -> tuple[Reason, str]:
    assert found.movie is None
    (rejection,) = found.rejections
    return rejection.reason, rejection.message


@pytest.mark.parametrize(
    ("parsed", "film"),
    [
        pytest.param(says("The Matrix", 1999), MATRIX, id="title and year"),
        pytest.param(says("the.matrix", 1999), MATRIX, id="case and separators"),
        pytest.param(says("The Matrix"), MATRIX, id="no year, one film of that name"),
        pytest.param(says("Amelie", 2001), AMELIE, id="without the accent"),
        pytest.param(says("Le Fabuleux Destin d'Amelie Poulain", 2001), AMELIE, id="original title"),
        pytest.param(says("Die fabelhafte Welt der Amelie", 2001), AMELIE, id="translated title"),
        pytest.param(says("Amelie", 2002), AMELIE, id="secondary year"),
        pytest.param(says("Something Else", 2001, "Something", "Amelie"), AMELIE, id="the name after AKA"),
        pytest.param(says("Rocky 2", 1979), ROCKY, id="an arabic numeral"),
        pytest.param(says("Fack Ju Goethe 2", 2015), GOETHE, id="an umlaut spelt out"),
        pytest.param(says("Fack Ju Göthe II", 2015), GOETHE, id="a roman numeral"),
        pytest.param(says("Fack Ju Goethe 2: Same same", 2015), GOETHE, id="a further title"),
        pytest.param(says("Dune", 2021), DUNE_2021, id="the year tells a remake from its original"),
    ],
)
def test_a_film_is_known_by_its_names(parsed: ParsedRelease, film: Movie) -> None:
    assert find(offer(), parsed) == Match(film)


def test_a_roman_numeral_is_known_as_well() -> None:
    index = MovieIndex([replace(ROCKY, title="Rocky 2")])
    assert match(offer(), says("Rocky II", 1979), index, None).movie is not None


def test_a_film_of_unknown_year_is_known_by_its_title() -> None:
    assert match(offer(), says("The Matrix", 1999), MovieIndex([replace(MATRIX, year=0)]), None).movie is not None


@pytest.mark.parametrize(
    "ids",
    [{"imdb_id": "tt0211915"}, {"imdb_id": "211915"}, {"imdb_id": "TT00211915"}, {"tmdb_id": 194}],
    ids=str,
)
def test_a_right_id_with_an_unknown_local_title_is_still_that_film(ids: dict[str, Any]) -> None:
    assert find(offer(**ids), says("Amelia z Montmartru", 2001)) == Match(AMELIE)
    assert find(offer(**ids), says("Amelia z Montmartru")) == Match(AMELIE)


def test_an_id_in_the_name_counts_as_well() -> None:
    assert find(offer(), says("Amelia z Montmartru", 2001, tmdb_id=194)) == Match(AMELIE)
    assert find(offer(), says("Amelia z Montmartru", 2001, imdb_id="tt0211915")) == Match(AMELIE)


def test_a_right_id_forgives_a_year_and_no_more() -> None:
    assert find(offer(tmdb_id=603), says("The Matrix", 2000)) == Match(MATRIX)
    assert refused(find(offer(tmdb_id=603), says("The Matrix", 2001))) == (
        Reason.ID_MISMATCH,
        "its id is that of The Matrix (1999), but its name says 2001",
    )


def test_a_title_forgives_no_year() -> None:
    assert refused(find(offer(), says("The Matrix", 2000))) == (
        Reason.UNKNOWN_MOVIE,
        "The Matrix (2000) is no film of the library",
    )


def test_an_id_that_the_name_belies_is_not_believed() -> None:
    assert refused(find(offer(tmdb_id=603), says("Amelie"))) == (
        Reason.ID_MISMATCH,
        "its id is that of The Matrix (1999), but its name that of Amélie (2001)",
    )


def test_ids_of_two_films_are_no_match() -> None:
    assert refused(find(offer(tmdb_id=603, imdb_id="tt0234215"), says("The Matrix", 1999))) == (
        Reason.AMBIGUOUS_MOVIE,
        "its ids belong to different films: The Matrix Reloaded (2003) or The Matrix (1999)",
    )


def test_a_name_that_two_films_bear_is_no_match_without_a_year() -> None:
    assert refused(find(offer(), says("Dune"))) == (
        Reason.AMBIGUOUS_MOVIE,
        "Dune may be Dune (1984) or Dune (2021)",
    )
    assert find(offer(tmdb_id=841), says("Dune")) == Match(DUNE_1984)


def test_an_id_of_a_film_that_is_not_ours_is_a_mistake_only_beside_a_right_title_and_year() -> None:
    assert find(offer(tmdb_id=99), says("The Matrix", 1999)) == Match(MATRIX)
    assert refused(find(offer(imdb_id="tt9999999"), says("The Matrix"))) == (
        Reason.ID_MISMATCH,
        "The Matrix states no year, and its id is not that of The Matrix (1999)",
    )


def test_a_name_that_says_nothing_is_no_film() -> None:
    assert refused(find(offer(tmdb_id=603), None))[0] is Reason.UNABLE_TO_PARSE


def test_a_search_takes_only_the_film_that_was_searched_for() -> None:
    assert find(offer(), says("The Matrix", 1999), MATRIX) == Match(MATRIX)
    assert refused(find(offer(), says("The Matrix Reloaded", 2003), MATRIX)) == (
        Reason.WRONG_MOVIE,
        "this is The Matrix Reloaded (2003), not The Matrix (1999)",
    )
    assert refused(find(offer(), says("Matrix of Nobody", 2012), MATRIX)) == (
        Reason.WRONG_MOVIE,
        "this is Matrix of Nobody (2012), not The Matrix (1999)",
    )


def test_a_film_of_the_library_that_is_only_a_further_title_of_another_keeps_its_name() -> None:
    other = replace(RELOADED, tmdb_id=1, title="Neo", titles=("The Matrix",), year=1999)
    assert match(offer(), says("The Matrix", 1999), MovieIndex([other, MATRIX]), None) == Match(MATRIX)


@pytest.mark.parametrize(
    ("stated", "normal"),
    [("tt0133093", "tt0133093"), ("133093", "tt0133093"), ("tt12345678", "tt12345678"), ("0", None), ("none", None)],
)
def test_imdb_ids_have_one_form(stated: str, normal: str | None) -> None:
    assert normalise_imdb(stated) == normal
