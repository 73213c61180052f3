"""`radarr indexer` in tables that a person can read."""

from datetime import UTC, datetime
from typing import Any

import pytest

from radarr.app.cli.indexer import _chosen, _faring, _listed
from radarr.app.cli.output import table
from radarr.ports.errors import Conflict, Gone

NOW = datetime(2026, 1, 1, 12, 10, tzinfo=UTC)
HEALTH: dict[str, Any] = {
    "status": "healthy",
    "requests": 12,
    "successRate": 0.75,
    "p50Ms": 210.4,
    "p95Ms": 900.0,
    "maxMs": 1200.0,
    "lastSuccess": "2026-01-01T12:09:30Z",
    "restingUntil": None,
    "backoffLevel": 1,
    "lastError": "",
    "spent": 40,
    "budget": 100,
    "others": None,
    "gapFound": None,
    "gapLeft": 0,
}
ALPHA: dict[str, Any] = {
    "id": 1,
    "name": "Alpha",
    "privacy": "private",
    "priority": 25,
    "feed": True,
    "automatic": True,
    "interactive": False,
    "idParams": ["imdbid"],
    "queryLimit": 200,
    "grabLimit": None,
    "limitHours": 24,
    "health": HEALTH,
}
INDEXERS = [ALPHA, {**ALPHA, "id": 2, "name": "Alphabet"}, {**ALPHA, "id": 31, "name": "Beta"}]


def test_a_name_means_the_one_that_has_it_whole_else_the_only_one_that_has_it_in_part() -> None:
    assert [_chosen(INDEXERS, said)["id"] for said in ("alpha", "alphab", "ALPHABET", "31")] == [1, 2, 2, 31]


def test_an_unknown_name_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(Gone) as raised:
        _chosen(INDEXERS, "Gamma")
    assert raised.value.remedy == "those that there are: Alpha (1), Alphabet (2), Beta (31)"


def test_a_name_that_several_have_in_part_is_asked_for_again() -> None:
    with pytest.raises(Conflict, match="means 2 indexers"):
        _chosen(INDEXERS, "alph")


def test_the_list_says_what_each_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    table(("id", "name", "access", "p", "feed", "auto", "hand", "ids", "queries", "grabs"), [_listed(ALPHA)])
    line = capsys.readouterr().out.splitlines()[1]
    assert line.split() == ["1", "Alpha", "private", "25", "yes", "yes", "no", "IMDb", "200/day", "-"]


def test_the_figures_say_how_it_answers_and_what_is_spent() -> None:
    shown = _faring(ALPHA, NOW)
    assert shown[:8] == ("Alpha", "healthy", 12, "75 %", "210 ms", "900 ms", "1200 ms", "30 s")
    assert shown[8:] == (40, 100, None, "-", 1, None, "")


def test_one_that_rests_is_shown_with_when_it_is_asked_again() -> None:
    shown = _faring({**ALPHA, "health": {**HEALTH, "restingUntil": "2026-01-01T13:00:00Z"}}, NOW)
    assert shown[1] == "rests"
    assert str(shown[11]).startswith("2026-01-01 ")


@pytest.mark.parametrize(("left", "told"), [(0, "3 h"), (7, "3 h, 7 to search")])
def test_what_was_missed_of_a_feed_is_told_and_what_is_still_searched_for_it(left: int, told: str) -> None:
    health = {**HEALTH, "gapFound": "2026-01-01T09:10:00Z", "gapLeft": left}
    assert _faring({**ALPHA, "health": health}, NOW)[13] == told


def test_a_budget_for_an_hour_is_not_taken_for_one_of_a_day() -> None:
    assert _faring({**ALPHA, "limitHours": 1}, NOW)[8:10] == (40, "100/h")
    assert _faring({**ALPHA, "limitHours": 1, "queryLimit": None}, NOW)[8:10] == (40, 100)
