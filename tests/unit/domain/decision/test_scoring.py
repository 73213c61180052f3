"""What formats see of a release, and of the file that came of it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.scoring import file_inputs, grab_inputs, grab_score, release_inputs, scored_today
from radarr.domain.download import Grab
from radarr.domain.formats.conditions import Condition, GroupMatches, LanguageIs, TitleMatches, YearWithin
from radarr.domain.formats.custom_format import CustomFormat
from radarr.domain.formats.dialect import compile_pattern
from radarr.domain.formats.in_force import NO_FORMATS, Formats
from radarr.domain.formats.index import compile_index
from radarr.domain.formats.inputs import FLAGS, FormatInputs
from radarr.domain.quality import Source
from radarr.domain.torrent.infohash import Infohash
from tests.unit.domain.decision.examples import GIB, NOW, SINTEL, file, movie, parsed, release, slot, wants

GROUP = CustomFormat("Group", (Condition("GRP", GroupMatches(compile_pattern("^GRP$"))),))
YEAR = CustomFormat("Year", (Condition("2010", YearWithin(2010, 2010)),))
TITLE = CustomFormat("Title word", (Condition("it", TitleMatches(compile_pattern("sintel"))),))
SLOW = CustomFormat("Slow", (Condition("it", TitleMatches(compile_pattern("(a|b|ab)*[!#][^x]"))),))
PROFILE = wants(format_scores={"Group": 10, "Year": 5, "Title word": 100})


def formats(*some: CustomFormat) -> Formats:
    return Formats(compile_index(some))


def seen(**changes: Any) -> FormatInputs:
    return release_inputs(release(**changes), parsed(group="GRP"), SINTEL)


def grab(name: str = "Sintel.2010.1080p.BluRay.x264-GRP", **changes: Any) -> Grab:
    made = Grab(
        release=release(title=name),
        parsed=parsed(name=name, group="GRP"),
        infohash=Infohash("a" * 40),
        category="radarr-daemon",
        tag="t",
        kind=SearchKind.FEED,
        formats=("Group",),
        score=1,
        created_at=NOW,
    )
    return replace(made, **changes)


def test_a_format_sees_the_release_without_its_title() -> None:
    assert seen(flags=frozenset({"Freeleech", "internal", "of another kind"})) == FormatInputs(
        title="A Movie.2010.1080p.BluRay.x264-GRP",
        edition="",
        group="GRP",
        languages=("English",),
        original_language="English",
        flags=FLAGS["freeleech"] | FLAGS["internal"],
        source=Source.BLURAY,
        resolution=1080,
        size=8 * GIB,
        year=2010,
    )


@pytest.mark.parametrize(
    ("stated", "named", "original", "languages"),
    [
        pytest.param((), ("Unknown",), "Dutch", ("Dutch",), id="nothing told is the film's own"),
        pytest.param((), ("Unknown",), "", ("Original",), id="which may be unknown"),
        pytest.param(("German",), ("French",), "Dutch", ("German",), id="the indexer knows better"),
        pytest.param((), ("German", "Original"), "Dutch", ("German", "Dutch"), id="original is the film's own"),
        pytest.param((), ("German", "Original"), "German", ("German", "Unknown"), id="once"),
        pytest.param((), ("German", "Original"), "", ("German", "Original"), id="or stays"),
    ],
)
def test_languages_come_from_the_indexer_else_from_the_name_else_from_the_film(
    stated: tuple[str, ...], named: tuple[str, ...], original: str, languages: tuple[str, ...]
) -> None:
    film = movie(original_language=original)
    assert release_inputs(release(languages=stated), parsed(languages=named), film).languages == languages


def test_what_is_unknown_does_not_make_a_language_wrong() -> None:
    wrong = CustomFormat("Wrong", (Condition("not original", LanguageIs("Original"), negate=True, required=True),))
    unknown, told = parsed(languages=("Unknown",)), parsed(languages=("French",))
    some, by_hand = formats(wrong), movie(original_language="")
    assert some.matched(release_inputs(release(), unknown, by_hand)).formats == ()
    assert some.matched(release_inputs(release(), unknown, SINTEL)).formats == ()
    assert some.matched(release_inputs(release(), told, SINTEL)).formats == ("Wrong",)


@given(st.sampled_from(["Sintel (2010)/x.mkv", "Other.mkv", "a/GRP.mkv"]), st.integers(0, 99 * GIB))
def test_neither_a_rename_nor_an_import_changes_what_a_file_scores(path: str, size: int) -> None:
    some = formats(GROUP, YEAR, TITLE)
    held = replace(file(), path=path, size=size, inputs=seen(), score=0)
    today = scored_today(slot(held), SINTEL, PROFILE, some)
    assert today.file is not None
    assert (today.file.score, today.file.formats) == (15, ("Group", "Year"))


def test_a_file_of_before_is_seen_by_what_is_known_of_it() -> None:
    held = replace(file(), scene_name="Sintel.2010.1080p.BluRay.x264-GRP", group="GRP")
    today = scored_today(slot(held), SINTEL, PROFILE, formats(GROUP, YEAR, TITLE))
    assert today.file is not None
    assert today.file.score == 15
    assert file_inputs(file(), SINTEL).title is None


def test_where_a_pattern_runs_out_of_time_the_file_keeps_its_score() -> None:
    held = replace(file(), inputs=seen()._replace(title="ab" * 300 + "!x"), score=7)
    assert scored_today(slot(held), SINTEL, PROFILE, formats(SLOW)).file == held


def test_without_formats_nothing_scores() -> None:
    today = scored_today(slot(file(score=7)), SINTEL, PROFILE, NO_FORMATS)
    assert today.file is not None
    assert today.file.score == 0


def test_a_slot_without_a_file_stays_as_it_is() -> None:
    assert scored_today(slot(), SINTEL, PROFILE, formats(GROUP)) == slot()


def test_a_grab_is_seen_as_it_was_decided_upon() -> None:
    kept = seen()._replace(flags=FLAGS["internal"])
    assert grab_inputs(grab(inputs=kept), SINTEL) == kept
    assert grab_inputs(grab(), SINTEL) == seen()
    assert grab_score(grab(), SINTEL, PROFILE, formats(GROUP, YEAR)) == (("Group", "Year"), 15)


def test_a_grab_whose_formats_run_out_of_time_has_those_of_then() -> None:
    kept = seen()._replace(title="ab" * 300 + "!x")
    assert grab_score(grab(inputs=kept), SINTEL, PROFILE, formats(SLOW)) == (("Group",), 10)
