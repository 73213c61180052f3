"""The guides move on: what is shown, and what becomes of what was applied."""

from tests.unit.app.trash.guides import COMMIT, LATER, condition, custom_format, guide, profile
from tests.unit.app.trash.place import Place, brief


def test_a_newer_commit_shows_exactly_what_is_different(applied: Place) -> None:
    good = custom_format(
        "Good", condition("GOOD", "^(GOOD|NICE)$", "ReleaseGroupSpecification"), default=120, german=50
    )
    applied.move(
        **{"cf__good.json": good, "quality-size__movie.json": {**guide()["quality-size/anime.json"], "type": "movie"}}
    )
    plan = applied.told("plan")
    assert (plan["applied"]["commit"], plan["source"]["commit"]) == (COMMIT, LATER)
    assert brief(plan) == [
        "format change Good trash_scores",
        "format change Good condition 'GOOD'",
        "score change HD Good",
        "size change DVD",
        "size remove Bluray-1080p",
    ]
    applied.run("apply")
    assert applied.lock()["source"]["commit"] == LATER
    assert "no change" in applied.run("plan")
    assert len(list((applied.conf_d / "trash").iterdir())) == 2


def test_a_commit_that_changes_nothing_of_ours_goes_into_the_lock_file(applied: Place) -> None:
    applied.move(**{"cf__german.json": custom_format("German", german=7)})
    assert "no change but in the lock file" in applied.run("plan")
    applied.run("apply")
    assert applied.lock()["source"]["commit"] == LATER


def test_a_format_that_the_guide_renames_is_renamed(applied: Place) -> None:
    renamed = {**guide()["cf/good.json"], "name": "Better"}
    applied.move(**{"cf__good.json": renamed})
    assert brief(applied.told("plan")) == ["format rename Better name"]
    applied.run("apply")
    assert applied.formats() == {"Better", "Bad"}


def test_what_the_guide_removes_is_removed(applied: Place) -> None:
    applied.move(**{"cf__bad.json": None, "cf-groups__unwanted.json": None})
    assert brief(applied.told("plan")) == ["format remove Bad", "score remove HD Bad"]
    applied.run("apply")
    assert applied.formats() == {"Good"}


def test_a_profile_that_the_guide_renames_keeps_the_name_that_films_know(applied: Place) -> None:
    applied.move(**{"quality-profiles__hd.json": {**profile("HD", "Good"), "name": "HD 2"}})
    plan = applied.told("plan")
    assert plan["changes"] == []
    assert "call the profile 'HD' 'HD 2' now" in plan["notices"][0]
    applied.run("apply")
    assert [each.name for each in applied.load().profile] == ["HD"]


def test_a_profile_that_the_guide_removes_goes_with_all_that_it_brought(applied: Place) -> None:
    applied.move(**{"quality-profiles__hd.json": None})
    plan = applied.told("plan")
    assert "no longer have the quality profile 'HD'" in plan["notices"][0]
    applied.run("apply")
    assert applied.load().profile == ()
    assert applied.formats() == set()
    assert applied.told("plan")["changes"] == []


def test_the_size_of_a_quality_that_is_not_known_is_left_out(applied: Place) -> None:
    stated = guide()["quality-size/movie.json"]
    new = {"quality": "Bluray-4320p", "min": 1, "preferred": 2, "max": 3}
    applied.move(**{"quality-size__movie.json": {**stated, "qualities": [*stated["qualities"], new]}})
    plan = applied.told("plan")
    assert plan["changes"] == []
    assert plan["notices"] == ["'Bluray-4320p' is no quality here: its size is left out"]
