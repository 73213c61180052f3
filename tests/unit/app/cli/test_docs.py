"""docs/cli.md says what the commands say."""

import re
from pathlib import Path

import pytest

from radarr.app.cli.docs import document

ROOT = Path(__file__).parents[4]


def test_the_page_is_up_to_date() -> None:
    stale = "docs/cli.md is stale: run `python -m radarr.app.cli.docs > docs/cli.md`"
    assert (ROOT / "docs" / "cli.md").read_text() == document(), stale


def test_the_page_does_not_depend_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    assert document() == (ROOT / "docs" / "cli.md").read_text()


def test_every_variable_that_the_program_reads_is_named() -> None:
    reading = re.compile(r"environ(?:ment)?(?:\.get\(|\[)\"([A-Z_]+)\"")
    read = {name for path in (ROOT / "src").rglob("*.py") for name in reading.findall(path.read_text())}
    assert read
    assert [name for name in sorted(read) if f"`{name}`" not in document()] == []
