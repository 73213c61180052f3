"""Names that are no film's, and names that were made to hurt."""

import string

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from radarr.domain.parsing import parse, parse_group, parse_languages, parse_path, parse_quality

HEXADECIMAL = "0123456789abcdef"
FRAGMENTS = ["1999", "2024", ".", " ", "-", "[", "]", "(", ")", "german", "aka", " / ", "v2", "Extended", "1080p", "a."]


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("   ", id="blanks"),
        pytest.param("...---___", id="separators"),
        pytest.param("1999", id="a mere year"),
        pytest.param("Harbour.Patrol.2019.S02E05.1080p.WEB-DL.H264-OAK", id="an episode of a dated series"),
    ],
)
def test_what_is_no_film_is_not_read(name: str) -> None:
    assert parse(name) is None


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("[" * 500, id="brackets"),
        pytest.param("(2001) " * 500, id="years in brackets"),
        pytest.param("a.k.a." * 200, id="further titles"),
        pytest.param("aka " * 250 + "2001", id="nothing but further titles"),
        pytest.param("x" + " " * 4000 + "2001", id="blanks"),
        pytest.param("Film.2001" + "-a" * 2000, id="dashes"),
        pytest.param("Film.2001" + "[x]" * 1000, id="groups"),
        pytest.param("Film.2001.v" + "9" * 5000, id="a version of thousands of digits"),
        pytest.param("\u0661\u0669\u0669\u0669 Film \u0661\u0669\u0669\u0669", id="digits of another script"),
        pytest.param("\x00\ud800\ufffd.2001", id="no text at all"),
    ],
)
def test_a_hostile_name_is_answered(name: str) -> None:
    parse(name)
    parse_path(name)
    parse_quality(name)


@given(st.text(max_size=300))
@example("\u00b2.2001")
def test_no_text_makes_the_parser_raise(name: str) -> None:
    parse(name)
    parse_quality(name)
    parse_group(name)
    parse_languages(name)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=200).map("".join))
def test_no_pile_of_fragments_makes_the_parser_raise(name: str) -> None:
    parsed = parse(name)
    if parsed:
        assert parsed.title
        assert parsed.titles[0] == parsed.title
        assert parsed.languages


@given(st.text(string.ascii_letters + string.digits, min_size=32, max_size=40))
def test_a_row_of_letters_and_digits_is_no_film(name: str) -> None:
    assert parse(name) is None


@given(st.text(HEXADECIMAL, min_size=32, max_size=32))
def test_a_hash_is_no_film_whatever_its_extension(digest: str) -> None:
    assert parse(f"{digest}.mkv") is None
