"""The state folder: one daemon at a time, and keys that stay."""

import stat
from pathlib import Path

import pytest

from radarr.app import state_folder
from radarr.ports.errors import Conflict, Refused


def test_a_second_daemon_is_told_who_is_there_already(tmp_path: Path) -> None:
    with (
        state_folder.locked(tmp_path, "listening on 127.0.0.1:7878"),
        pytest.raises(Conflict, match=r"pid \d+, listening on 127.0.0.1:7878"),
        state_folder.locked(tmp_path, "listening on 127.0.0.1:7879"),
    ):
        pass


def test_the_folder_is_free_again_when_the_daemon_has_gone(tmp_path: Path) -> None:
    for _ in range(2):
        with state_folder.locked(tmp_path, "listening"):
            pass


def test_the_key_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    key = state_folder.api_key(tmp_path)
    assert len(key) == 32
    assert state_folder.api_key(tmp_path) == key
    assert stat.S_IMODE((tmp_path / "api_key").stat().st_mode) == 0o600


def test_a_key_file_that_a_kill_left_empty_is_filled(tmp_path: Path) -> None:
    (tmp_path / "api_key").touch()
    key = state_folder.api_key(tmp_path)
    assert len(key) == 32
    assert state_folder.api_key(tmp_path) == key


def test_radarrs_own_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "config.xml").touch()
    with pytest.raises(Refused, match="Radarr's own folder"):
        state_folder.prepare(tmp_path)
