"""From a checkout of the guides into the configuration and on to the next commit, with what people write beside it."""

import json
import os
import re
import stat
from pathlib import Path
from typing import Any

import pytest

from radarr.app.cli import main
from radarr.app.config import Config, load, profiles
from radarr.app.trash import apply as applying
from tests.unit.app.trash.guides import COMMIT, LATER, condition, custom_format, guide, profile, trash_id, write

SETTINGS = '[prowlarr]\napi_key = "secret"\n'


class Place:
    """A configuration, and a checkout beside it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.config = folder / "etc" / "radarr.toml"
        self.config.parent.mkdir()
        self.config.write_text(SETTINGS)
        self.config.chmod(0o600)
        self.guides = write(folder / "guides")
        self._capsys = capsys

    @property
    def conf_d(self) -> Path:
        return self.config.parent / "conf.d"

    def run(self, *arguments: str, code: int = 0) -> str:
        where = ("--config", str(self.config), "--from", str(self.guides))
        ended = main(["trash", *arguments, *where])
        said = self._capsys.readouterr()
        assert ended == code, said
        return said.out if code == 0 else said.err

    def told(self, *arguments: str) -> Any:
        return json.loads(self.run(*arguments, "--json"))

    def lock(self) -> Any:
        return json.loads((self.conf_d / "trash-lock.json").read_text())

    def state(self) -> dict[str, bytes]:
        files = (path for path in self.config.parent.rglob("*") if path.is_file())
        return {str(path.relative_to(self.config.parent)): path.read_bytes() for path in files}

    def load(self) -> Config:
        return load(self.config, {})

    def formats(self) -> set[str]:
        return {loaded.format.name for loaded in self.load().formats}

    def move(self, commit: str = LATER, **changed: Any) -> None:
        """The guides move on; None takes a file away."""
        held = {**guide(), **{path.replace("__", "/"): content for path, content in changed.items()}}
        write(self.guides, {path: content for path, content in held.items() if content is not None}, commit)


@pytest.fixture
def place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    return Place(tmp_path, capsys)


@pytest.fixture
def applied(place: Place) -> Place:
    place.run("apply", "--profile", "HD")
    return place


def brief(plan: Any) -> list[str]:
    """A line for each change."""
    return [
        " ".join(filter(None, (each["kind"], each["action"], each["profile"], each["name"], each["key"])))
        for each in plan["changes"]
    ]


def test_without_a_choice_the_profiles_are_listed_with_how_to_choose(place: Place) -> None:
    assert [each["name"] for each in place.told("plan")["profiles"]] == ["HD", "[German] HD"]
    assert "take one with --profile NAME" in place.run("plan")
    assert "nothing is chosen" in place.run("apply", code=2)


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


def test_formats_are_taken_without_a_profile_for_profiles_of_ones_own(place: Place) -> None:
    place.run("apply", "--with", "Unwanted", "--with", "Good", "--sizes", "none")
    assert place.formats() == {"Bad", "Streaming", "Good"}
    mine = '[[profile]]\nname = "Mine"\nqualities = ["DVD"]\nscore_set = "german"\n'
    place.config.write_text(SETTINGS + mine)
    (made,) = (each for each in profiles(place.load()) if each.name == "Mine")
    assert made.format_scores == {"Good": 50, "Bad": -10000}
    assert "exclude each other" in place.run("plan", "--with", "Codecs", code=1)


def test_films_are_spoken_of_before_a_profile_goes(applied: Place) -> None:
    assert "films that have the profile 'HD' need another first" in applied.run("plan", "--profile", "[German] HD")


def test_a_choice_is_remembered_and_replaced_part_by_part(applied: Place) -> None:
    applied.run("apply", "--with", "Streaming", "--sizes", "anime", "--without", "bad")
    assert applied.formats() == {"Good", "Streaming"}
    assert set(applied.load().sizes) == {"DVD"}
    applied.run("apply", "--profile", "[German] HD")
    assert applied.formats() == {"Good", "Streaming", "German"}
    applied.run("apply", "--with", "", "--without", "", "--sizes", "none")
    assert applied.formats() == {"Good", "Bad", "German"}
    assert applied.load().sizes == {}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--profile", "HDD"), "no quality profile 'HDD'; did you mean 'HD'?", id="a profile"),
        pytest.param(
            ("--profile", "HD", "--with", "Goood"), "no custom format or group 'Goood'; did you", id="a format"
        ),
        pytest.param(("--profile", "HD", "--sizes", "movies"), "the kind 'movies'; did you mean 'movie'?", id="sizes"),
        pytest.param(("--profile", "[German] HD", "--with", "Codecs"), "made for none of the chosen", id="a group"),
    ],
)
def test_a_name_that_the_guides_do_not_have_is_a_wrong_use(place: Place, arguments: tuple[str, ...], said: str) -> None:
    assert said in place.run("plan", *arguments, code=2)


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


@pytest.mark.parametrize("at", range(7))
def test_cut_off_anywhere_it_is_the_old_or_the_new_and_can_be_applied_again(
    applied: Place, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if the power went: nothing is tidied up."""
    applied.move(
        **{"cf__good.json": custom_format("Good", default=3), "cf__bad.json": custom_format("Bad", default=-1)}
    )
    done = iter(range(100))
    publish, unlink = applying._Staged.publish, Path.unlink

    class PowerCut(BaseException): ...

    def cut_publish(staged: Any) -> None:
        if next(done) == at:
            raise PowerCut
        publish(staged)

    def cut_unlink(path: Path, missing_ok: bool = False) -> None:
        if path.parent.name == "trash" and not path.name.startswith(".") and next(done) == at:
            raise PowerCut
        unlink(path, missing_ok)

    with monkeypatch.context() as cutting:
        cutting.setattr(applying._Stage, "tidy", lambda _: None)
        cutting.setattr(applying._Staged, "publish", cut_publish)
        cutting.setattr(Path, "unlink", cut_unlink)
        with pytest.raises(PowerCut):
            applied.run("apply")
    (made,) = applied.load().profile
    assert made.format_scores in ({"Good": 100, "Bad": -10000}, {"Good": 3, "Bad": -1})
    assert applied.told("plan")["edited"] == []
    applied.run("apply")
    assert applied.load().profile[0].format_scores == {"Good": 3, "Bad": -1}
    assert applied.run("plan").splitlines()[-1] == "no change"
    assert len(list((applied.conf_d / "trash").iterdir())) == 2
    assert len(list(applied.conf_d.iterdir())) == 3


def test_a_configuration_that_would_be_invalid_is_told_and_nothing_is_replaced(applied: Place) -> None:
    applied.move(**{"quality-profiles__hd.json": profile("HD", "Good", minFormatScore=5000)})
    before = applied.state()
    said = applied.run("apply", code=2)
    assert re.search(r"conf\.d/trash-guides\.toml:\d+: profile\[0\]\.min_format_score", said)
    assert "no release can reach it" in said
    assert applied.state() == before


def test_a_profile_that_the_library_needs_is_not_taken_away(applied: Place) -> None:
    applied.config.write_text('[library]\ndefault_profile = "HD"\n')
    before = applied.state()
    assert "there is no profile 'HD'" in applied.run("apply", "--profile", "[German] HD", code=2)
    assert applied.state() == before


def test_a_format_that_cannot_be_compiled_is_named_and_can_be_left_out(place: Place) -> None:
    place.move(**{"cf__bad.json": custom_format("Bad", condition("it", "a(b"))})
    said = place.run("plan", "--profile", "HD", code=1)
    assert "cf/bad.json: custom format 'Bad', condition 'it'" in said
    assert "leave it out with --without 'Bad'" in said
    place.run("apply", "--profile", "HD", "--without", "Bad")
    assert place.formats() == {"Good"}


def test_a_folder_that_is_no_checkout_is_told(place: Place, tmp_path: Path) -> None:
    place.guides = tmp_path / "nowhere"
    assert f"there is no folder {place.guides}" in place.run("plan", code=1)
    place.guides.mkdir()
    assert "is no checkout of the TRaSH Guides" in place.run("plan", code=1)


@pytest.mark.parametrize(
    ("metadata", "said"),
    [
        pytest.param("{}", "a layout that is not known", id="nothing"),
        pytest.param('{"json_paths": {"radarr": {"custom_formats": ["new"]}}}', "it has no new", id="no such folder"),
        pytest.param('{"json_paths": {"radarr": {"custom_formats": ["../x"]}}}', "outside its folder", id="elsewhere"),
        pytest.param("{", "metadata.json: it is not JSON", id="no JSON"),
    ],
)
def test_a_layout_that_is_not_known_is_told(place: Place, metadata: str, said: str) -> None:
    (place.guides / "metadata.json").write_text(metadata)
    assert said in place.run("plan", code=1)


def test_an_older_checkout_without_metadata_is_read_where_the_files_always_were(place: Place) -> None:
    (place.guides / "metadata.json").unlink()
    assert [each["name"] for each in place.told("plan")["profiles"]] == ["HD", "[German] HD"]


def test_a_file_of_the_guides_that_makes_no_sense_is_named(place: Place) -> None:
    place.move(**{"quality-profiles__hd.json": {"trash_id": "x"}})
    assert "quality-profiles/hd.json: its `" in place.run("plan", code=1)


def test_a_plain_folder_is_known_by_what_it_holds(place: Place) -> None:
    place.move(commit="")
    place.run("apply", "--profile", "HD")
    assert place.lock()["source"]["commit"] == ""
    assert place.lock()["source"]["digest"].startswith("sha256:")
    assert "is no git checkout" in place.run("plan")


def test_a_folder_that_cannot_be_written_is_told_to_whom_runs_it(applied: Place) -> None:
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    applied.conf_d.chmod(0o500)
    if os.access(applied.conf_d, os.W_OK):
        pytest.skip("root may write everywhere")
    try:
        assert "cannot be written: Permission denied" in applied.run("apply", code=1)
    finally:
        applied.conf_d.chmod(0o700)


def test_a_conf_d_that_is_a_file_is_told(place: Place) -> None:
    place.conf_d.write_text("")
    assert "conf.d cannot be written" in place.run("apply", "--profile", "HD", code=1)


def test_a_write_that_fails_leaves_everything_as_it_was(applied: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    applied.move(**{"cf__bad.json": custom_format("Bad", default=-1)})
    before, done = applied.state(), iter(range(100))
    fsync = os.fsync

    def full(file: int) -> None:
        if next(done) == 2:
            raise OSError(28, "No space left on device")
        fsync(file)

    monkeypatch.setattr(os, "fsync", full)
    said = applied.run("apply", code=1)
    assert "No space left on device: make room" in said
    assert applied.state() == before


def test_without_a_configuration_there_is_a_plan_and_no_apply(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--from", str(place.guides), "--profile", "HD"]
    assert main(["trash", "plan", *arguments]) == 0
    assert "format" in capsys.readouterr().out
    assert main(["trash", "apply", *arguments]) == 1
    assert "`radarr init` writes one" in capsys.readouterr().err
