"""Custom formats in the configuration: where they come from, what profiles make of them, and what is wrong."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from radarr.app.config import Config, ConfigError, load, profiles
from radarr.app.reload import changed
from radarr.domain.decision.fingerprint import fingerprint

PROFILE = '[[profile]]\nname = "Mine"\nqualities = ["Bluray-1080p"]\n'
INLINE = """
[[custom_format]]
name = "Good group"
trash_scores = { default = 5, german = 9 }
[[custom_format.specifications]]
name = "GRP"
implementation = "ReleaseGroupSpecification"
fields = { value = "^GRP$" }
"""


def export(name: str, pattern: str = "x265", **more: Any) -> dict[str, Any]:
    """As the guides and Radarr's export write it."""
    condition = {"name": "it", "implementation": "ReleaseTitleSpecification", "fields": {"value": pattern}}
    return {"name": name, "specifications": [{**condition, "negate": False, "required": True}], **more}


def resource(name: str) -> dict[str, Any]:
    """As Radarr's API writes it."""
    fields = [{"name": "value", "value": 7, "label": "Source"}]
    condition = {"name": "web", "implementation": "SourceSpecification", "implementationName": "Source"}
    return {"id": 3, "name": name, "specifications": [{**condition, "fields": fields}]}


def configured(folder: Path, text: str, **files: Any) -> Config:
    (folder / "formats").mkdir(exist_ok=True)
    for name, content in files.items():
        written = content if isinstance(content, str) else json.dumps(content)
        (folder / "formats" / f"{name}.json").write_text(written)
    (folder / "radarr.toml").write_text(text)
    return load(folder / "radarr.toml", {})


def told(folder: Path, text: str, **files: Any) -> str:
    with pytest.raises(ConfigError) as caught:
        configured(folder, text, **files)
    return str(caught.value)


def named(*files: str) -> str:
    return "".join(f'[[custom_format]]\nfile = "{file}"\n' for file in files)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(export("HEVC"), id="an export"),
        pytest.param(export("HEVC", trash_id="abc", trash_regex="https://", trash_scores={"default": 1}), id="a guide"),
        pytest.param(resource("HEVC"), id="the API's form"),
        pytest.param([resource("HEVC")], id="the API's list"),
    ],
)
def test_a_format_is_read_from_a_file_beside_the_configuration_as_it_is(tmp_path: Path, content: Any) -> None:
    config = configured(tmp_path, named("formats/x.json"), x=content)
    assert [(loaded.format.name, loaded.source) for loaded in config.formats] == [("HEVC", "formats/x.json")]


@pytest.mark.parametrize("place", ["formats", "formats/*.json", "form*/?.json"])
def test_a_folder_or_a_pattern_names_all_formats_in_it(tmp_path: Path, place: str) -> None:
    config = configured(tmp_path, named(place), b=export("B"), a=export("A"))
    assert [(loaded.format.name, loaded.source) for loaded in config.formats] == [
        ("A", "formats/a.json"),
        ("B", "formats/b.json"),
    ]


def test_a_file_is_seen_from_the_configuration_file_that_names_it(tmp_path: Path) -> None:
    generated = tmp_path / "conf.d"
    generated.mkdir()
    (generated / "trash.toml").write_text(named("x.json"))
    (generated / "x.json").write_text(json.dumps(export("HEVC")))
    assert [loaded.format.name for loaded in configured(tmp_path, "").formats] == ["HEVC"]


def test_a_format_may_stand_in_the_configuration_itself(tmp_path: Path) -> None:
    (loaded,) = configured(tmp_path, INLINE).formats
    assert loaded.format.name == "Good group"
    assert loaded.source.endswith("radarr.toml:3")


@pytest.mark.parametrize(
    ("text", "files", "said"),
    [
        pytest.param(named("formats/x.json"), {}, "no such file", id="no file"),
        pytest.param(named("formats/*.json"), {}, "no such file", id="a pattern without files"),
        pytest.param(named("formats/x.json"), {"x": "{"}, "formats/x.json is not JSON", id="no JSON"),
        pytest.param(
            named("formats/x.json"),
            {"x": export("Bad", "a(b")},
            "formats/x.json: custom format 'Bad', condition 'it'",
            id="no pattern",
        ),
        pytest.param(
            named("formats/x.json", "formats/y.json"),
            {"x": export("Twice"), "y": export("Twice")},
            "formats/y.json: custom format 'Twice' is there already, from formats/x.json",
            id="one name twice",
        ),
        pytest.param(named("formats/x.json"), {"x": {"name": "X"}}, "no conditions", id="no conditions"),
        pytest.param("[[custom_format]]\n", {}, "neither file nor name", id="nothing"),
        pytest.param('[[custom_format]]\nfile = "x"\nname = "X"\n', {}, "not both", id="file and name"),
        pytest.param('[[custom_format]]\nfil = "x"\n', {}, "did you mean 'file'?", id="a misspelt key"),
        pytest.param(INLINE.replace("fields", "field"), {}, "'field' is no key of a condition", id="a misspelt inline"),
        pytest.param(INLINE.replace("^GRP$", "(?<"), {}, "condition 'GRP'", id="no pattern inline"),
        pytest.param(
            f'{INLINE}{PROFILE}[profile.format_scores]\n"good-grup" = 1\n',
            {},
            "no custom format 'good-grup'; did you mean 'Good group'?",
            id="a score of an unknown format",
        ),
        pytest.param(
            f'{INLINE}{PROFILE}score_set = "germn"\n', {}, "score set 'germn'; did you mean 'german'?", id="a set"
        ),
        pytest.param(
            f'{INLINE}{PROFILE}min_format_score = 10\nscore_set = "german"\n',
            {},
            "reach 9 together",
            id="a minimum out of reach",
        ),
    ],
)
def test_what_is_wrong_is_named_with_what_to_do(tmp_path: Path, text: str, files: dict[str, Any], said: str) -> None:
    assert said in told(tmp_path, text, **files)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        pytest.param("formats/**x.json", "is no pattern", id="stars-within-a-name"),
        pytest.param("~nobody-of-that-name/x.json", "whose home", id="home-of-nobody"),
        pytest.param("formats/pipe.json", "is no file", id="pipe"),
        pytest.param("formats/large.json", "is larger than 4 MiB", id="large"),
        pytest.param("formats/latin.json", "is not UTF-8", id="another-encoding"),
    ],
)
def test_what_cannot_be_read_as_a_file_of_formats_is_said(tmp_path: Path, file: str, said: str) -> None:
    (tmp_path / "formats").mkdir()
    os.mkfifo(tmp_path / "formats" / "pipe.json")
    (tmp_path / "formats" / "large.json").write_bytes(b" " * (4 << 20) + b"{}")
    (tmp_path / "formats" / "latin.json").write_bytes('{"name": "Après"}'.encode("latin-1"))
    assert said in told(tmp_path, named(file))


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    said = told(tmp_path, named("formats"), x=export("X", "a("), y=export("Y", "b("), z=export("Z"))
    assert "'X'" in said
    assert "'Y'" in said
    assert "'Z'" not in said


@pytest.mark.parametrize(
    ("settings", "score"),
    [
        pytest.param("", 0, id="no set"),
        pytest.param('score_set = "default"', 5, id="the default set"),
        pytest.param('score_set = "german"', 9, id="another"),
        pytest.param('score_set = "german"\nformat_scores = { "Good group" = -3 }', -3, id="an own score beats it"),
        pytest.param('score_set = "german"\nformat_scores = { "Good group" = 0 }', 0, id="and 0 takes it away"),
    ],
)
def test_a_profile_takes_its_scores_from_a_set_and_from_itself(tmp_path: Path, settings: str, score: int) -> None:
    (made, *_) = profiles(configured(tmp_path, f"{INLINE}{PROFILE}{settings}\n"))
    assert made.score(["Good group", "another"]) == score


def test_the_score_to_reach_is_never_more_than_the_formats_can_give(tmp_path: Path) -> None:
    scores = 'format_scores = { "Good group" = 7 }\n'
    (made, other, *_) = profiles(configured(tmp_path, f"{INLINE}{PROFILE}{scores}"))
    assert (made.cutoff_format_score, other.cutoff_format_score) == (7, 0)


def test_a_changed_file_of_a_format_is_a_change_of_the_configuration(tmp_path: Path) -> None:
    before = configured(tmp_path, named("formats/x.json"), x=export("X"))
    assert changed(before, configured(tmp_path, named("formats/x.json"), x=export("X"))) == ()
    assert changed(before, configured(tmp_path, named("formats/x.json"), x=export("X", "x264"))) == ("custom_format",)


def test_other_conditions_under_the_same_name_are_another_profile(tmp_path: Path) -> None:
    text = f"{named('formats/x.json')}{PROFILE}format_scores = {{ X = 1 }}\n"
    (first, plain, *_) = profiles(configured(tmp_path, text, x=export("X")))
    (second, *_) = profiles(configured(tmp_path, text, x=export("X")))
    (third, *_) = profiles(configured(tmp_path, text, x=export("X", "x264")))
    assert fingerprint(first) == fingerprint(second) != fingerprint(third)
    assert first.formats_mark
    assert plain.formats_mark == ""


def test_who_only_wants_an_address_is_spared_the_formats(tmp_path: Path) -> None:
    scores = f'{PROFILE}[profile.format_scores]\n"X" = 1\n'
    (tmp_path / "radarr.toml").write_text(named("formats/not-there.json") + scores)
    config = load(tmp_path / "radarr.toml", {}, formats=False)
    assert config.formats == ()
    assert config.server.port == 7878
