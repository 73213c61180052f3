"""From a checkout of the guides into the configuration, and how it stands there."""

import os
import stat
from pathlib import Path

import pytest

from radarr.app.cli import main
from radarr.app.config import profiles
from tests.unit.app.trash.guides import COMMIT, trash_id
from tests.unit.app.trash.place import SETTINGS, Place, brief


def test_a_plan_tells_everything_and_writes_nothing(place: Place) -> None:
    before = place.state()
    plan = place.told("plan", "--profile", "hd")
    assert plan["source"]["commit"] == COMMIT
    assert plan["applied"] is None
    assert "format add Bad" in brief(plan)
    assert {"score add HD Good", "score add HD Bad", "size add DVD"} <= set(brief(plan))
    text = place.run("plan", "--profile", trash_id("HD"))
    assert f"TRaSH Guides at {COMMIT}; nothing was applied yet" in text
    assert "  + qualities: WEB 1080p (WEBDL-1080p, WEBRip-1080p), Bluray-1080p" in text
    assert place.state() == before


def test_what_is_applied_is_in_force_and_a_second_plan_shows_no_change(applied: Place) -> None:
    config = applied.load()
    (made,) = (each for each in profiles(config) if each.name == "HD")
    assert made.format_scores == {"Good": 100, "Bad": -10000}
    assert [item.name for item in made.items if item.allowed] == ["WEB 1080p", "Bluray-1080p"]
    assert config.sizes["DVD"] == (1, 2.5, 3)
    assert applied.formats() == {"Good", "Bad"}
    assert applied.told("plan")["changes"] == []
    assert applied.run("plan").splitlines()[-1] == "no change"
    before = applied.state()
    assert applied.run("apply") == "no change\n"
    assert applied.state() == before


def test_the_lock_file_names_the_commit_the_choice_and_every_thing(applied: Place) -> None:
    lock = applied.lock()
    assert lock["source"]["commit"] == COMMIT
    assert lock["chosen"]["profiles"] == {trash_id("HD"): "HD"}
    assert {(each["kind"], each["name"]) for each in lock["things"]} == {
        ("format", "Good"),
        ("format", "Bad"),
        ("profile", "HD"),
        ("size", "Bluray-1080p"),
        ("size", "DVD"),
    }
    assert set(lock["files"]) == {
        str(each.relative_to(applied.conf_d)) for each in applied.conf_d.rglob("*.*") if each.name != "trash-lock.json"
    }


def test_nothing_else_is_touched_and_owner_and_mode_are_the_configurations(applied: Place) -> None:
    assert applied.config.read_text() == SETTINGS
    for path in applied.conf_d.rglob("*"):
        status = path.stat()
        assert stat.S_IMODE(status.st_mode) == (0o700 if path.is_dir() else 0o600)
        assert status.st_uid == applied.config.stat().st_uid
    assert not [name for name in applied.state() if "/." in name]


def test_a_plain_folder_is_known_by_what_it_holds(place: Place) -> None:
    place.move(commit="")
    place.run("apply", "--profile", "HD")
    assert place.lock()["source"]["commit"] == ""
    assert place.lock()["source"]["digest"].startswith("sha256:")
    assert "is no git checkout" in place.run("plan")


def test_without_a_configuration_there_is_a_plan_and_no_apply(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--from", str(place.guides), "--profile", "HD"]
    assert main(["trash", "plan", *arguments]) == 0
    assert "format" in capsys.readouterr().out
    assert main(["trash", "apply", *arguments]) == 1
    assert "`radarr init` writes one" in capsys.readouterr().err


def test_run_by_root_it_leaves_files_of_the_user_who_owns_the_configuration(place: Place) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root gives files away")
    os.chown(place.config, 65534, 65534)
    place.config.chmod(0o640)
    place.run("apply", "--profile", "HD")
    for path in (place.conf_d, *place.conf_d.rglob("*")):
        status = path.stat()
        assert (status.st_uid, status.st_gid) == (65534, 65534)
        assert stat.S_IMODE(status.st_mode) == (0o750 if path.is_dir() else 0o640)


def test_a_conf_d_that_lies_elsewhere_is_written_there(place: Place, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    place.conf_d.symlink_to(tmp_path / "elsewhere")
    place.run("apply", "--profile", "HD")
    assert place.conf_d.is_symlink()
    assert place.formats() == {"Good", "Bad"}
    assert place.run("plan").splitlines()[-1] == "no change"
