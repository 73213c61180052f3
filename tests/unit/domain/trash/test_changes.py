"""What is different between two states of what was taken from a guide."""

from collections.abc import Mapping
from typing import Any

from radarr.domain.trash.changes import Change, changes
from radarr.domain.trash.want import EMPTY, Snapshot
from tests.unit.app.trash.guides import condition, custom_format, trash_id

GOOD, HD = trash_id("Good"), trash_id("HD")


def state(
    *formats: Mapping[str, Any], scores: dict[str, int] | None = None, **sizes: tuple[float, float, float]
) -> Snapshot:
    settings = {"name": "HD", "cutoff": "DVD", "format_scores": scores or {}}
    return Snapshot({each["trash_id"]: each for each in formats}, {HD: settings}, sizes)


def test_equal_states_have_no_difference() -> None:
    same = state(custom_format("Good"), scores={"Good": 5}, DVD=(1, 2, 3))
    assert changes(same, same) == ()


def test_from_nothing_everything_is_added() -> None:
    assert changes(EMPTY, state(custom_format("Good"), scores={"Good": 5}, DVD=(1, 2, 3))) == (
        Change("format", "add", "Good", GOOD),
        Change("profile", "add", "HD", HD),
        Change("profile", "add", "HD", HD, "cutoff", None, "DVD"),
        Change("score", "add", "Good", GOOD, "", None, 5, "HD"),
        Change("size", "add", "DVD", "", "", None, [1, 2, 3]),
    )


def test_to_nothing_everything_is_removed_thing_by_thing() -> None:
    gone = changes(state(custom_format("Good"), scores={"Good": 5}, DVD=(1, 2, 3)), EMPTY)
    assert [(change.kind, change.action) for change in gone] == [
        ("format", "remove"),
        ("profile", "remove"),
        ("size", "remove"),
    ]


def test_a_format_with_another_name_is_renamed_and_keeps_its_score() -> None:
    before = state(custom_format("Good"), scores={"Good": 5})
    renamed = {**custom_format("Good"), "name": "Better"}
    assert changes(before, state(renamed, scores={"Better": 5})) == (
        Change("format", "rename", "Better", GOOD, "name", "Good", "Better"),
    )


def test_a_condition_that_is_changed_added_or_gone_is_named() -> None:
    old = [condition("a", "a"), condition("b", "b")]
    new = [condition("a", "x"), condition("c", "c")]
    found = changes(state(custom_format("Good", *old)), state(custom_format("Good", *new)))
    assert [(change.key, change.was is None, change.now is None) for change in found] == [
        ("condition 'a'", False, False),
        ("condition 'c'", True, False),
        ("condition 'b'", False, True),
    ]


def test_conditions_of_one_name_are_told_apart() -> None:
    old = [condition("a", "a"), condition("a", "b")]
    new = [condition("a", "a"), condition("a", "x")]
    (change,) = changes(state(custom_format("Good", *old)), state(custom_format("Good", *new)))
    assert (change.action, change.was, change.now) == ("change", old[1], new[1])


def test_scores_are_compared_one_by_one() -> None:
    formats = [custom_format("Good"), custom_format("Bad"), custom_format("New")]
    found = changes(state(*formats, scores={"Good": 5, "Bad": -5}), state(*formats, scores={"Good": 6, "New": 1}))
    assert [(change.action, change.name, change.was, change.now, change.profile) for change in found] == [
        ("change", "Good", 5, 6, "HD"),
        ("add", "New", None, 1, "HD"),
        ("remove", "Bad", -5, None, "HD"),
    ]


def test_settings_of_a_profile_are_compared_one_by_one() -> None:
    before = state()
    after = Snapshot({}, {HD: {**before.profiles[HD], "cutoff": "SDTV"}}, {})
    assert changes(before, after) == (Change("profile", "change", "HD", HD, "cutoff", "DVD", "SDTV"),)


def test_a_score_of_a_format_of_ones_own_is_known_by_its_name() -> None:
    (change,) = changes(state(scores={"Mine": 5}), state(scores={"Mine": 6}))
    assert (change.name, change.trash_id) == ("Mine", "")
