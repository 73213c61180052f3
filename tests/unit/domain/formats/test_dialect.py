import re

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.formats.dialect import OutOfTime, PatternError, compile_pattern, cost, fold, literals, read, write


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param(r"\b(atmos)\b", "A.Movie.TrueHD.ATMOS-GRP", True, id="case is ignored"),
        pytest.param(r"(?<year>\d{4})\.\k<year>", "A.Movie.2012.2012", True, id="named groups"),
        pytest.param(r"(\d)\1", "A.Movie.2011", True, id="numbered groups"),
        pytest.param(r"(?<!\bweb[ ._-]?(dl|rip)?\b.*)-EVO", "A.Movie.2011.BluRay-EVO", True, id="long look-behind"),
        pytest.param(r"(?<!\bweb[ ._-]?(dl|rip)?\b.*)-EVO", "A.Movie.2011.WEB-DL-EVO", False, id="and what it forbids"),
        pytest.param(r"movie(?-i)AbC", "A.MovieAbC", True, id="case counts from a flag on"),
        pytest.param(r"movie(?-i)AbC", "A.MovieABC", False, id="and only then matches"),
        pytest.param(r"(?:(?-i)Ab|cD)", "cd", False, id="a flag outlives the bar"),
        pytest.param(r"(?:(?-i)Ab)cD", "AbCd", True, id="and ends with its brackets"),
        pytest.param(r"[a-z-[aeiou]]{3}", "aeibcd", True, id="sets without another set"),
        pytest.param(r"[a-z-[aeiou]]{3}", "aeibca", False, id="take none of the other"),
        pytest.param(r"x{,5}y", "x{,5}y", True, id="braces that are no repetition"),
        pytest.param(r"\[[^\]]*\]$", "A Movie [GRP]", True, id="a bracket in a set"),
        pytest.param(r"[]a]+$", "A]", True, id="a set that begins with a bracket"),
        pytest.param(r"abc\Z", "abc\n", True, id="the end is before a last newline"),
        pytest.param(r"abc\z", "abc\n", False, id="the very end is not"),
        pytest.param(r"(?x) mo vie # a film", "A.Movie", True, id="spaced out"),
        pytest.param(r"\p{IsCyrillic}+", "Восток.2019", True, id="blocks of Unicode"),
        pytest.param(r"^\P{L}+$", "2019-12", True, id="what is no letter"),
        pytest.param(r"i", "\u0130STANBUL"[:1], False, id="the dotted capital I is no i"),
        pytest.param(r"ITUNES|\u0130", "A.Film.NF", False, id="nor the i one"),
        pytest.param(r"MÄDCHEN", "mädchen", True, id="foreign letters by case"),
        pytest.param(r"^\w+$", "cafe\u0301", True, id="a combining mark is of a word"),
        pytest.param(r"^\w$", "²", False, id="a raised two is not"),
        pytest.param(r"\bfilm\b", "éfilm", False, id="a foreign letter is no edge"),
        pytest.param(r"^\d$", "٣", True, id="foreign digits"),
        pytest.param(r"a\sb", "a\u3000b", True, id="a wide space"),
        pytest.param(r"(?>a+)ab", "aaab", False, id="what is taken for good"),
        pytest.param(r"(?#a remark)abc", "ABC", True, id="remarks"),
        pytest.param(r"\x41\u0042\cJ?", "ab", True, id="characters by number"),
    ],
)
def test_a_pattern_means_what_it_means_to_dotnet(source: str, text: str, *, found: bool) -> None:
    assert compile_pattern(source).search(text) is found


@pytest.mark.parametrize(
    "source",
    [
        "",
        "(",
        ")",
        "a)",
        "[a",
        "a**",
        "*a",
        r"\i",
        "a\\",
        "(?<a-b>x)",
        "(?(1)a|b)",
        "[z-a]",
        "x{9999}",
        "(" * 99,
        r"\1",
        r"\k<no>",
        r"\p{Nonsense}",
        "x{3,2}",
        "a" * 20_001,
    ],
)
def test_what_cannot_be_compiled_is_said(source: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(source)


def test_a_pattern_that_takes_too_long_is_no_answer() -> None:
    pattern = compile_pattern("(a|b|ab)*[!#]")
    with pytest.raises(OutOfTime, match=r"a\|b\|ab"):
        pattern.search("ab" * 300)


def test_a_name_too_long_for_the_quick_engine_is_searched_with_a_clock() -> None:
    pattern = compile_pattern(r"\b(x26[45])$")
    assert pattern.quick is not None
    assert pattern.search("A.Movie." * 200 + "x265")
    assert not pattern.search("A.Movie." * 200 + "x266")


def test_only_what_must_end_soon_goes_without_a_clock() -> None:
    assert cost.steps(read.read(r"\b(web[ ._-]?(dl|rip)?)\b")) < 100_000
    assert cost.steps(read.read("(a+)+$")) == float("inf")
    assert cost.steps(read.read(".*.*.*x")) > cost.AFFORDABLE
    assert compile_pattern("(a?){30}a{30}").quick is None


_PIECES = st.sampled_from(
    [
        "a",
        "B",
        "web",
        r"\b",
        r"\d",
        r"\W",
        ".",
        "[ ._-]?",
        "[^0-9]",
        "(x|Yz)",
        "$",
        "^",
        "(?!b)",
        "(?=.*b)",
        "(?<!a)",
        r"[\w.-]+",
        "1{2}",
        "(?:dl|rip)?",
        "[a-f]*?",
        r"\.",
        r"[\dx]",
    ]
)


@given(st.lists(_PIECES, min_size=1, max_size=6), st.text("aAbBxXyYzZ019 ._-[]é\u0301²webdlrip", max_size=20))
def test_patterns_that_python_reads_alike_find_the_same_in_ascii(pieces: list[str], text: str) -> None:
    source, text = "".join(pieces), text.encode("ascii", "ignore").decode()
    expected = re.search(source, text, re.IGNORECASE | re.ASCII) is not None
    assert compile_pattern(source).search(text) is expected
    assert (compile_pattern(source).timed.search(fold(text)) is not None) is expected


@given(st.text(max_size=30))
def test_a_folded_text_is_as_long_as_it_was(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


_FOREIGN = st.characters(max_codepoint=0x2FFF, exclude_categories=["Cn", "Cs"], exclude_characters="\u200c\u200d")


@given(st.lists(_PIECES, min_size=1, max_size=4), st.text(_FOREIGN, max_size=12))
def test_both_ways_to_write_a_pattern_agree_on_any_text(pieces: list[str], text: str) -> None:
    tree = read.read("".join(pieces))
    exact = regex.compile(write.exact(tree), regex.V0 | regex.IGNORECASE)
    assert (exact.search(write.prepared(text)) is not None) is compile_pattern("".join(pieces)).search(text)


@given(st.text("()[]{}|\\?*+<>=!:-^$.,#abdkpwxWIL019 ", max_size=30))
def test_whatever_a_user_writes_is_a_pattern_or_an_error_that_says_why(source: str) -> None:
    try:
        pattern = compile_pattern(source)
    except PatternError as e:
        said = str(e)
    else:
        said = str(pattern.search("A.Movie.2019.1080p.WEB-DL-GRP"))
    assert said


@pytest.mark.parametrize(
    ("source", "strings"),
    [
        pytest.param(
            r"\b(web[ ._-]?(dl|rip))\b", {f"web{s}{w}" for s in ("", *" ._-") for w in ("dl", "rip")}, id="words"
        ),
        pytest.param(r"(?<=\b\d{4}\b).*\bHSBS\b", {"hsbs"}, id="behind anything"),
        pytest.param(r"(?=.*\bhulu\b)(?!.*netflix)", {"hulu"}, id="looking ahead"),
        pytest.param(r"remux|\d+", None, id="or anything else"),
        pytest.param(r"(ab){2,3}c", {"ababc", "abababc"}, id="again and again"),
        pytest.param(r"((xy){1000}){1000}", {"xy"}, id="not a million times"),
        pytest.param(r"É+x", {"\u01bbx"[:1]}, id="foreign letters by their class"),
    ],
)
def test_a_pattern_needs_one_of_its_strings(source: str, strings: set[str] | None) -> None:
    assert literals.needed(read.read(source)) == strings


def test_a_pattern_may_spell_out_whole_texts() -> None:
    assert literals.names(read.read("^(FLUX|NT[Bb])$")) == {"flux", "ntb"}
    for source in (r"\b(FLUX)\b", r"^(FLUX)\b$", "^FLUX", r"^(FLUX\d*)$", "^FLUX$|^NTb$"):
        assert literals.names(read.read(source)) is None
