import pytest

from radarr.domain.formats.conditions import (
    EditionMatches,
    FlagIs,
    GroupMatches,
    LanguageIs,
    ModifierIs,
    ResolutionIs,
    SizeWithin,
    SourceIs,
    Test,
    TitleMatches,
    YearWithin,
)
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.inputs import FormatInputs, flag_bits
from radarr.domain.quality import Modifier, Source

GIB = 1024**3
FILM = FormatInputs(
    title="A.Movie.2019.Extended.German.1080p.BluRay.REMUX-GRP",
    file_name="A Movie (2019) {imdb-tt0000001}.mkv",
    edition="Extended",
    group="GRP",
    languages=("German", "French"),
    original_language="French",
    flags=flag_bits(["freeleech", "internal", "unheard of"]),
    source=Source.BLURAY,
    resolution=1080,
    modifier=Modifier.REMUX,
    size=20 * GIB,
    year=2019,
)


@pytest.mark.parametrize(
    ("test", "holds"),
    [
        pytest.param(TitleMatches(compile_pattern("remux")), True, id="a word of the name"),
        pytest.param(TitleMatches(compile_pattern("imdb")), True, id="a word of the file's name"),
        pytest.param(TitleMatches(compile_pattern("x265")), False, id="a word of neither"),
        pytest.param(EditionMatches(compile_pattern("^ext")), True, id="an edition"),
        pytest.param(GroupMatches(compile_pattern("^(GRP)$")), True, id="a group"),
        pytest.param(GroupMatches(compile_pattern("^(GR)$")), False, id="another group"),
        pytest.param(LanguageIs("German"), True, id="a language"),
        pytest.param(LanguageIs("English"), False, id="another language"),
        pytest.param(LanguageIs("German", others=True), True, id="a language beside it"),
        pytest.param(LanguageIs("Original"), True, id="the film's own language"),
        pytest.param(FlagIs(32), True, id="a flag"),
        pytest.param(FlagIs(2), False, id="a flag that is not set"),
        pytest.param(SourceIs(Source.BLURAY), True, id="a source"),
        pytest.param(SourceIs(Source.WEBDL), False, id="another source"),
        pytest.param(ResolutionIs(1080), True, id="lines"),
        pytest.param(ModifierIs(Modifier.NONE), False, id="no modifier"),
        pytest.param(SizeWithin(10, 20), True, id="as large as may be"),
        pytest.param(SizeWithin(20, 30), False, id="no larger than the least"),
        pytest.param(YearWithin(2019, 2019), True, id="a year"),
        pytest.param(YearWithin(2020, 2030), False, id="a later year"),
    ],
)
def test_a_condition_asks_one_thing_of_a_film(test: Test, *, holds: bool) -> None:
    assert test.holds(FILM) is holds


def test_a_text_that_is_not_there_matches_nothing_and_an_empty_edition_is_there() -> None:
    nothing = FormatInputs(title=None)
    anything = compile_pattern("^")
    for test in (TitleMatches(anything), EditionMatches(anything), GroupMatches(anything)):
        assert not test.holds(nothing)
    assert EditionMatches(compile_pattern("^$")).holds(FormatInputs(title="A.Movie", edition=""))


def test_the_original_language_stands_for_itself_where_the_films_is_not_known() -> None:
    unknown = FILM._replace(original_language="Unknown")
    assert not LanguageIs("Original").holds(unknown)
    assert LanguageIs("Original").holds(unknown._replace(languages=("Original",)))


def test_one_language_has_none_beside_it() -> None:
    assert not LanguageIs("German", others=True).holds(FILM._replace(languages=("German",)))
    assert not LanguageIs("German", others=True).holds(FILM._replace(languages=()))
