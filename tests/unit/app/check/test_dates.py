"""The clock against those of the services."""

from datetime import UTC, datetime, timedelta

import pytest

from radarr.app.check.dates import compared, date_of
from radarr.app.check.finding import Finding

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_clocks_that_agree_are_well() -> None:
    dates = {"Prowlarr": NOW + timedelta(seconds=2), "qBittorrent": NOW - timedelta(minutes=2)}
    assert compared(dates, NOW) == [Finding("clock", "ok", "it agrees with Prowlarr and qBittorrent")]


@pytest.mark.parametrize(
    ("off", "grade", "said"),
    [
        (timedelta(minutes=-5), "warning", "0 h 5 min ahead of that of Prowlarr"),
        (timedelta(hours=3), "warning", "3 h 0 min behind that of Prowlarr"),
        (timedelta(days=-1), "error", "24 h 0 min ahead of that of Prowlarr"),
        (timedelta(days=400), "error", "400 days behind that of Prowlarr"),
    ],
)
def test_a_clock_that_is_off_is_told_in_which_direction(off: timedelta, grade: str, said: str) -> None:
    (found,) = compared({"Prowlarr": NOW + off}, NOW)
    assert (found.grade, found.message) == (grade, f"the clock is {said}")
    assert "NTP" in found.remedy


def test_a_service_that_tells_no_time_says_nothing() -> None:
    assert compared({}, NOW) == []
    assert date_of("http://127.0.0.1:9/x") is None
