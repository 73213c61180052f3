"""What a guide proposes, in `conf.d/trash-*.toml`, gives way to what people wrote."""

import json
from pathlib import Path

import pytest

from radarr.app.config import Config, ConfigError, load, profiles
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.quality import SizeLimits

GUIDE = """
[[custom_format]]
file = "trash/hevc.json"
[[profile]]
name = "Guide"
qualities = ["HDTV-1080p", "Bluray-1080p"]
min_format_score = 5
[profile.format_scores]
"HEVC" = 50
[sizes]
"Bluray-1080p" = [10, 20, 30]
"HDTV-1080p" = [1, 2, 3]
"""


def hevc(pattern: str) -> str:
    condition = {"name": "it", "implementation": "ReleaseTitleSpecification", "fields": {"value": pattern}}
    return json.dumps({"name": "HEVC", "specifications": [condition]})


def configured(folder: Path, text: str = "", **further: str) -> Config:
    """The main file, the guide's, and others of `conf.d` by name."""
    (folder / "conf.d" / "trash").mkdir(parents=True, exist_ok=True)
    (folder / "conf.d" / "trash" / "hevc.json").write_text(hevc("x265"))
    (folder / "conf.d" / "trash-guides.toml").write_text(GUIDE)
    for name, content in further.items():
        (folder / "conf.d" / f"{name}.toml").write_text(content)
    (folder / "radarr.toml").write_text(text)
    return load(folder / "radarr.toml", {})


def test_a_size_of_ones_own_beats_the_guides_and_the_rest_of_the_guides_stay(tmp_path: Path) -> None:
    config = configured(tmp_path, '[sizes]\n"Bluray-1080p" = [4, 5, 6]\n')
    assert config.sizes == {"Bluray-1080p": SizeLimits(4, 5, 6), "HDTV-1080p": SizeLimits(1, 2, 3)}


def test_files_of_people_beat_the_guides_whatever_they_are_called(tmp_path: Path) -> None:
    config = configured(tmp_path, zz='[sizes]\n"HDTV-1080p" = [7, 8, 9]\n')
    assert config.sizes["HDTV-1080p"] == SizeLimits(7, 8, 9)


def test_a_profile_of_the_guide_is_changed_key_by_key_under_its_name(tmp_path: Path) -> None:
    mine = '[[profile]]\nname = "guide"\nmin_format_score = 0\ndelay = 60\n[profile.format_scores]\n"Mine" = 7\n'
    own = '[[custom_format]]\nname = "Mine"\n[[custom_format.specifications]]\nname = "it"\n'
    own += 'implementation = "ReleaseTitleSpecification"\nfields = { value = "mine" }\n'
    (profile,) = configured(tmp_path, mine + own).profile
    assert (profile.name, profile.min_format_score, profile.delay) == ("guide", 0, 60)
    assert profile.qualities == ("HDTV-1080p", "Bluray-1080p")
    assert profile.format_scores == {"HEVC": 50, "Mine": 7}


def test_a_score_of_ones_own_beats_the_guides(tmp_path: Path) -> None:
    mine = '[[profile]]\nname = "Guide"\n[profile.format_scores]\n"HEVC" = 7\n'
    (profile,) = configured(tmp_path, mine).profile
    assert profile.format_scores == {"HEVC": 7}


def test_a_format_of_ones_own_beats_the_guides_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(hevc("mine"))
    (loaded,) = configured(tmp_path, '[[custom_format]]\nfile = "mine.json"\n').formats
    assert loaded.source == "mine.json"


def test_people_may_still_not_declare_a_profile_twice(tmp_path: Path) -> None:
    twice = '[[profile]]\nname = "Mine"\nqualities = ["DVD"]\n'
    with pytest.raises(ConfigError, match="'Mine' is taken"):
        configured(tmp_path, twice, more=twice)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="none of one's own"),
        pytest.param('[[profile]]\nname = "Guide"\ndelay = 60\n', id="a change of the guide's alone"),
    ],
)
def test_profiles_of_a_guide_come_beside_the_default_ones(tmp_path: Path, text: str) -> None:
    names = [profile.name for profile in profiles(configured(tmp_path, text))]
    assert names == ["Guide", *(default.name for default in DEFAULT_PROFILES)]


def test_a_profile_of_ones_own_still_replaces_the_default_ones(tmp_path: Path) -> None:
    config = configured(tmp_path, '[[profile]]\nname = "Mine"\nqualities = ["DVD"]\n')
    assert [profile.name for profile in profiles(config)] == ["Mine", "Guide", "HD-1080p"]


def test_what_is_wrong_in_a_file_of_the_guide_is_located_there(tmp_path: Path) -> None:
    configured(tmp_path)
    broken = GUIDE.replace("HDTV-1080p", "HDTV-1000p")
    (tmp_path / "conf.d" / "trash-guides.toml").write_text(broken)
    with pytest.raises(ConfigError, match=r"conf\.d/trash-guides\.toml:\d+: .*'HDTV-1000p' is not a quality"):
        load(tmp_path / "radarr.toml", {})
