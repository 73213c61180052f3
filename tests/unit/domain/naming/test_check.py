import pytest

from radarr.domain.naming import check_format, tells_slots_apart
from radarr.domain.naming.check import Kind


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("{Movie CleanTitle} ({Release Year})", "folder"),
        ("{Release Year}/{Movie Title} {tmdb-{TmdbId}}", "folder"),
        ("{Movie CleanTitle} {(Release Year)} {edition-{Edition Tags}} {[Quality Full]}{-Release Group}", "file"),
        ("{Original Title}", "file"),
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
    ],
)
def test_a_bad_format_is_told_in_words(template: str, kind: Kind, words: str) -> None:
    assert any(words in problem for problem in check_format(template, kind))


def test_slots_are_told_apart_by_slot_or_quality() -> None:
    assert tells_slots_apart("{Movie Title} {[Quality Full]}")
    assert tells_slots_apart("{Movie Title} {Slot}")
    assert not tells_slots_apart("{Movie Title} {Release Group}")
