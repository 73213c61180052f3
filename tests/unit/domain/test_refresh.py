"""How old what we know of a film may grow."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.domain.movie import Movie
from radarr.domain.refresh import look_for_lost, next_look

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def film(tmdb_id: int = 603, **known: Any) -> Movie:
    return Movie(tmdb_id=tmdb_id, title="The Paper Lantern", added_at=NOW, **known)


def rest(**known: Any) -> timedelta:
    return next_look(film(**known), NOW) - NOW


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({}, id="nobody-knows-when"),
        pytest.param({"year": 2027}, id="next-year"),
        pytest.param({"year": 2026}, id="this-year"),
        pytest.param({"in_cinemas": date(2026, 8, 1)}, id="not-in-cinemas-yet"),
        pytest.param({"in_cinemas": date(2025, 12, 15)}, id="in-cinemas-and-not-at-home-yet"),
        pytest.param({"in_cinemas": date(2025, 1, 1), "digital_release": date(2026, 5, 1)}, id="long-awaited"),
        pytest.param({"digital_release": date(2026, 2, 20)}, id="out-for-days"),
    ],
)
def test_a_film_that_is_new_or_not_out_is_looked_at_every_day(known: dict[str, Any]) -> None:
    assert timedelta(hours=12) <= rest(**known) < DAY


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"digital_release": date(2025, 12, 1)}, id="for-months"),
        pytest.param({"in_cinemas": date(2025, 6, 1), "physical_release": date(2025, 10, 1)}, id="on-disc"),
        pytest.param({"in_cinemas": date(2025, 3, 1)}, id="at-home-by-now"),
        pytest.param({"year": 2025}, id="of-last-year"),
    ],
)
def test_a_film_of_the_last_year_is_looked_at_every_week(known: dict[str, Any]) -> None:
    assert 6 * DAY <= rest(**known) <= 8 * DAY


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"year": 1999, "in_cinemas": date(1999, 3, 31)}, id="old"),
        pytest.param({"year": 1931}, id="of-which-only-the-year-is-known"),
        pytest.param({"physical_release": date(2024, 1, 1), "digital_release": date(2026, 2, 1)}, id="out-again"),
    ],
)
def test_an_old_film_is_rarely_looked_at(known: dict[str, Any]) -> None:
    assert 30 * DAY <= rest(**known) <= 60 * DAY


def test_a_film_that_is_lost_is_looked_for_as_rarely() -> None:
    assert 30 * DAY <= look_for_lost(603, NOW) - NOW <= 60 * DAY


def test_ten_thousand_old_films_come_due_a_few_hundred_a_day() -> None:
    days = [(next_look(film(number, year=1999), NOW) - NOW).days for number in range(1, 10_001)]
    assert max(map(days.count, set(days))) < 500
    assert len(set(days)) == 30


@given(st.integers(0, 2**31 - 1), st.dates(date(1890, 1, 1), date(2100, 1, 1)) | st.none())
def test_every_film_is_looked_at_again_within_two_months(tmdb_id: int, out: date | None) -> None:
    again = next_look(film(tmdb_id, digital_release=out), NOW) - NOW
    assert timedelta(hours=12) <= again <= 60 * DAY
