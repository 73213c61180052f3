"""docs/decisions.md tells what the rules do, no more and no less."""

import re
from pathlib import Path

import pytest

from radarr.domain.decision import rules
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.rank import COMPARISONS
from radarr.domain.decision.reason import Reason
from tests.unit.domain.decision.test_reasons import REASONS, ROWS, bypasses

_PAGE = Path(__file__).parents[4] / "docs" / "decisions.md"
_CODE = re.compile(r"`(\w+)`")


def _table(head: str) -> list[list[str]]:
    """The rows of the table that begins so, its head first."""
    _, begin, rest = _PAGE.read_text("utf-8").partition(f"\n{head}")
    lines = (begin + rest).strip().split("\n\n", 1)[0].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]


_RULES = _table("| Radarr's rule |")[1:]


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row[0]} ({row[2]})") for row in _RULES])
def test_every_row_of_the_table_is_proven(row: list[str]) -> None:
    proven = {shown.reason.value: shown.kind.value for shown in ROWS}
    told = [name for name in _CODE.findall(row[1]) if f"(`{name}`" not in row[1]]
    assert set(told) <= set(proven)
    assert all((proven[name] == "temporary") == ("temporary" in row[1]) for name in told)
    files = {rule.__name__ for rule in rules.RULES}  # type: ignore[attr-defined]
    assert set(_CODE.findall(row[2])) <= files


def test_every_reason_and_every_rule_is_in_the_table() -> None:
    told = [name for row in _RULES for name in _CODE.findall(row[1]) if f"(`{name}`" not in row[1]]
    assert sorted(told) == sorted(reason.value for reason in Reason)
    shown = {name for row in _RULES for name in _CODE.findall(row[2])}
    assert shown == {rule.__name__ for rule in rules.RULES}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", SearchKind)
def test_the_page_tells_what_a_kind_of_search_need_not_care_for(kind: SearchKind) -> None:
    head, *rows = _table("| kind |")
    told = next(row for row in rows if row[0] == f"`{kind.value}`")
    assert dict(zip(head[1:], told[1:], strict=True)) == {
        what: "yes" if bypasses(kind, what) else "no" for what in REASONS
    }


def test_the_page_tells_the_comparisons_in_their_order() -> None:
    assert [row[0] for row in _table("| comparison |")[1:]] == [comparison.name for comparison in COMPARISONS]
