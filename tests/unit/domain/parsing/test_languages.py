"""The table of language words, and whose words do not count."""

from radarr.domain.languages import LANGUAGES
from radarr.domain.parsing import parse
from radarr.domain.parsing.languages import _CAPITALS, _LANGUAGES


def test_the_language_of_a_group_says_nothing_of_the_sound() -> None:
    parsed = parse("The.Salt.Road.2019.1080p.WEB-DL.H264-Swedish")
    assert parsed is not None
    assert parsed.group == "Swedish"
    assert parsed.languages == ("Unknown",)


def test_every_word_leads_to_a_language_that_is_known() -> None:
    known = {language.name for language in LANGUAGES}
    assert {*_LANGUAGES.values(), *_CAPITALS.values()} <= known
