"""What people write: beside what an apply wrote, and into it."""

from radarr.app.config import profiles
from tests.unit.app.trash.guides import custom_format, trash_id
from tests.unit.app.trash.place import SETTINGS, Place

OWN = """
[[custom_format]]
name = "Good"
[[custom_format.specifications]]
name = "mine"
implementation = "ReleaseTitleSpecification"
fields = { value = "mine" }
[[custom_format]]
name = "My bad"
trash_id = "%s"
[[custom_format.specifications]]
name = "mine"
implementation = "ReleaseTitleSpecification"
fields = { value = "mine" }
[[profile]]
name = "HD"
min_format_score = -5
[profile.format_scores]
"Good" = 7
[sizes]
"DVD" = [9, 9, 9]
"""


def test_what_people_declare_stays_and_is_shown(place: Place) -> None:
    place.config.write_text(SETTINGS + OWN % trash_id("Bad"))
    plan = place.told("plan", "--profile", "HD")
    assert [(each["kind"], each["name"], each["key"], each["own"], each["guide"]) for each in plan["kept"]] == [
        ("format", "My bad", "", "My bad", "Bad"),
        ("format", "Good", "", "Good", "Good"),
        ("profile", "HD", "min_format_score", -5, 0),
        ("score", "HD", "Good", 7, 100),
        ("size", "DVD", "", [9, 9, 9], [1, 2.5, 3]),
    ]
    assert "size DVD = 9, 9, 9: declared in" in place.run("apply", "--profile", "HD")
    (made,) = (each for each in profiles(place.load()) if each.name == "HD")
    assert (made.min_format_score, made.format_scores) == (-5, {"Good": 7, "My bad": -10000})
    assert place.formats() == {"Good", "My bad"}
    assert place.told("plan")["changes"] == []


def test_hand_edits_are_noticed_and_overwritten_by_force_alone(applied: Place) -> None:
    settings = applied.conf_d / "trash-guides.toml"
    settings.write_text(settings.read_text().replace('"Good" = 100', '"Good" = 1'))
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    assert "trash-guides.toml was changed by hand: apply overwrites it with --force alone" in applied.run("plan")
    before = applied.state()
    said = applied.run("apply", code=1)
    assert "trash-guides.toml was changed by hand: write it into radarr.toml" in said
    assert applied.state() == before
    applied.run("apply", "--force")
    assert '"Good" = 100' in settings.read_text()
    assert "no change" in applied.run("plan")


def test_a_format_that_was_edited_by_hand_is_noticed(applied: Place) -> None:
    (file,) = (applied.conf_d / "trash").glob("good.*.json")
    file.write_text(file.read_text().replace("GOOD", "MINE"))
    assert f"{file.name} was changed by hand" in applied.run("apply", code=1)


def test_files_that_are_gone_are_noticed(applied: Place) -> None:
    (applied.conf_d / "trash-guides.toml").unlink()
    assert "trash-guides.toml is gone" in applied.run("apply", code=1)
    applied.run("apply", "--force")
    assert applied.formats() == {"Good", "Bad"}


def test_a_file_without_its_lock_is_not_taken_for_ours(applied: Place) -> None:
    (applied.conf_d / "trash-lock.json").unlink()
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    assert "was not written by an apply, or its trash-lock.json is gone" in applied.run(
        "apply", "--profile", "HD", code=1
    )


def test_a_lock_file_that_makes_no_sense_is_told_with_what_to_do(applied: Place) -> None:
    (applied.conf_d / "trash-lock.json").write_text("{}")
    assert "bring the file back from a backup" in applied.run("plan", code=1)
