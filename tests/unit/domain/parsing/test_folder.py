"""Folders' names, which may begin with the year."""

import pytest

from radarr.domain.parsing import parse, parse_folder


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("2009 - Copper Fen", id="dash"),
        pytest.param("(2009) Copper Fen", id="brackets"),
        pytest.param("[2009] Copper Fen [1080p]", id="square brackets"),
        pytest.param("2009.Copper.Fen.1080p.BluRay.x264-OSTLER", id="dots"),
        pytest.param("Copper Fen (2009)", id="the year behind"),
    ],
)
def test_a_folder_tells_the_title_behind_the_year_too(name: str) -> None:
    parsed = parse_folder(name)
    assert parsed is not None
    assert (parsed.title, parsed.year, parsed.name) == ("Copper Fen", 2009, name)


def test_a_year_that_is_the_title_stays_the_title() -> None:
    parsed = parse_folder("1917 (2019)")
    assert parsed is not None
    assert (parsed.title, parsed.year) == ("1917", 2019)


@pytest.mark.parametrize("name", ["2009", "2009 - ", "Copper Fen", ""])
def test_a_folder_without_a_title_or_a_year_is_no_film(name: str) -> None:
    assert parse_folder(name) is None


def test_a_release_with_the_year_in_front_is_no_film() -> None:
    assert parse("2009 - Copper Fen") is None
