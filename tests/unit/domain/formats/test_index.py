import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.formats.conditions import (
    Condition,
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ModifierIs,
    ResolutionIs,
    SizeWithin,
    SourceIs,
    TitleMatches,
    YearWithin,
)
from radarr.domain.formats.custom_format import CustomFormat, PatternOutOfTime, matching, score
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.parsing import parse
from radarr.domain.quality import Modifier, Source
from tests.unit.domain.formats.shared import SHARED, answers, extra_formats, needs_shared, trash_formats

Loader = Callable[[], tuple[CustomFormat, ...]]
PATTERNS = [
    compile_pattern(source)
    for source in (
        *(
            r"\b(web[ ._-]?(dl|rip)?)\b",
            r"^(GRP|OTHER-?GRP)$",
            ".",
            "^$",
            r"x26[45]",
            r"(?<!web.*)-GRP\b",
            "dl",
            r"\d+$",
        ),
        *(r"\bHDR(10)?\b(?!\+)", r"(?=.*\b(dv|hdr)\b)(?=.*2160p)", r"[^0-9]5[ .]1", "ş|é", r"\w{4,}", r"(?-i)Web"),
        *(
            r"^(?!.*\b(720p|remux)\b).*\bblu-?ray\b",
            "a?b?c?",
            r"\b(A|B)\b|^x",
            r"(?:no.?){2}",
            r"\[[^\]]+\]$",
            "\u0131",
        ),
    )
]
WORDS = ("A.Movie", "2019", "web-dl", "WEBRip", "Bluray", "720p", "2160p", "x265", "HDR10", "hdr", "dv", "remux", "5.1")
WORDS += ("GRP", "othergrp", "é", "\u0130", "İb", "[x]", "no.no", "")
texts = st.lists(st.sampled_from(WORDS), max_size=8).flatmap(
    lambda words: st.sampled_from([".", "-", " ", ""]).map(lambda glue: glue.join(words))
)
some_texts = st.none() | texts | st.text(max_size=12)
patterns = st.sampled_from(PATTERNS)
languages = st.sampled_from(["English", "German", "Original", "Unknown"])
tests = st.one_of(
    st.builds(TitleMatches, patterns),
    st.builds(EditionMatches, patterns),
    st.builds(GroupMatches, patterns),
    st.builds(LanguageIs, languages, st.booleans()),
    st.builds(FlagIs, st.sampled_from([1, 32])),
    st.builds(SourceIs, st.sampled_from([Source.WEBDL, Source.BLURAY])),
    st.builds(ResolutionIs, st.sampled_from([0, 1080])),
    st.builds(ModifierIs, st.sampled_from([Modifier.NONE, Modifier.REMUX])),
    st.builds(SizeWithin, st.just(0), st.sampled_from([1, 2])),
    st.builds(YearWithin, st.just(2000), st.sampled_from([2010, 2020])),
)
conditions = st.lists(st.builds(Condition, st.just("c"), tests, st.booleans(), st.booleans()), max_size=5)
formats = st.lists(conditions, max_size=6).map(
    lambda sets: [CustomFormat(f"f{number}", tuple(each)) for number, each in enumerate(sets)]
)
seen = st.builds(
    FormatInputs,
    title=some_texts,
    file_name=some_texts,
    edition=some_texts,
    group=some_texts,
    languages=st.lists(languages, max_size=2).map(tuple),
    original_language=st.none() | languages,
    flags=st.sampled_from([0, 1, 33]),
    source=st.sampled_from([Source.WEBDL, Source.BLURAY, Source.CAM]),
    resolution=st.sampled_from([0, 720, 1080]),
    modifier=st.sampled_from([Modifier.NONE, Modifier.REMUX]),
    size=st.sampled_from([0, 2**30, 2**30 + 1]),
    year=st.sampled_from([0, 2000, 2015]),
)


@given(formats, st.lists(seen, min_size=1, max_size=4))
def test_the_index_says_what_every_condition_asked_by_itself_says(
    some: list[CustomFormat], releases: list[FormatInputs]
) -> None:
    index = compile_index(some)
    scores = {each.name: 2**number for number, each in enumerate(some)}
    for inputs in releases:
        assert index.matching(inputs) == matching(some, inputs)
        assert index.score(scores, inputs) == score(some, scores, inputs)


@needs_shared
@pytest.mark.parametrize(
    ("load", "file"),
    [
        pytest.param(trash_formats, "formats.jsonl", id="guides"),
        pytest.param(extra_formats, "formats_extra.jsonl", id="kinds the guides do not use"),
    ],
)
def test_the_index_finds_for_every_name_what_radarr_finds(load: Loader, file: str) -> None:
    index = compile_index(load())
    for inputs, expected in answers(file):
        assert [each.name for each in index.matching(inputs)] == expected, inputs


def corpus_names() -> Iterator[str]:
    for path in sorted((SHARED / "corpus" / "dev").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            name = json.loads(line)["input"]
            if isinstance(name, str):
                yield name


@needs_shared
def test_the_index_says_of_every_other_name_what_the_guides_formats_say_one_by_one() -> None:
    some = trash_formats()
    index = compile_index(some)
    for name in corpus_names():
        inputs = FormatInputs(title=name, group=name.rpartition("-")[2] or None)
        if parsed := parse(name):
            quality = parsed.quality
            inputs = inputs._replace(source=quality.source, resolution=quality.resolution, modifier=quality.modifier)
            inputs = inputs._replace(group=parsed.group, edition=parsed.edition, languages=parsed.languages)
        assert index.matching(inputs) == matching(some, inputs), name


def test_a_pattern_out_of_time_names_its_format_and_condition_in_the_index_too() -> None:
    slow = Condition("for ever", TitleMatches(compile_pattern("(a|b|ab)*[!#][^x]")))
    index = compile_index([CustomFormat("slow", (slow,)), CustomFormat("other", ())])
    with pytest.raises(PatternOutOfTime, match="'slow', condition 'for ever'"):
        index.matching(FormatInputs(title="ab" * 300 + "!x"))
    assert [each.name for each in index.matching(FormatInputs(title=None))] == ["other"]
