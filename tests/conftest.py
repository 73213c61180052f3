"""What every test may use."""

import os
from pathlib import Path

import hypothesis
import pytest

_OF_PROCESSES = {Path(__file__).parent / folder for folder in ("e2e", "boot")}

hypothesis.settings.register_profile("steady", deadline=None)  # a busy machine proves no law wrong
hypothesis.settings.load_profile("steady")


@pytest.fixture
def anyio_backend() -> str:
    """The daemon runs on asyncio, and so do its tests."""
    return "asyncio"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """In CI a story of real processes is told once more before it counts as failed, and the summary names it.

    A loaded machine can hold a process up for longer than any test should wait. Elsewhere the first failure counts:
    a story that needs its second try is a bug to mend.
    """
    if "RADARR_SECOND_TRY" in os.environ:
        for item in items:
            if not _OF_PROCESSES.isdisjoint(item.path.parents):
                item.add_marker(pytest.mark.flaky(reruns=1))
