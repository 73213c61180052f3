"""A shell completes commands and options, and is not kept waiting."""

import os
import shutil
import subprocess
import sys

import pytest

from radarr.app.cli import main
from radarr.app.cli.commands import COMMANDS

HEAVY = ("sqlalchemy", "httpx", "aiohttp", "msgspec", "rich", "anyio", "alembic")


def completed(words: str, *, at: int) -> list[str]:
    """What bash would be given; fails where that took a heavy import."""
    code = (
        "import atexit, sys\n"
        f"atexit.register(lambda: print([n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr))\n"
        "from radarr.app.cli import main\n"
        "sys.exit(main())"
    )
    variables = {"_RADARR_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **variables}, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    return [line.removeprefix("plain,") for line in done.stdout.splitlines()]


def test_a_command_is_completed_without_any_heavy_import() -> None:
    assert completed("radarr mo", at=1) == ["movie"]


def test_every_command_is_offered() -> None:
    assert completed("radarr ", at=1) == list(COMMANDS)


def test_a_command_of_a_command_and_its_options_are_completed() -> None:
    assert completed("radarr movie li", at=2) == ["list"]
    assert "--limit" in completed("radarr history --l", at=2)
    assert completed("radarr --c", at=1) == ["--config"]


def test_files_and_folders_are_the_shells_to_complete() -> None:
    assert completed("radarr status --config ", at=3) == ["file,"]
    assert completed("radarr status --state-dir ", at=3) == ["dir,"]


def test_a_misspelt_command_is_not_complained_of_while_a_person_types() -> None:
    assert completed("radarr nope st", at=2) == ["status"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_that_the_shell_understands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "_RADARR_COMPLETE" in script
    if found := shutil.which(shell):
        subprocess.run([found, "-n"], input=script, text=True, check=True)


def test_another_shell_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "bash" in capsys.readouterr().err
