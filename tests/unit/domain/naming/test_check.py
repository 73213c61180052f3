import pytest

from radarr.domain.naming import check_format, tells_slots_apart
from radarr.domain.naming.check import Kind
from radarr.domain.naming.tokens import TOKENS, Trait


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("{Movie CleanTitle} ({Release Year})", "folder"),
        ("{Release Year}/{Movie Title} {tmdb-{TmdbId}}", "folder"),
        ("{Movie CleanTitle} {(Release Year)} {edition-{Edition Tags}} {[Quality Full]}{-Release Group}", "file"),
        ("{Original Title}", "file"),
        ("{Original Filename}", "file"),
        ("{Movie TitleFirstCharacter}/{Movie TitleThe:60} {(Release Year)}", "folder"),
        ("{Movie Collection}/{Movie Title:DE|EN} ({Release Year})", "folder"),
        ("{Movie Title} {TmdbId} {MediaInfo AudioLanguages:-EN+DE} {[Custom Formats:IMAX,DV HDR10]}", "file"),
        ("{Movie Title} {Custom Format:Remux (Tier 1)} {MediaInfo.Simple} {Release Group:-20}", "file"),
    ],
)
def test_a_sound_format_has_no_problem(template: str, kind: Kind) -> None:
    assert check_format(template, kind) == ()


@pytest.mark.parametrize(
    ("template", "kind", "words"),
    [
        pytest.param("{Movie Titel}", "file", "did you mean {Movie Title}?", id="a misspelt token"),
        pytest.param("{Movie Title} {Quality Full}", "folder", "speaks of a file", id="a folder named after a file"),
        pytest.param("{Movie Title} {edition-", "file", "no partner", id="an open brace"),
        pytest.param("/srv/{Movie Title}", "folder", "begins or ends with /", id="an absolute path"),
        pytest.param("../{Movie Title}", "folder", "is empty, . or ..", id="a way out"),
        pytest.param("{Movie Title}/{TmdbId}", "file", "folder_format", id="a folder in a file's name"),
        pytest.param("a\\{Movie Title}", "folder", "divided by /", id="a backslash"),
        pytest.param("{Release Year} {Edition Tags}", "file", "empty", id="nothing certain"),
        pytest.param("", "folder", "empty", id="nothing at all"),
        pytest.param("{Movie Collection}", "folder", "same for two films", id="films of one collection"),
        pytest.param("{Movie TitleFirstCharacter}", "folder", "same for two films", id="films of one letter"),
        pytest.param("{Movie Title}", "folder", "add {Release Year}", id="films of one title"),
        pytest.param("{Movie Title} {Release Year:2}", "folder", "add {Release Year}", id="films of one century"),
        pytest.param("{Movie Title:5} ({Release Year})", "folder", "begin alike", id="films of one beginning"),
        pytest.param("{TmdbId:2} ({Release Year})", "folder", "begin alike", id="a part of an id"),
        pytest.param("{Movie Title:german}", "folder", "languages as in DE|FR", id="no code of a language"),
        pytest.param("{Movie Title:0}", "folder", "languages as in DE|FR", id="no room"),
        pytest.param("{Release Year:DE} {TmdbId}", "folder", "but a number of bytes", id="a filter without a meaning"),
        pytest.param("{TmdbId} {MediaInfo AudioLanguages:EN|DE}", "file", "EN+DE or -EN", id="another token's filter"),
        pytest.param("{TmdbId} {Custom Format}", "file", "{Custom Format:NAME}", id="no custom format named"),
        pytest.param("{TmdbId} {Custom Formats:-}", "file", "A,B or -A,B", id="all but none"),
        pytest.param("{Original Filename} {TmdbId}", "file", "stands alone", id="a name that would grow"),
        pytest.param("{Movie Title}\u202e", "file", "cannot be seen", id="text that turns around"),
        pytest.param("{Movie Title}" + "x" * 200, "file", "200 bytes", id="no room for a title"),
    ],
)
def test_a_bad_format_is_told_in_words(template: str, kind: Kind, words: str) -> None:
    assert any(words in problem for problem in check_format(template, kind))


def test_slots_are_told_apart_by_slot_or_quality() -> None:
    assert tells_slots_apart("{Movie Title} {[Quality Full]}")
    assert tells_slots_apart("{Movie Title} {Slot}")
    assert not tells_slots_apart("{Movie Title} {Release Group}")
    assert not tells_slots_apart("{Movie Title} {Quality Full:2}")


def test_every_token_is_sound_in_a_file_beside_an_id() -> None:
    for token in TOKENS:
        named = f"{token.name}:X" if Trait.WHICH in token.traits else token.name
        beside = "" if Trait.ALONE in token.traits else "{TmdbId} "
        assert check_format(f"{beside}{{{named}}}", "file") == (), token.name
