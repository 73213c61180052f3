"""Formats in force: bounds of time over all of them, and which of them names show."""

from radarr.domain.formats.conditions import Condition, TitleMatches
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.in_force import NO_FORMATS, RELEASE_SECONDS, Formats, Matched
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FormatInputs

NAME = FormatInputs(title="A.Movie.2019.1080p.WEB-DL.x265-GRP")


def asking(*patterns: str, shown: bool = False) -> Formats:
    conditions = [Condition(p, TitleMatches(compile_pattern(p))) for p in patterns]
    return Formats(compile_index(CustomFormat(c.name, (c,), include_when_renaming=shown) for c in conditions))


class Hand:
    """A clock that goes on whenever it is looked at."""

    def __init__(self, step: float) -> None:
        self._step, self._at = step, 0.0

    def __call__(self) -> float:
        self._at += self._step
        return self._at


def test_without_formats_nothing_matches() -> None:
    assert NO_FORMATS.matched(NAME) == Matched()
    assert NO_FORMATS.shown(["x265"]) == ()


def test_the_formats_that_match_are_named() -> None:
    assert asking("x265", "x264", "web").matched(NAME) == Matched(("web", "x265"))


def test_a_pattern_that_runs_out_of_time_is_named_and_is_no_answer() -> None:
    matched = asking("x265", "(a|b|ab)*[!#][^x]").matched(FormatInputs(title="ab" * 300 + "!x"))
    assert matched.formats == ()
    assert "custom format '(a|b|ab)*[!#][^x]'" in matched.out_of_time


def test_all_patterns_together_have_a_bound_too() -> None:
    patterns = [f"x265-GRP|zz{number}zz" for number in range(40)]
    slow = Formats(asking(*patterns).index, Hand(RELEASE_SECONDS / 4))
    assert slow.matched(NAME).out_of_time
    enough = Formats(slow.index, Hand(RELEASE_SECONDS / 400))
    assert len(enough.matched(NAME).formats) == 40


def test_names_of_files_show_what_is_meant_to_be_shown() -> None:
    assert asking("x265", shown=True).shown(["x265", "another"]) == ("x265",)
    assert asking("x265").shown(["x265"]) == ()
