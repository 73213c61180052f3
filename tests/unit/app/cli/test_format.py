"""`radarr format`, and what other commands tell of formats."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from radarr.app.cli.entry import radarr

SETTINGS = """
[[profile]]
name = "Mine"
qualities = ["WEBDL-1080p", "Bluray-1080p"]
min_format_score = -5
[profile.format_scores]
"Good group" = 10
"Big" = -10
[library]
default_profile = "Mine"
[[custom_format]]
name = "Good group"
[[custom_format.specifications]]
name = "GRP"
implementation = "ReleaseGroupSpecification"
fields = { value = "^GRP$" }
[[custom_format.specifications]]
name = "no telesync"
implementation = "SourceSpecification"
negate = true
required = true
fields = { value = 2 }
[[custom_format]]
file = "big.json"
"""
BIG = {
    "name": "Big",
    "specifications": [{"name": "size", "implementation": "SizeSpecification", "fields": {"min": 20, "max": 999}}],
}
NAME = "Sintel.2010.1080p.WEB-DL.H264-GRP"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    (tmp_path / "radarr.toml").write_text(SETTINGS)
    (tmp_path / "big.json").write_text(json.dumps(BIG))
    return tmp_path / "radarr.toml"


def run(config: Path, *arguments: str, code: int = 0, given: str | None = None) -> str:
    result = CliRunner().invoke(radarr, [*arguments, "--config", str(config)], input=given)
    assert result.exit_code == code, result.output
    return result.output


def told(config: Path, *arguments: str, given: str | None = None) -> Any:
    return json.loads(run(config, *arguments, "--json", given=given))


def test_the_list_tells_where_formats_come_from_and_what_they_score(config: Path) -> None:
    big, good = told(config, "format", "list")
    assert (big["name"], big["source"], big["conditions"], big["scores"]) == ("Big", "big.json", 1, {"Mine": -10})
    assert (good["name"], good["conditions"]) == ("Good group", 2)
    assert "Good group" in run(config, "format", "list")


def test_a_list_without_formats_says_how_to_get_some(tmp_path: Path) -> None:
    (tmp_path / "radarr.toml").touch()
    assert "docs/formats.md" in run(tmp_path / "radarr.toml", "format", "list")


def test_a_name_is_tried_condition_by_condition(config: Path) -> None:
    (tried,) = told(config, "format", "test", NAME)
    assert tried["seen"]["title"] == "A Movie.2010.1080p.WEB-DL.H264-GRP"
    assert tried["scores"] == {"Mine": 10}
    (good,) = tried["formats"]
    assert good["matches"] is True
    assert [(c["kind"], c["negate"], c["holds"]) for c in good["conditions"]] == [
        ("Release Group", False, True),
        ("Source", True, True),
    ]
    text = run(config, "format", "test", NAME)
    assert "Good group: matches" in text
    assert "scores Mine 10" in text


def test_a_format_that_is_asked_for_is_shown_where_it_does_not_match(config: Path) -> None:
    (tried,) = told(config, "format", "test", NAME, "--format", "Big", "--size", "8GiB")
    assert [(each["name"], each["matches"]) for each in tried["formats"]] == [("Big", False)]
    (tried,) = told(config, "format", "test", NAME, "--size", "30GiB")
    assert tried["scores"] == {"Mine": 0}


def test_languages_and_flags_are_understood_as_people_write_them(config: Path) -> None:
    (tried,) = told(config, "format", "test", NAME, "--original-language", "de", "--flag", "Freeleech")
    assert (tried["seen"]["original_language"], tried["seen"]["flags"]) == ("German", ["freeleech"])


def test_names_come_from_standard_input_too(config: Path) -> None:
    first, second = told(config, "format", "test", "-", given=f"{NAME}\nno film\n")
    assert first["parsed"] is True
    assert (second["parsed"], second["scores"]) == (False, None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(("--format", "good grop"), "did you mean 'Good group'?", id="a format"),
        pytest.param(("--size", "big"), "8GiB", id="a size"),
        pytest.param(("--flag", "frelech"), "did you mean 'freeleech'?", id="a flag"),
        pytest.param(("--original-language", "Germn"), "there is no language 'Germn'", id="a language"),
    ],
)
def test_what_cannot_be_meant_is_refused(config: Path, arguments: tuple[str, ...], said: str) -> None:
    assert said in run(config, "format", "test", NAME, *arguments, code=2)


def test_a_profile_shows_what_it_gives_for_formats(config: Path) -> None:
    assert told(config, "profile", "show", "Mine")["format_scores"] == {"Big": -10, "Good group": 10}
    assert "custom format" in run(config, "profile", "show", "Mine")


def test_a_list_of_releases_is_decided_by_formats(config: Path, tmp_path: Path) -> None:
    offers = [{"title": title, "size": size << 30, "seeders": 9} for title, size in ((NAME, 8), (f"{NAME}X", 30))]
    (tmp_path / "offers.json").write_text(json.dumps(offers))
    found = told(config, "decide", "--movie", "Sintel (2010)", str(tmp_path / "offers.json"))["decisions"]
    assert [(one["formats"], one["score"]) for one in found] == [(["Good group"], 10), (["Big"], -10)]
    assert "CustomFormatMinimumScore" in [rejection["reason"] for rejection in found[1]["rejections"]]
