import pytest

from radarr.domain.formats.conditions import Condition, ResolutionIs, SourceIs, TitleMatches
from radarr.domain.formats.custom_format import CustomFormat, PatternOutOfTime, matches, matching, score, score_set
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.quality import Source

WEB = FormatInputs(title="A.Movie.2019.1080p.WEB-DL.x265-GRP", source=Source.WEBDL, resolution=1080)
WEBDL, WEBRIP = Condition("dl", SourceIs(Source.WEBDL)), Condition("rip", SourceIs(Source.WEBRIP))
LINES = Condition("lines", ResolutionIs(1080))


def word(pattern: str, *, negate: bool = False, required: bool = False) -> Condition:
    return Condition(pattern, TitleMatches(compile_pattern(pattern)), negate, required)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        pytest.param([WEBDL, WEBRIP], True, id="one of a kind is enough"),
        pytest.param([WEBDL, WEBRIP._replace(required=True)], False, id="but not in place of a required one"),
        pytest.param([WEBRIP, LINES], False, id="every kind must be satisfied"),
        pytest.param([WEBDL, LINES], True, id="and is"),
        pytest.param([word("x265"), word("bluray", negate=True, required=True)], True, id="none that is unwanted"),
        pytest.param([word("x265"), word("1080p", negate=True, required=True)], False, id="one that is"),
        pytest.param([word("1080p", negate=True), word("bluray", negate=True)], True, id="not one or not the other"),
        pytest.param([word("bluray"), word("web", required=True)], True, id="the required one is enough"),
        pytest.param([], True, id="without conditions everything"),
    ],
)
def test_a_format_is_all_of_its_kinds_and_any_of_each(conditions: list[Condition], *, expected: bool) -> None:
    assert matches(CustomFormat("f", tuple(conditions)), WEB) is expected


def test_a_score_is_the_sum_of_the_formats_that_match() -> None:
    formats = (CustomFormat("x265", (word("x265"),)), CustomFormat("web", (WEBDL,)), CustomFormat("rip", (WEBRIP,)))
    assert [each.name for each in matching(formats, WEB)] == ["web", "x265"]
    assert score(formats, {"x265": -100, "web": 30, "rip": 7}, WEB) == -70
    assert score(formats, {"x265": 5}, WEB) == 5


def test_a_score_set_falls_back_to_the_default() -> None:
    formats = (
        CustomFormat("a", (WEBDL,), trash_scores=(("default", 10), ("german", 20))),
        CustomFormat("b", (WEBDL,), trash_scores=(("default", 5),)),
        CustomFormat("c", (WEBDL,)),
    )
    assert score_set(formats, "german") == {"a": 20, "b": 5, "c": 0}


def test_a_pattern_out_of_time_names_its_format_and_condition() -> None:
    slow = CustomFormat("slow", (word("(a|b|ab)*[!#]"),))
    with pytest.raises(PatternOutOfTime, match=r"'slow', condition '\(a\|b\|ab\)"):
        matches(slow, FormatInputs(title="ab" * 300))
