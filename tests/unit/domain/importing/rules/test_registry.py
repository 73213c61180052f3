from pathlib import Path

from radarr.domain.importing import rules
from radarr.domain.importing.reason import ImportReason


def test_every_rule_is_registered_tested_and_has_its_reason_used() -> None:
    folder = Path(rules.__file__).parent
    modules = {path.stem: path.read_text() for path in folder.glob("*.py") if path.stem != "__init__"}

    assert {rule.__name__ for rule in rules.RULES} == set(modules)
    assert {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")} >= set(modules)
    used = {
        reason for reason in ImportReason if any(f"ImportReason.{reason.name}" in text for text in modules.values())
    }
    assert used == set(ImportReason) - {ImportReason.DECISION_ERROR}
