"""The unit, as systemd's own checker reads it."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

UNIT = Path(__file__).parents[2] / "systemd" / "radarr-daemon.service"

pytestmark = pytest.mark.skipif(
    shutil.which("systemd-analyze") is None and "RADARR_REQUIRE_REAL" not in os.environ,
    reason="systemd-analyze is not installed",
)


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit with a program that this machine has; the boot test verifies it as installed."""
    text, programs = re.subn(r"(?m)^ExecStart=.*$", "ExecStart=/bin/true", UNIT.read_text())
    assert programs == 1
    copy = tmp_path / UNIT.name
    copy.write_text(text)
    return copy


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        stdin=subprocess.DEVNULL,
    )


def test_the_checker_has_nothing_to_say(unit: Path) -> None:
    done = analyze("verify", "--man=no", str(unit))
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)  # an unknown key is a line, not an exit code


def test_the_daemon_is_exposed_by_no_more_than_two(unit: Path) -> None:
    done = analyze("security", "--offline=true", "--threshold=20", "--no-pager", str(unit))
    assert done.returncode == 0, done.stdout + done.stderr


def test_films_and_downloads_lie_under_one_mount_and_what_breaks_links_stays_off() -> None:
    lines = [line for line in UNIT.read_text().splitlines() if not line.startswith("#")]
    assert len([line for line in lines if line.startswith("ReadWritePaths=")]) == 1
    assert " " not in next(line for line in lines if line.startswith("ReadWritePaths="))
    breaking = ("PrivateUsers=", "RestrictSUIDSGID=", "BindPaths=", "DynamicUser=", "ReadOnlyPaths=")
    assert [line for line in lines if line.startswith(breaking)] == []
