import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from radarr.domain.decision.availability import available_from, is_available
from tests.unit.domain.decision.examples import movie

_CORPUS = Path(__file__).parents[4].parent / "shared" / "corpus" / "dev" / "availability.jsonl"


@pytest.mark.parametrize(
    ("minimum", "dates", "day"),
    [
        pytest.param("announced", {"in_cinemas": date(2030, 1, 1)}, None, id="announced is enough"),
        pytest.param("in_cinemas", {"in_cinemas": date(2020, 5, 1)}, date(2020, 5, 1), id="the cinema"),
        pytest.param(
            "in_cinemas", {"physical_release": date(2020, 8, 1)}, date(2020, 8, 1), id="no cinema, so at home"
        ),
        pytest.param(
            "released",
            {"digital_release": date(2020, 7, 1), "physical_release": date(2020, 8, 1)},
            date(2020, 7, 1),
            id="the earlier of two",
        ),
        pytest.param("released", {"in_cinemas": date(2020, 1, 1)}, date(2020, 3, 31), id="90 days after the cinema"),
        pytest.param("released", {}, date(2010, 1, 1), id="only the year is known"),
        pytest.param("released", {"year": 0}, None, id="nothing is known"),
        pytest.param("released", {"year": 99999}, None, id="a year that no calendar has"),
        pytest.param("released", {"in_cinemas": date.max}, date.max, id="the last day of all"),
    ],
)
def test_a_film_can_be_had_from_a_day_on(minimum: str, dates: dict[str, Any], day: date | None) -> None:
    assert available_from(movie(**dates), minimum) == day


def test_the_day_begins_at_midnight_utc() -> None:
    film = movie(digital_release=date(2020, 7, 1))
    assert not is_available(film, "released", datetime(2020, 6, 30, 23, 59, tzinfo=UTC))
    assert is_available(film, "released", datetime(2020, 7, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("delay", "day", "there"),
    [(0, 1, True), (3, 3, False), (3, 4, True), (-2, 1, True), (-2, -1, True), (-2, -2, False)],
)
def test_a_delay_counts_from_that_day_on(delay: int, day: int, *, there: bool) -> None:
    film = movie(digital_release=date(2020, 7, 1))
    now = datetime(2020, 7, 1, tzinfo=UTC) + timedelta(days=day - 1)
    assert is_available(film, "released", now, delay) == there


def _cases() -> list[Any]:
    """Radarr's own examples, but for films without any date: those it waits for in vain."""
    if not _CORPUS.is_file():
        return [pytest.param({}, marks=pytest.mark.skip(reason="the shared corpus is not beside the repository"))]
    cases = [json.loads(line) for line in _CORPUS.read_text().splitlines()]
    return [pytest.param(case, id=case["id"]) for case in cases if case["kind"] == "available"]


def _day(params: dict[str, Any], name: str, today: date) -> date | None:
    if (relative := params.get(f"{name}_rel_days")) is not None:
        return today + timedelta(days=relative)
    return date.fromisoformat(params[name][:10]) if params.get(name) else None


@pytest.mark.parametrize("case", _cases())
def test_films_are_available_when_radarr_says_so(case: dict[str, Any]) -> None:
    params, now = case["params"], datetime(2026, 6, 1, 12, tzinfo=UTC)
    names = ("in_cinemas", "digital_release", "physical_release")
    dates = {name: _day(params, name, now.date()) for name in names}
    if not any(dates.values()) and case["input"] not in {"tba", "announced"}:
        pytest.skip("without any date the year decides here")
    minimum = {"incinemas": "in_cinemas"}.get(case["input"], case["input"])
    assert is_available(movie(**dates), minimum, now, params.get("delay_days", 0)) == case["expected"]["available"]
