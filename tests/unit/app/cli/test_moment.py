"""Moments as people write them."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from radarr.app.cli import main
from radarr.app.cli.moment import ago, local, read_moment, span

NOW = datetime(2026, 1, 31, 17, 30, tzinfo=UTC)  # half past six in Berlin


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        pytest.param("2026-02-01T12:00:00Z", "2026-02-01T12:00", id="UTC"),
        pytest.param("2026-02-01T12:00", "2026-02-01T11:00", id="here in winter"),
        pytest.param("2026-07-01T12:00", "2026-07-01T10:00", id="here in summer"),
        pytest.param("2026-02-01", "2026-01-31T23:00", id="a day"),
        pytest.param("19:00", "2026-01-31T18:00", id="later today"),
        pytest.param("7:00", "2026-02-01T06:00", id="tomorrow"),
        pytest.param("18:30", "2026-02-01T17:30", id="this very minute is tomorrow's"),
        pytest.param("2h", "2026-01-31T19:30", id="hours"),
        pytest.param("90m", "2026-01-31T19:00", id="minutes"),
        pytest.param("3d", "2026-02-03T17:30", id="days"),
        pytest.param("1d2h30m", "2026-02-01T20:00", id="all units"),
    ],
)
def test_a_moment_is_what_a_person_means(said: str, meant: str) -> None:
    assert read_moment(said, NOW) == datetime.fromisoformat(meant).replace(tzinfo=UTC)


def test_a_night_with_the_clock_set_forward_has_its_morning() -> None:
    before = datetime(2026, 3, 28, 22, tzinfo=UTC)
    assert read_moment("7:00", before) == datetime(2026, 3, 29, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("now", "meant"),
    [
        pytest.param("2027-03-27T12:00", "2027-03-28T01:30", id="leapt over: after the leap"),
        pytest.param("2027-03-28T00:45", "2027-03-28T01:30", id="leapt over in a moment"),
        pytest.param("2027-10-31T00:15", "2027-10-31T00:30", id="the first of two"),
        pytest.param("2027-10-31T00:45", "2027-10-31T01:30", id="the second of two"),
        pytest.param("2027-10-31T01:45", "2027-11-01T01:30", id="after both"),
    ],
)
def test_half_past_two_in_a_night_with_the_clock_set_is_the_next_there_is(now: str, meant: str) -> None:
    at, then = (datetime.fromisoformat(moment).replace(tzinfo=UTC) for moment in (now, meant))
    assert read_moment("2:30", at) == then


def test_a_moment_that_the_clock_leaps_over_is_not_before_the_leap() -> None:
    assert read_moment("2027-03-28T02:30", NOW) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_the_end_of_the_calendar_can_be_shown() -> None:
    assert local("9999-12-31T23:59:00Z") == "9999-12-31T23:59:00Z"


@pytest.mark.parametrize("said", ["", "soon", "2", "25:00", "12:61", "-2h", "h", "2 h"])
def test_what_is_no_moment_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_moment(said, NOW)


def test_the_command_says_which_forms_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pause", "--until", "soon"]) == 2
    assert "a span like 90m" in capsys.readouterr().err


def test_spans_are_told_in_one_unit() -> None:
    assert [span(s) for s in (0.25, 3, 100, 150, 7200, 200_000)] == ["0.2 s", "3 s", "100 s", "2 min", "2 h", "2 d"]
    assert span(None) == "-"
    assert (ago("2026-01-31T17:29:00Z", NOW), ago("2026-01-31T18:00:00Z", NOW)) == ("60 s", "in 30 min")
    assert ago(None, NOW) == "-"
    assert (local("2026-01-31T17:30:00Z"), local(None)) == ("2026-01-31 18:30:00", "-")
