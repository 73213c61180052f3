"""The API key is told to who may read it."""

import json
from pathlib import Path

import pytest

from radarr.app.cli import main


def test_a_key_of_the_configuration_is_printed_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADARR__SERVER__API_KEY", "given-key")
    assert main(["key", "show"]) == 0
    assert capsys.readouterr().out == "given-key\n"
    assert main(["key", "show", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"key": "given-key", "source": "RADARR__SERVER__API_KEY"}


def test_the_key_that_the_daemon_made_is_found_in_its_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "api_key").write_text("made-key\n")
    assert main(["key", "show", "--state-dir", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "made-key\n"


def test_the_list_names_the_place_and_not_the_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "api_key").write_text("made-key\n")
    assert main(["key", "list", "--state-dir", str(tmp_path)]) == 0
    listed = capsys.readouterr().out
    assert str(tmp_path / "api_key") in listed
    assert "made-key" not in listed


def test_before_the_first_start_the_remedy_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["key", "show", "--state-dir", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "start `radarr run` once" in said.err


def test_a_key_file_that_may_not_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "api_key").mkdir()
    assert main(["key", "show", "--state-dir", str(tmp_path)]) == 1
    assert f"{tmp_path}/api_key" in capsys.readouterr().err
