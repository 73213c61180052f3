"""Every rule is registered, tells its reason and has its tests."""

import re
from pathlib import Path

import pytest

from radarr.domain.decision import rules
from radarr.domain.decision.reason import Reason

_FOLDER = Path(rules.__file__).parent
_NAMES = sorted(path.stem for path in _FOLDER.glob("*.py") if path.stem != "__init__")


def test_the_registry_holds_every_rule_once() -> None:
    assert sorted(rule.__name__ for rule in rules.RULES) == _NAMES  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", _NAMES)
def test_a_rule_is_named_as_its_file(name: str) -> None:
    rule = next(r for r in rules.RULES if r.__module__.endswith(f".{name}"))
    assert rule.__name__ == name  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", _NAMES)
def test_a_rule_tells_a_reason_that_exists(name: str) -> None:
    told = set(re.findall(r"\bReason\.([A-Z_]+)", (_FOLDER / f"{name}.py").read_text()))
    assert told
    assert told <= set(Reason.__members__)


@pytest.mark.parametrize("name", _NAMES)
def test_a_rule_has_its_test_file(name: str) -> None:
    assert (Path(__file__).parent / "rules" / f"test_{name}.py").is_file()
