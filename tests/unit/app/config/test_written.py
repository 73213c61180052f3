"""What is made from the declarations: the template, the page of settings, generated files."""

import json
import re
import stat
from pathlib import Path

import pytest

from radarr.app.config import load
from radarr.app.config.docs import document
from radarr.app.config.template import template
from radarr.app.config.written import write_template
from radarr.ports.errors import Conflict

ROOT = Path(__file__).parents[4]


def test_the_page_of_settings_is_fresh() -> None:
    stale = "run `python -m radarr.app.config.docs`"
    assert (ROOT / "docs" / "settings.md").read_text() == document(), stale


def test_a_new_configuration_loads_to_the_defaults(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "radarr.toml"
    write_template(path)
    config = load(path, {})
    assert config.library.roots == ("/srv/media/movies",)
    assert config.prowlarr == load(None, {}).prowlarr
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_commented_setting_of_the_template_is_good(tmp_path: Path) -> None:
    path = tmp_path / "radarr.toml"
    path.write_text(re.sub(r"(?m)^# (?=\[|\"?[\w-]+\"? = )", "", template()))
    condition = {"name": "it", "implementation": "SourceSpecification", "fields": {"value": 7}}
    (tmp_path / "formats").mkdir()
    (tmp_path / "formats" / "repack.json").write_text(json.dumps({"name": "Web", "specifications": [condition]}))
    config = load(path, {})
    assert [slot.name for slot in config.slot] == ["uhd"]


def test_a_configuration_is_never_overwritten_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "radarr.toml"
    path.write_text("mine")
    with pytest.raises(Conflict, match="--force"):
        write_template(path)
    assert path.read_text() == "mine"
    write_template(path, force=True)
    assert path.read_text() == template()
