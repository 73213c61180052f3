"""docs/reliability.md says what the fault tests hold the daemon to."""

from pathlib import Path

from tests.e2e.reliability import document
from tests.e2e.troubles import ALL

ROOT = Path(__file__).parents[3]


def test_the_page_is_up_to_date() -> None:
    stale = "docs/reliability.md is stale: run `python -m tests.e2e.reliability > docs/reliability.md`"
    assert (ROOT / "docs" / "reliability.md").read_text() == document(), stale


def test_every_row_names_a_test_that_there_is() -> None:
    for trouble in ALL:
        file, _, name = trouble.test.partition("::")
        function = name.partition("[")[0]
        assert f"async def {function}(" in (ROOT / "tests" / "e2e" / file).read_text(), trouble.test


def test_every_fault_has_a_message_and_an_end() -> None:
    assert all(trouble.message.strip("…") and trouble.recovery and trouble.state for trouble in ALL)
    assert len({trouble.test for trouble in ALL}) == len(ALL)
