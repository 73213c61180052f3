"""Titles as keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.languages import LANGUAGES, by_iso, by_name, codes_of
from radarr.domain.titles import (
    clean_title,
    from_roman,
    numeral_variants,
    search_text,
    slug,
    sort_title,
    to_roman,
)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("The Grand Budapest Hotel", "thegrandbudapesthotel", id="a leading article stays"),
        pytest.param("Lord.of.the.Rings", "lordrings", id="inner fillers go"),
        pytest.param("I'm Here, That's All", "imherethatsall", id="apostrophes do not part words"),
        pytest.param("Amélie", "amelie", id="accents"),
        pytest.param("Das Boot für München", "dasbootfuermuenchen", id="umlauts"),
        pytest.param("K\u0131\u015f Uykusu", "kisuykusu", id="a letter without its dot"),
        pytest.param("1917", "1917", id="a title of digits"),
        pytest.param("M*A*S*H", "mash", id="an acronym of stars"),
        pytest.param("千と千尋の神隠し", "千と千尋の神隠し", id="another script"),
        pytest.param("...", "...", id="nothing but signs"),
        pytest.param("Alien\u00b3", "alien3", id="a raised digit"),
        pytest.param("Rocky \u2163", "rockyiv", id="a numeral in one letter"),
        pytest.param("The Naked Gun 2\u00bd", "thenakedgun212", id="a fraction"),
        pytest.param("\uff26\uff55\uff4c\uff4c", "full", id="wide letters"),
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
    assert search_text("Alien\u00b3", 1992) == "Alien 3 1992"
    assert search_text("Æon Flux") == "Aeon Flux"
    assert search_text("Stra\u00dfe nach \u0141\u00f3d\u017a") == "Strasse nach Lodz"


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


@pytest.mark.parametrize(
    ("code", "name"),
    [
        pytest.param("en-GB", "English", id="a country that makes no difference"),
        pytest.param("de-AT", "German", id="another country than its first"),
        pytest.param("es_419", "Spanish (Latino)", id="Latin America has a number"),
        pytest.param("nob", "Norwegian", id="a written form"),
        pytest.param("cn", "Chinese", id="what a catalogue calls Cantonese"),
        pytest.param("iw", "Hebrew", id="a code of old"),
        pytest.param("enus", None, id="no code"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_code_is_read_with_and_without_a_country(code: str, name: str | None) -> None:
    assert getattr(by_iso(code), "name", None) == name


def test_every_code_of_a_language_leads_back_to_it() -> None:
    for language in LANGUAGES:
        for code in codes_of(language):
            found = by_iso(f"{code}-{language.country}" if language.country else code)
            assert found == language, code


@pytest.mark.parametrize(
    ("title", "key"),
    [
        pytest.param("The Office (UK)", "office uk", id="an article and brackets"),
        pytest.param("An A to B of Cinema", "a to b of cinema", id="one article alone"),
        pytest.param("A to B", "a to b", id="a letter is no article"),
        pytest.param("A.I. The Return", "ai the return", id="an acronym, and an article inside"),
        pytest.param("Élan", "elan", id="an accent"),
        pytest.param("The", "the", id="nothing but an article"),
        pytest.param("???", "???", id="nothing but signs"),
    ],
)
def test_a_title_is_sorted_without_its_article(title: str, key: str) -> None:
    assert sort_title(title) == key


def test_a_title_becomes_a_part_of_an_address() -> None:
    assert slug("Léon: The Professional!") == "leon-the-professional"
    assert slug("Face/Off", dashes=True) == "face-off"
    assert slug("a--b__", trim="", collapse="-") == "a-b__"
    assert slug("千と千尋") == ""


def test_numerals_are_read_as_they_are_properly_written() -> None:
    assert [to_roman(number) for number in (4, 19, 1994)] == ["IV", "XIX", "MCMXCIV"]
    assert (to_roman(0), to_roman(4000)) == ("", "")
    assert (from_roman("xiv"), from_roman("IIII"), from_roman("VX"), from_roman("")) == (14, None, None, None)


@given(st.integers(1, 3999))
def test_a_number_comes_back_from_its_numeral(number: int) -> None:
    assert from_roman(to_roman(number)) == number


@given(st.text(max_size=60))
def test_a_slug_is_its_own_slug_and_needs_no_escaping(title: str) -> None:
    assert slug(slug(title)) == slug(title)
    assert set(slug(title)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")
