"""A daemon that has nothing to do leaves the disks alone, so that they can sleep."""

from pathlib import Path

import anyio
import pytest

from radarr.adapters.simulated.tmdb_server import SimulatedTmdb, tmdb_server
from radarr.ports.metadata import MovieDetails
from tests.e2e.world import World, beside, world

pytestmark = pytest.mark.anyio
_QUIET = 20  # seconds: every loop that is switched on runs many times over
_BUSY = "[schedule]\ndownloads = 1\nhealth = 1\nrefresh_metadata = 1\nfeed = 0\nsearch_missing = 0"
_SINTEL = MovieDetails(45745, "Sintel", original_language="English", year=2010, runtime=15)


class Disk:
    """What the disk looks like, and how much the daemon has sent to it."""

    def __init__(self, home: World) -> None:
        assert home.daemon.process is not None
        lines = Path(f"/proc/{home.daemon.process.pid}/io").read_text().splitlines()
        self.written = next(int(line.split()[1]) for line in lines if line.startswith("write_bytes"))
        self.files = {
            str(path.relative_to(home.daemon.folder)): (
                path.lstat().st_ino,
                path.lstat().st_size,
                path.lstat().st_mtime_ns,
            )
            for path in home.daemon.folder.rglob("*")
        }

    def changes(self, later: "Disk") -> dict[str, object]:
        """What came, went or changed; empty where nothing did."""
        names = {n for n in self.files | later.files if self.files.get(n) != later.files.get(n)}
        written = {"bytes": later.written - self.written} if later.written != self.written else {}
        return {**dict.fromkeys(sorted(names), "changed"), **written}


async def quiet(home: World) -> None:
    """Until nothing has been written for some seconds: a look around tries once whether files can be linked."""
    for _ in range(20):
        before = await beside(lambda: Disk(home))
        await anyio.sleep(3)
        if not before.changes(await beside(lambda: Disk(home))):
            return
    raise AssertionError(f"it never comes to rest: {before.changes(Disk(home))}")


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="the kernel does not count what processes write")
async def test_a_daemon_with_nothing_new_to_do_writes_nothing(tmp_path: Path) -> None:
    async with tmdb_server([_SINTEL]) as tmdb, world(tmp_path, _section(tmdb)) as home:
        text = home.daemon.config.read_text()
        home.daemon.config.write_text(text.replace("[schedule]\ndownloads = 1\nfeed = 0\nsearch_missing = 0", _BUSY))
        await home.start()
        home.offer("Sintel.2010.1080p.WEB-DL.H264-ONE")
        await home.want_sintel("--search")
        await home.until_imported("WEBDL-1080p")  # from here on the client seeds it
        await quiet(home)
        before = await beside(lambda: Disk(home))
        runs = await ran(home)
        await anyio.sleep(_QUIET)
        after = await beside(lambda: Disk(home))
        for earlier, later in zip(runs, await ran(home), strict=True):
            assert earlier != later, "every loop was to run meanwhile"
    assert before.changes(after) == {}


def _section(tmdb: SimulatedTmdb) -> str:
    return f'[tmdb]\nurl = "{tmdb.url}"\napi_key = "{tmdb.api_key}"'


async def ran(home: World) -> list[object]:
    """When each loop last ran."""
    loops = (await home.get("/api/health/detailed"))["loops"]
    return [loops[name]["last_run"] for name in ("downloads", "health", "refresh_metadata")]
