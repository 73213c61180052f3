"""What is said of the daemon itself."""

from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.app.health.look import STATE, Folder, Terms, Trouble
from radarr.app.health.messages import daemon
from radarr.ports.driving.health import DatabaseHealth, Level
from radarr.ports.driving.status import LoopStatus
from tests.unit.app.health.known import NOW, ROOMY, looked, well


def loop(**changes: Any) -> LoopStatus:
    values = {"name": "feed", "every": 1800.0, "last_run": None, "next_run": None, "failures": 0, "last_error": ""}
    return LoopStatus(**{**values, **changes})


def test_a_database_that_is_gone_is_an_error() -> None:
    (said,) = daemon.database(looked(database=DatabaseHealth(kind="sqlite", problem="it is locked")))
    assert (said.source, said.level) == ("DatabaseCheck", Level.ERROR)
    assert "it is locked" in said.message


def test_who_never_looks_is_told_so() -> None:
    (said,) = daemon.blindfold(well(loops=(loop(name="health", every=0),)))
    assert (said.source, said.level) == ("BlindCheck", Level.WARNING)
    assert list(daemon.blindfold(well(loops=(loop(name="health"), loop(every=0))))) == []


def test_a_loop_that_hangs_is_an_error_and_says_since_when() -> None:
    (said,) = daemon.loops(well(loops=(loop(hung=True, running_since=NOW),)))
    assert (said.source, said.level) == ("LoopCheck", Level.ERROR)
    assert "since 2026-03-01 12:00 UTC" in said.message


def test_a_loop_that_failed_thrice_is_a_warning_and_twice_is_none() -> None:
    (said,) = daemon.loops(well(loops=(loop(failures=3, last_error="the disk is full"),)))
    assert said.level is Level.WARNING
    assert "3 times in a row: the disk is full" in said.message
    assert list(daemon.loops(well(loops=(loop(failures=2),)))) == []


@pytest.mark.parametrize(
    "folder",
    [Folder("/state", STATE, trouble=Trouble("gone")), Folder("/state", STATE, ROOMY._replace(writable=False))],
    ids=["gone", "not to be written to"],
)
def test_a_state_folder_that_cannot_be_used_is_an_error(folder: Folder) -> None:
    (said,) = daemon.state_folder(looked(folders=(folder,)))
    assert (said.source, said.level) == ("StateFolderCheck", Level.ERROR)


def test_a_clock_from_before_the_daemon_is_wrong() -> None:
    (said,) = daemon.system_time(well(now=datetime(1970, 1, 1, tzinfo=UTC)))
    assert (said.source, said.level) == ("SystemTimeCheck", Level.ERROR)
    assert "NTP" in said.remedy


@pytest.mark.parametrize(("length", "told"), [(19, True), (20, False), (None, False)])
def test_a_short_key_that_a_person_chose_is_told(length: int | None, told: bool) -> None:
    assert bool(list(daemon.api_key(well(terms=Terms(key_length=length))))) is told
