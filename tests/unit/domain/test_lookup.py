"""What a person types to find a film."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.lookup import LookupTerm, read_term


@pytest.mark.parametrize(
    "term",
    [
        "tmdb:603",
        " TMDB: 603 ",
        "tmdbid:603",
        "https://www.themoviedb.org/movie/603-the-lantern",
        "themoviedb.org/movie/603?language=de",
    ],
)
def test_a_film_is_named_by_its_tmdb_id_or_page(term: str) -> None:
    assert read_term(term) == LookupTerm(tmdb_id=603)


@pytest.mark.parametrize(
    "term",
    [
        "imdb:tt0133093",
        "IMDB:TT0133093",
        "imdb:133093",
        "tt0133093",
        "https://www.imdb.com/title/tt0133093/?ref_=fn",
        "https://m.imdb.com/de/title/tt0133093/",
    ],
)
def test_a_film_is_named_by_its_imdb_id_or_page(term: str) -> None:
    assert read_term(term) == LookupTerm(imdb_id="tt0133093")


@pytest.mark.parametrize(
    ("term", "text", "year"),
    [
        pytest.param("Paper Lantern (2019)", "Paper Lantern", 2019, id="brackets"),
        pytest.param("Paper Lantern [2019]", "Paper Lantern", 2019, id="square-brackets"),
        pytest.param("  Paper   Lantern 2019 ", "Paper Lantern", 2019, id="bare"),
        pytest.param("Paper Lantern(2019)", "Paper Lantern", 2019, id="no-space"),
        pytest.param("Paper Lantern, 2019", "Paper Lantern", 2019, id="comma"),
        pytest.param("1917 (2019)", "1917", 2019, id="a-year-for-a-title"),
        pytest.param("1917", "1917", 0, id="a-title-that-is-a-year"),
        pytest.param("(1917)", "(1917)", 0, id="a-year-alone"),
        pytest.param("Lantern 3000", "Lantern 3000", 0, id="no-year"),
        pytest.param("Lantern 12019", "Lantern 12019", 0, id="a-longer-number"),
        pytest.param("Paper Lantern", "Paper Lantern", 0, id="no-number"),
        pytest.param("tmdb:lantern", "tmdb:lantern", 0, id="no-id-of-tmdb"),
        pytest.param("tmdb:99999999999", "tmdb:99999999999", 0, id="too-large"),
        pytest.param("imdb:nm0000001", "imdb:nm0000001", 0, id="a-person"),
        pytest.param("", "", 0, id="nothing"),
    ],
)
def test_a_year_behind_a_title_is_split_off(term: str, text: str, year: int) -> None:
    assert read_term(term) == LookupTerm(text, year)


@given(st.text(max_size=400))
def test_whatever_is_typed_is_understood_as_one_thing(term: str) -> None:
    read = read_term(term)
    assert len(read.text) <= 200
    assert bool(read.text) + (read.tmdb_id is not None) + (read.imdb_id is not None) == bool(term.split())
