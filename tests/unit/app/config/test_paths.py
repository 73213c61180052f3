"""Which file and which folder."""

from pathlib import Path

import pytest

from radarr.app.config import ConfigError, config_path, new_config_path, state_dir


def test_the_option_beats_the_variable_beats_xdg_beats_home(tmp_path: Path) -> None:
    named = {where: tmp_path / where / "radarr" / "radarr.toml" for where in ("option", "variable", "xdg", ".config")}
    for path in named.values():
        path.parent.mkdir(parents=True)
        path.touch()
    environ = {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "xdg"),
        "RADARR_CONFIG": str(named["variable"]),
    }
    assert config_path(str(named["option"]), environ) == named["option"]
    assert config_path(None, environ) == named["variable"]
    del environ["RADARR_CONFIG"]
    assert config_path(None, environ) == named["xdg"]
    named["xdg"].unlink()
    assert config_path(None, environ) == named[".config"]
    assert new_config_path(None, environ) == named["xdg"]


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="radarr init"):
        config_path(str(tmp_path / "no.toml"), {})


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        pytest.param({"RADARR_STATE_DIR": "/a", "STATE_DIRECTORY": "/b"}, "/a", id="ours first"),
        pytest.param({"STATE_DIRECTORY": "/b:/c", "XDG_STATE_HOME": "/d"}, "/b", id="the first of systemd's"),
        pytest.param({"XDG_STATE_HOME": "/d", "HOME": "/h"}, "/d/radarr", id="then XDG's"),
        pytest.param({"XDG_STATE_HOME": "not/absolute", "HOME": "/h"}, "/h/.local/state/radarr", id="then home"),
    ],
)
def test_the_state_folder(environ: dict[str, str], expected: str) -> None:
    assert state_dir(None, environ) == Path(expected)
    assert state_dir("/given", environ) == Path("/given")
