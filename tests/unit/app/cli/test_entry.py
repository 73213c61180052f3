"""The frame of the command line: exit codes, late imports, one line for every failure."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from radarr.app.cli import main
from radarr.app.cli.commands import COMMANDS
from radarr.app.cli.failures import report
from radarr.app.cli.group import LazyGroup
from radarr.app.config import ConfigError, Problem
from radarr.app.remote import DaemonUnreachable
from radarr.ports.errors import Refused

HEAVY = ("httpx", "sqlalchemy", "aiohttp", "rich", "alembic", "asyncio", "anyio", "msgspec", "logging")


def test_the_command_line_imports_nothing_heavy() -> None:
    code = (
        "import sys; from radarr.app.cli import main; code = main(['--help']); "
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "Commands:" in done.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there_and_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    assert "--config" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        pytest.param(Refused("no room", remedy="make some"), 1, "radarr: no room: make some\n", id="failed"),
        pytest.param(click.UsageError("no such option"), 2, "Error: no such option\n", id="usage"),
        pytest.param(
            ConfigError((Problem("a.b", "is no setting"), Problem("c.d", "is missing"))),
            2,
            "radarr: a.b: is no setting\nradarr: c.d: is missing\n",
            id="configuration",
        ),
        pytest.param(DaemonUnreachable("nobody home"), 3, "radarr: nobody home\n", id="unreachable"),
        pytest.param(FileNotFoundError(2, "No such file", "x.json"), 1, "radarr: x.json: No such file\n", id="file"),
        pytest.param(
            PermissionError(13, "Permission denied", "x.json"),
            1,
            "radarr: x.json: Permission denied: run this as a user who may, such as the daemon's\n",
            id="somebody else's file",
        ),
        pytest.param(
            OSError(28, "No space left on device"),
            1,
            "radarr: the output cannot be written: No space left on device: make room, or write it elsewhere\n",
            id="a full disk",
        ),
        pytest.param(KeyboardInterrupt(), 130, "", id="interrupted"),
        pytest.param(click.Abort(), 130, "", id="interrupted while asking"),
    ],
)
def test_every_error_has_its_exit_code_and_sentence(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(error) == code
    assert capsys.readouterr().err == said


def test_a_mistake_of_ours_is_one_line_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    assert report(RuntimeError("broke on\nhttp://p/?apikey=hunter22")) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "hunter22" not in said
    assert "report" in said


def test_a_misspelt_command_is_a_question(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parze"]) == 2
    assert "did you mean 'parse'?" in capsys.readouterr().err


def test_init_then_config_show(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["init"]) == 0
    assert (tmp_path / ".config/radarr/radarr.toml").is_file()
    assert main(["init"]) == 1
    assert "--force" in capsys.readouterr().err
    assert main(["init", "--force"]) == 0
    capsys.readouterr()
    monkeypatch.setenv("RADARR__PROWLARR__API_KEY", "hunter22")
    assert main(["config", "show"]) == 0
    shown = capsys.readouterr().out
    assert "hunter22" not in shown
    assert re.search(r'prowlarr\.api_key +"\(hidden\)" +RADARR__PROWLARR__API_KEY', shown)
    assert re.search(r"library\.roots .*radarr\.toml:\d+", shown)


def test_the_configuration_is_named_before_or_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("[server]\nport = 7879\n")
    for arguments in (["--config", str(path), "config", "show"], ["config", "show", "--config", str(path)]):
        assert main(arguments) == 0
        assert f"{path}:2" in capsys.readouterr().out


def test_a_bad_configuration_is_told_whole_and_ends_with_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "radarr.toml"
    path.write_text('[server]\nport = "x"\nhots = ""\n')
    assert main(["profile", "list", "--config", str(path)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


def test_profiles_are_listed_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profile", "list"]) == 0
    assert "HD - 720p/1080p" in capsys.readouterr().out
    assert main(["profile", "show", "ultra-hd"]) == 0
    assert "Remux-2160p" in capsys.readouterr().out
    assert main(["profile", "show", "none such"]) == 2


def test_a_reader_that_leaves_early_is_no_stumble() -> None:
    script = "import sys; from radarr.app.cli import main; sys.exit(main(['profile', 'list', '--json']))"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert said == ""


def test_control_characters_of_strangers_do_not_reach_the_terminal() -> None:
    from radarr.app.cli.output import clean

    assert clean("a\x1b[31mb\u202ec\n") == "a\ufffd[31mb\ufffdc\ufffd"


def test_a_command_may_be_a_group_of_its_own() -> None:
    lazy: Callable[..., click.Command | None] = LazyGroup("x").get_command
    assert isinstance(lazy(None, "config"), click.Group)
    assert lazy(None, "none such") is None
