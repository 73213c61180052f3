"""The worlds that each test of the suite is run in."""

from pathlib import Path

import pytest

from tests.contract.files.worlds import DiskWorld, MemoryWorld, World


@pytest.fixture(params=["memory", "disk"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    return MemoryWorld() if request.param == "memory" else DiskWorld(tmp_path)
