"""What is taken from a guide, and how it is scored."""

import pytest

from radarr.domain.trash.decode import (
    GuideError,
    decode_conflicts,
    decode_format,
    decode_group,
    decode_profile,
    decode_sizes,
)
from radarr.domain.trash.guide import Guide
from radarr.domain.trash.want import Choice, Snapshot, taken, want
from tests.unit.app.trash.guides import custom_format, guide, profile, sizes, trash_id

HD, GERMAN = trash_id("HD"), trash_id("[German] HD")


def decoded(**more: object) -> Guide:
    held = {**guide(), **more}
    of = {kind: [held[path] for path in held if path.startswith(f"{kind}/")] for kind in ("cf", "cf-groups")}
    profiles = [decode_profile(held[path]) for path in held if path.startswith("quality-profiles/")]
    return Guide(
        {each.trash_id: each for each in map(decode_format, of["cf"])},
        {each.trash_id: each for each in profiles},
        {each.trash_id: each for each in map(decode_group, of["cf-groups"])},
        dict(decode_sizes(held[path]) for path in held if path.startswith("quality-size/")),
        decode_conflicts(held["conflicts.json"]),
    )


def wanted(
    *profiles: str, own: dict[str, str] | None = None, names: dict[str, str] | None = None, **more: object
) -> Snapshot:
    return want(decoded(), Choice(profiles, **more), names or {}, own or {})  # type: ignore[arg-type]


def scores(snapshot: Snapshot, of: str = HD) -> object:
    return snapshot.profiles[of]["format_scores"]


def names(snapshot: Snapshot) -> set[object]:
    return {each["name"] for each in snapshot.formats.values()}


def test_a_profile_brings_its_formats_and_those_of_its_usual_groups() -> None:
    assert names(wanted(HD)) == {"Good", "Bad"}
    assert scores(wanted(HD)) == {"Good": 100, "Bad": -10000}


def test_scores_are_of_the_profiles_set_else_of_the_default_one_else_nothing() -> None:
    assert scores(wanted(GERMAN), GERMAN) == {"Good": 50, "German": 1000, "Bad": -10000}
    with_streaming = wanted(HD, further=(trash_id("Streaming"),))
    assert names(with_streaming) == {"Good", "Bad", "Streaming"}
    assert scores(with_streaming) == {"Good": 100, "Bad": -10000}


def test_the_qualities_are_turned_so_that_the_best_comes_last() -> None:
    settings = wanted(HD).profiles[HD]
    web = {"name": "WEB 1080p", "qualities": ["WEBDL-1080p", "WEBRip-1080p"]}
    assert settings["qualities"] == [web, "Bluray-1080p"]
    assert (settings["cutoff"], settings["upgrade"], settings["language"]) == ("Bluray-1080p", True, "Original")


@pytest.mark.parametrize("left_out", ["Unwanted", "Bad"])
def test_a_group_or_a_format_can_be_left_out(left_out: str) -> None:
    assert names(wanted(HD, without=(trash_id(left_out),))) == {"Good"}


def test_a_group_that_is_asked_for_is_taken_whole_by_the_profiles_that_it_is_made_for() -> None:
    both = wanted(HD, GERMAN, further=(trash_id("Codecs"),), without=(trash_id("H265"),))
    assert scores(both) == {"Good": 100, "Bad": -10000, "H265 HDR": -6}
    assert scores(both, GERMAN) == {"Good": 50, "German": 1000, "Bad": -10000}


def test_formats_that_exclude_each_other_are_not_taken_together() -> None:
    with pytest.raises(GuideError, match="'H265' and 'H265 HDR' exclude each other, and profile 'HD' would have both"):
        wanted(HD, further=(trash_id("Codecs"),))


def test_a_format_of_ones_own_is_scored_under_its_own_name_and_not_taken() -> None:
    snapshot = wanted(HD, own={trash_id("Good"): "Mine"})
    assert names(snapshot) == {"Bad"}
    assert scores(snapshot) == {"Mine": 100, "Bad": -10000}


def test_a_profile_keeps_the_name_that_films_know_it_by() -> None:
    assert wanted(HD, names={HD: "Old"}).profiles[HD]["name"] == "Old"


def test_sizes_at_the_end_of_the_sliders_are_no_limit() -> None:
    assert wanted(HD, sizes="movie").sizes == {"Bluray-1080p": (50.8, 0, 0), "DVD": (1, 2.5, 3)}
    assert wanted(HD).sizes == {}


def test_a_format_that_a_profile_needs_and_the_guide_lacks_is_named() -> None:
    lacking = decoded(**{"quality-profiles/hd.json": profile("HD", "Nowhere")})
    with pytest.raises(GuideError, match="the guides take the custom format 'Nowhere' and do not have it"):
        taken(lacking, Choice((HD,)))


@pytest.mark.parametrize(
    ("decode", "resource", "said"),
    [
        pytest.param(decode_format, [], "an object was expected", id="no object"),
        pytest.param(decode_format, {"name": "X"}, "`trash_id` is missing", id="no id"),
        pytest.param(decode_format, {**custom_format("X"), "trash_scores": {"a": "1"}}, "`a` is no whole", id="score"),
        pytest.param(decode_profile, profile("X", minFormatScore=True), "no whole number", id="true for a number"),
        pytest.param(
            decode_profile, profile("X", items=[{"name": "DVD", "allowed": False}]), "none of", id="no quality"
        ),
        pytest.param(decode_profile, profile("X", items=[{"name": "DVD"}]), "`allowed` is missing", id="no allowed"),
        pytest.param(decode_sizes, sizes("x", DVD=("1", 2, 3)), "`min` is no number", id="no number"),  # type: ignore[arg-type]
        pytest.param(decode_group, {"name": "X", "trash_id": "x"}, "`custom_formats` is missing", id="no members"),
    ],
)
def test_what_makes_no_sense_is_told(decode: object, resource: object, said: str) -> None:
    with pytest.raises(GuideError, match=said):
        decode(resource)  # type: ignore[operator]
