"""The worlds that each test of the suite is run in."""

from pathlib import Path

import pytest

from radarr.adapters.probe import MediaInfoProbe
from radarr.domain.media.measured import Measured, Unmeasured
from tests.contract.probe.worlds import DiskWorld, MemoryWorld, World


@pytest.fixture(params=["memory", "mediainfo"])
def world(request: pytest.FixtureRequest, tmp_path: Path) -> World:
    return MemoryWorld() if request.param == "memory" else DiskWorld(tmp_path)


class Bench:
    """MediaInfo, asked of whatever bytes."""

    def __init__(self, folder: Path) -> None:
        self._disk = DiskWorld(folder)
        self.probe = MediaInfoProbe()

    async def look(self, content: bytes, name: str = "film.mkv") -> Measured | Unmeasured:
        return await self.probe.measure(self._disk.put(name, content))

    async def measured(self, content: bytes, name: str = "film.mkv") -> Measured:
        """Of a file that can be measured."""
        found = await self.look(content, name)
        assert isinstance(found, Measured), found
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)
