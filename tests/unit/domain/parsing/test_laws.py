"""What holds for any name at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.parsing import (
    parse,
    parse_edition,
    parse_group,
    parse_hardcoded_subs,
    parse_languages,
    parse_path,
    parse_quality,
    parse_revision,
)
from radarr.domain.parsing.cleanup import MAXIMUM_LENGTH
from radarr.domain.quality import QUALITIES

_WORDS = """
Tide 1999 2019 [ ] ( ) . - _ / 1080p BluRay WEB-DL x264 german DL v2 REPACK AKA a.k.a. tt0123456 {tmdb-1} -GRP .mkv
Extended Cut www. .com S01E01 é 国 【 [ABCDEF01]
"""
_PIECES = st.lists(st.sampled_from(_WORDS.split()), max_size=40)
_REPEATED = """
1999. (2019) [a] [ ( ) ] German. ENG- GERMAN.DL. . .. - -- _ / WEB-DL. DD+5.1. v2. REPACK. Extended. www.a a.com-
aka a.k.a. tt0123456 tmdb-1 remux- s01e01 BD1080p. .zip -Obfuscated 國. e\u0301 \u0130. '
"""


@st.composite
def _hostile(draw: st.DrawFn) -> str:
    """10 to 4,000 characters of one or two pieces over and over, which may begin and end like a name."""
    repeated = "".join(draw(st.lists(st.sampled_from(_REPEATED.split()), min_size=1, max_size=2)))
    joint = draw(st.sampled_from(("", " ", ".")))
    length = draw(st.integers(10, 4000))
    front = draw(st.sampled_from(("", "Tide.2008.", "[Koi] ", "Tide (2008) [")))
    end = draw(st.sampled_from(("", "-GRP", ".x264]", "[ABCDEF01]", ".2010.mkv")))
    body = (repeated + joint) * length
    return f"{front}{body}"[: length - len(end)] + end


_NAMES = _hostile() | st.text(max_size=4000) | st.text(max_size=120) | _PIECES.map("".join) | _PIECES.map(" ".join)


@given(_NAMES)
def test_no_name_breaks_the_parser(name: str) -> None:
    parsed = parse(name)
    parse_path(name)
    parse_edition(name)
    parse_group(name)
    parse_hardcoded_subs(name)
    parse_revision(name)
    assert parse_languages(name)
    quality, revision = parse_quality(name)
    assert quality.name in {known.name for known in QUALITIES}
    assert revision.version >= 1
    if parsed is not None:
        assert parsed.name == name
        assert parsed.title
        assert parsed.title == parsed.titles[0] == parsed.title.strip()
        assert parsed.year == 0 or 1800 <= parsed.year < 2100
        assert parsed.languages


@given(_NAMES)
def test_a_name_says_the_same_every_time(name: str) -> None:
    assert parse(name) == parse(name)


@given(_NAMES)
def test_what_is_behind_the_longest_name_is_not_read(name: str) -> None:
    longest = name.ljust(MAXIMUM_LENGTH, "x")[:MAXIMUM_LENGTH]
    parsed, longer = parse(longest), parse(f"{longest}{name}")
    assert (parsed is None) == (longer is None)
    assert parsed is None or longer == parsed._replace(name=f"{longest}{name}")


@given(st.from_regex(r"[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}", fullmatch=True), st.integers(1900, 2030))
def test_a_plain_title_and_year_read_back(title: str, year: int) -> None:
    parsed = parse(f"{title} ({year})")
    again = parse(f"{parsed.title} ({parsed.year})") if parsed else None
    assert parsed is None or (again is not None and again.title == parsed.title)


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("1999." * 200, id="years"),
        pytest.param("a.german." * 110, id="a language"),
        pytest.param("[a" * 500, id="open brackets"),
        pytest.param("[a].2010." * 110, id="brackets and years"),
        pytest.param("(" * 1000, id="round brackets"),
        pytest.param(" " * 1000, id="blanks"),
        pytest.param("." * 1000, id="dots"),
        pytest.param("1" * 1000, id="digits"),
        pytest.param("-a" * 500, id="dashes"),
        pytest.param("aka " * 250, id="aka"),
        pytest.param("www.a" * 200, id="sites"),
        pytest.param("Extended." * 110 + "1999", id="editions"),
        pytest.param("Tide 1999 " * 1000, id="far too long"),
    ],
)
def test_hostile_names_are_read_like_any(name: str) -> None:
    parsed = parse(name)
    assert parsed is None or len(parsed.title) <= MAXIMUM_LENGTH
