"""Settings to try, in a file of their own."""

import json
import re
from pathlib import Path

import pytest

from radarr.app.config import ConfigError, load
from radarr.app.config.trial import read_trial, tried

FORMAT = {
    "name": "Mine",
    "trash_id": "c20f",
    "trash_scores": {"default": 5},
    "includeCustomFormatWhenRenaming": True,
    "specifications": [
        {
            "name": "a name",
            "implementation": "ReleaseTitleSpecification",
            "negate": True,
            "required": True,
            "fields": {"value": r"\b(x265)\b"},
        },
        {"name": "German", "implementation": "LanguageSpecification", "fields": {"value": 4}},
        {"name": "large", "implementation": "SizeSpecification", "fields": {"min": 1.5, "max": 9}},
        {"name": "web", "implementation": "SourceSpecification", "fields": {"value": 7}},
    ],
}
TRIAL = """
[[profile]]
name = "HD-1080p"
qualities = ["WEBDL-1080p", "Bluray-1080p"]
[profile.format_scores]
Mine = 10
[[custom_format]]
file = "formats/*.json"
[[release_profile]]
ignored = ["/x265/i"]
[sizes]
"Bluray-1080p" = [4.0, 60.0, 150.0]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "mine.json").write_text(json.dumps(FORMAT))
    (tmp_path / "try.toml").write_text(TRIAL)
    return tmp_path / "try.toml"


def test_a_trial_is_read_whole_and_laid_over_the_configuration(file: Path) -> None:
    sent = json.loads(json.dumps(read_trial(file)))
    (file.parent / "formats" / "mine.json").unlink()
    laid = tried(load(None, {}), sent, "try.toml")
    (profile,) = laid.profile
    assert (profile.name, profile.format_scores) == ("HD-1080p", {"Mine": 10})
    assert laid.sizes["Bluray-1080p"].maximum == 150
    assert laid.release_profile[0].ignored == ("/x265/i",)
    (loaded,) = laid.formats
    assert (loaded.format.name, len(loaded.format.conditions)) == ("Mine", 4)


def test_a_format_is_the_same_after_its_way_to_the_daemon(file: Path) -> None:
    (file.parent / "radarr.toml").write_text('[[custom_format]]\nfile = "formats/mine.json"')
    config = load(file.parent / "radarr.toml", {})
    laid = tried(config, json.loads(json.dumps(read_trial(file))), "try.toml")
    assert [loaded.format for loaded in laid.formats] == [loaded.format for loaded in config.formats]


def test_what_has_the_same_name_is_replaced_and_all_else_stays(file: Path) -> None:
    text = '[[profile]]\nname = "{}"\nqualities = ["CAM"]\n'
    (file.parent / "radarr.toml").write_text(
        text.format("HD-1080p") + text.format("Other") + "[sizes]\nCAM = [1, 2, 3]"
    )
    laid = tried(load(file.parent / "radarr.toml", {}), read_trial(file), "try.toml")
    assert [(p.name, len(p.qualities)) for p in laid.profile] == [("HD-1080p", 2), ("Other", 1)]
    assert laid.sizes.keys() == {"CAM", "Bluray-1080p"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("[sizes]", "[library]", "library: is not tried", id="a section that changes no decision"),
        pytest.param("[[profile]]", "[[profiles]]", "profiles: is not a section", id="no section"),
        pytest.param('"WEBDL-1080p"', '"WEBDL"', "try.toml:4: profile[0].qualities", id="no quality"),
        pytest.param("formats/*", "nowhere/*", "try.toml:8: custom_format[0].file", id="no format"),
        pytest.param("[[profile]]", "[[profile", "is not TOML", id="no TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(file: Path, old: str, new: str, said: str) -> None:
    file.write_text(TRIAL.replace(old, new, 1))
    with pytest.raises(ConfigError, match=re.escape(said)):
        read_trial(file)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_trial(tmp_path / "nowhere.toml")
