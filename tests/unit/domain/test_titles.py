"""Titles as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.languages import LANGUAGES, by_iso, by_name
from radarr.domain.titles import clean_title, numeral_variants, search_text


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("The Grand Budapest Hotel", "thegrandbudapesthotel", id="a leading article stays"),
        pytest.param("Lord.of.the.Rings", "lordrings", id="inner fillers go"),
        pytest.param("I'm Here, That's All", "imherethatsall", id="apostrophes do not part words"),
        pytest.param("Amélie", "amelie", id="accents"),
        pytest.param("Das Boot für München", "dasbootfuermuenchen", id="umlauts"),
        pytest.param("1917", "1917", id="a title of digits"),
        pytest.param("M*A*S*H", "mash", id="an acronym of stars"),
        pytest.param("千と千尋の神隠し", "千と千尋の神隠し", id="another script"),
        pytest.param("...", "...", id="nothing but signs"),
    ],
)
def test_two_spellings_of_a_title_have_one_key(title: str, key: str) -> None:
    assert clean_title(title) == key


def test_rocky_2_and_rocky_ii_meet() -> None:
    assert "rockyii" in numeral_variants(clean_title("Rocky 2"))
    assert numeral_variants(clean_title("Rocky II")) == ()


@pytest.mark.parametrize("title", ["Hawaii", "2 Guns", "Blade Runner 2049", "District 99"])
def test_what_only_looks_like_a_numeral_is_left_alone(title: str) -> None:
    assert numeral_variants(clean_title(title)) == ()


def test_an_indexer_is_asked_in_plain_words() -> None:
    assert search_text("Lilo & Stitch's P.D.", 2002) == "Lilo and Stitchs PD 2002"


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(title: str) -> None:
    key = clean_title(title)
    assert clean_title(key) == key


def test_languages_are_found_by_every_code() -> None:
    assert by_iso("de") == by_iso("ger") == by_iso("deu") == by_name("german")
    assert {language.name for language in (by_iso("pt"), by_iso("pt-BR")) if language} == {
        "Portuguese",
        "Portuguese (Brazil)",
    }
    assert by_iso("xx") is None
    assert len({language.id for language in LANGUAGES}) == len(LANGUAGES) == 60
