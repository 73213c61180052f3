"""The install script, before it does anything; what it does is tried by the boot test."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SYSTEMD = Path(__file__).parents[2] / "systemd"


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False, cwd=SYSTEMD.parent
    )


@pytest.mark.skipif(
    shutil.which("shellcheck") is None and "RADARR_REQUIRE_REAL" not in os.environ, reason="shellcheck is not installed"
)
def test_shellcheck_has_nothing_to_say() -> None:
    done = run("shellcheck", "--external-sources", "systemd/install.sh")
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "say what to do", id="nothing"),
        pytest.param(("install",), "install needs --media DIR", id="no-folder"),
        pytest.param(("install", "--media"), "--media needs a value", id="no-value"),
        pytest.param(("upgrade", "--force"), "--force is no option", id="unknown"),
    ],
)
def test_a_wrong_call_says_what_is_missing_and_how_it_goes(arguments: tuple[str, ...], said: str) -> None:
    done = run("bash", "systemd/install.sh", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "usage: install.sh install --media DIR" in done.stderr


def test_help_is_no_error() -> None:
    done = run("bash", "systemd/install.sh", "--help")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("folder", "taken"),
    [
        pytest.param("/srv/media", "/srv/media", id="plain"),
        pytest.param("/srv/media/", "/srv/media", id="as a shell completes it"),
        pytest.param("media", None, id="relative"),
        pytest.param("/srv/my media", None, id="with a space"),
        pytest.param("/etc/media", None, id="no place for films"),
    ],
)
def test_the_folder_of_the_media_is_taken_or_refused_with_a_reason(folder: str, taken: str | None) -> None:
    script = (
        'die() { echo "$*" >&2; exit 1; }; source systemd/steps/checks.sh; '
        f"media='{folder}' library=movies downloads=downloads group=media dry=yes; check_media; echo \"$media\""
    )
    done = run("bash", "-c", script)
    assert (done.stdout.strip() or None, done.returncode) == (taken, 0 if taken else 1)
    assert bool(done.stderr) == (taken is None)
