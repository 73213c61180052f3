"""The TRaSH Guides themselves, where a checkout is at hand."""

import json
from pathlib import Path

import pytest

from radarr.app.cli import main
from radarr.app.config import load, profiles

GUIDES = Path(__file__).parents[5] / "shared/trash-guides"

pytestmark = pytest.mark.skipif(not GUIDES.is_dir(), reason="no checkout of the TRaSH Guides beside this one")


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "radarr.toml"
    path.touch()
    return path


def told(config: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, list[dict[str, str]]]:
    assert main(["trash", *arguments, "--from", str(GUIDES), "--config", str(config), "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def test_every_profile_of_the_guides_can_be_applied_and_loaded(
    config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [each["name"] for each in told(config, capsys, "plan")["profiles"]]
    assert names
    told(config, capsys, "apply", *(argument for name in names for argument in ("--profile", name)))
    made = {profile.name: profile for profile in profiles(load(config, {}))}
    assert all(made[name].cutoff_format_score >= made[name].min_format_score for name in names)
    assert told(config, capsys, "plan")["changes"] == []


@pytest.mark.parametrize("sizes", ["movie", "anime", "sqp-uhd", "sqp-streaming"])
def test_sizes_of_every_kind_are_applied(config: Path, capsys: pytest.CaptureFixture[str], sizes: str) -> None:
    told(config, capsys, "apply", "--profile", "HD Bluray + WEB", "--sizes", sizes)
    assert load(config, {}, formats=False).sizes
