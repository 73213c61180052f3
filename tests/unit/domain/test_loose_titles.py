"""Spellings of one title share a key; other titles do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.loose_titles import is_foreign, loose_title, sound


@pytest.mark.parametrize(
    "spellings",
    [
        pytest.param(("The Kettle", "Kettle", "Kettle, The", "the kettle"), id="an article"),
        pytest.param(("Kettle & Pot", "Kettle and Pot", "Kettle Pot", "Kettle + Pot"), id="and"),
        pytest.param(("Kessel und Topf", "Kessel & Topf", "Der Kessel und Topf"), id="und"),
        pytest.param(("Göthe", "Goethe", "Gothe", "GÖTHE"), id="an umlaut"),
        pytest.param(("Straße", "Strasse", "STRASSE"), id="a sharp s"),
        pytest.param(("Kettle II: Boiling", "Kettle 2 - Boiling"), id="a numeral"),
        pytest.param(("\uff2bettle", "Kettle"), id="wide letters"),
        pytest.param(("L'Étang", "LEtang", "L\u2019etang"), id="an elision"),
    ],
)
def test_spellings_of_one_title_share_a_key(spellings: tuple[str, ...]) -> None:
    assert len({loose_title(title) for title in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Die Hard", "Hard"), ("9", "Nine"), ("Kettle", "Kettle 2"), ("Malcolm X", "Malcolm"), ("A", "The"), ("I", "II")],
)
def test_titles_that_differ_keep_keys_that_differ(one: str, other: str) -> None:
    assert loose_title(one) != loose_title(other)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Красный чайник", "Krasnyy Chaynik", "Krasnyj Chajnik", "Krasny Chainik"),
        ("Щелкунчик", "Shchelkunchik", "Schelkunchik"),
        ("Объект", "Obekt"),
        ("Δύο βραστήρες", "Dyo Vrastires", "Dio vrastires"),
        ("Γαλάζιος ουρανός", "Galazios Ouranos"),
    ],
)
def test_a_foreign_title_sounds_as_its_transliterations_do(spellings: tuple[str, ...]) -> None:
    assert is_foreign(spellings[0])
    assert not any(map(is_foreign, spellings[1:]))
    assert len({sound(title) for title in spellings}) == 1


@given(st.text(max_size=60))
def test_any_text_has_a_key(text: str) -> None:
    assert loose_title(text) == loose_title(text.upper().lower()) or not text.isascii()
    assert not any(sign in sound(text) for sign in " .-_'~")
