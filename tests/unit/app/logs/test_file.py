"""The log file: there where nobody else keeps the log, bounded, private, and never in the way."""

import io
import json
import logging
from pathlib import Path

import pytest

from radarr.app.config import load
from radarr.app.logs import set_up
from radarr.app.logs.file import LogFile
from radarr.app.logs.handlers import log_file

log = logging.getLogger("radarr.films")


def said(folder: Path, **settings: str) -> io.StringIO:
    stream = io.StringIO()
    set_up(load(None, {f"RADARR__{name}": value for name, value in settings.items()}), stream, folder=folder)
    return stream


def test_without_a_journal_the_log_is_kept_in_the_state_folder_for_its_owner_alone(tmp_path: Path) -> None:
    said(tmp_path, PROWLARR__API_KEY="hunter22")
    path = tmp_path / "logs" / "radarr-daemon.log"
    assert not path.parent.exists()
    log.info("asked with hunter22")
    assert json.loads(path.read_text())["message"] == "asked with (hidden)"
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_for_people_every_line_of_the_file_has_its_day(tmp_path: Path) -> None:
    said(tmp_path, LOG__FORMAT="console")
    log.info("asked")
    line = (tmp_path / "logs/radarr-daemon.log").read_text()
    assert line[4] == line[7] == "-"
    assert line.endswith("films: asked\n")


@pytest.mark.parametrize(
    ("wanted", "kept", "path"),
    [
        pytest.param("auto", False, "state/logs/radarr-daemon.log", id="nobody keeps it"),
        pytest.param("auto", True, None, id="the journal keeps it"),
        pytest.param("", False, None, id="never"),
        pytest.param("/var/log/films.log", True, "/var/log/films.log", id="a path"),
    ],
)
def test_where_it_is(wanted: str, kept: bool, path: str | None) -> None:
    assert log_file(wanted, Path("state"), kept=kept) == (Path(path) if path else None)


def test_only_the_daemon_has_a_log_file() -> None:
    assert log_file("/var/log/films.log", None, kept=False) is None


def test_its_size_is_bounded(tmp_path: Path) -> None:
    handler = LogFile(tmp_path / "films.log", size=1000)
    for number in range(200):
        handler.handle(log.makeRecord("x", logging.INFO, "x", 1, "film %d %s", (number, "x" * 80), None))
    handler.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) == 5
    assert all(path.stat().st_size <= 1000 and path.stat().st_mode & 0o777 == 0o600 for path in files)
    assert "film 199" in (tmp_path / "films.log").read_text()


def test_where_no_second_file_may_be_made_it_begins_anew_and_says_so_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    stream = said(tmp_path, LOG__FORMAT="console")
    monkeypatch.setattr("os.rename", refused)
    handler = LogFile(tmp_path / "films.log", size=1000)
    for number in range(200):
        handler.handle(log.makeRecord("x", logging.INFO, "x", 1, "film %d %s", (number, "x" * 80), None))
    handler.close()
    assert (tmp_path / "films.log").stat().st_size <= 1000
    assert "film 199" in (tmp_path / "films.log").read_text()
    assert stream.getvalue().count("let us write to its folder") == 1


def test_a_folder_that_may_not_be_written_to_is_told_once_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file in its place")
    stream = said(tmp_path)
    log.info("one")
    log.info("two")
    told = [json.loads(line)["message"] for line in stream.getvalue().splitlines()]
    assert [message for message in told if "log file" not in message] == ["one", "two"]
    assert len(told) == 3
    (tmp_path / "logs").unlink()
    log.info("three")
    assert "three" in (tmp_path / "logs/radarr-daemon.log").read_text()


def test_a_full_disk_stops_nothing() -> None:
    stream = io.StringIO()
    set_up(load(None, {"RADARR__LOG__FILE": "/dev/full"}), stream, folder=Path("/"))
    for number in range(3):
        log.info("film %d", number)
    told = stream.getvalue()
    assert told.count("No space left") == 1
    assert "film 2" in told


def test_a_new_configuration_moves_the_file(tmp_path: Path) -> None:
    said(tmp_path)
    log.info("one")
    said(tmp_path, LOG__FILE=str(tmp_path / "other.log"))
    log.info("two")
    assert "two" not in (tmp_path / "logs/radarr-daemon.log").read_text()
    assert "two" in (tmp_path / "other.log").read_text()
