"""What the daemon costs: `python bench/service.py [--movies N] [--rounds N] [--quick] [--json FILE]`.

The real daemon runs as a process over a library of 10,000 films, reads 20 indexers of 100 items each in a round, and is
asked for its health 50 times a second. Prowlarr and qBittorrent are simulated in a process of their own. Prints every
figure with its limit; the exit code is 1 when a limit is broken.
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from service_parts.daemon import KEY, Daemon
from service_parts.films import films
from service_parts.library import fill
from service_parts.load import latencies, latencies_until, percentile, typical
from service_parts.servers import KEY as PROWLARR_KEY

_PARTS = Path(__file__).resolve().parent / "service_parts"
_PEERS = {
    "a bare interpreter": "pass",
    "the daemon's libraries": "import anyio, httpx, aiohttp.web, sqlalchemy.ext.asyncio, aiosqlite, msgspec, "
    "dependency_injector.containers, dependency_injector.providers, sqlalchemy.dialects.sqlite.aiosqlite",
}
_RESIDENT = (
    "{}\nfor line in open('/proc/self/status'):\n    if line.startswith('VmRSS'): print(int(line.split()[1]) / 1024)"
)


class Figure(NamedTuple):
    """A measured value; one without a limit is there to compare with. `seed` is what the first design promised."""

    name: str
    value: float
    unit: str
    limit: float | None = None
    seed: float | None = None

    @property
    def holds(self) -> bool:
        return self.limit is None or self.value <= self.limit

    def __str__(self) -> str:
        limit, seed = ("" if bound is None else f"{bound:g}" for bound in (self.limit, self.seed))
        verdict = "" if self.limit is None else "ok" if self.holds else "BROKEN"
        return f"{self.name:<58} {self.value:>10.1f} {self.unit:<6} {limit:>8} {seed:>6} {verdict}"


class Servers:
    """The simulated services, beside us."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        numbers = map(str, (given.movies, given.indexers, given.items))
        self._process = subprocess.Popen(
            [sys.executable, str(_PARTS / "servers.py"), str(folder), *numbers],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.told = self._read()

    def move_on(self) -> None:
        """Make every feed move on by one round."""
        if self._process.stdin is None:
            raise RuntimeError("the simulated services take no orders")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self._read()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _read(self) -> dict[str, str]:
        if self._process.stdout is None:
            raise RuntimeError("the simulated services say nothing")
        return dict(json.loads(self._process.stdout.readline()))


def settings(servers: Servers, library: Path) -> str:
    """The default schedule, but for the feed, which is read when we say so."""
    told = servers.told
    return "\n".join(
        (
            f'[prowlarr]\nurl = "{told["prowlarr"]}"\napi_key = "{PROWLARR_KEY}"\nrate_limit = 100000',
            "daily_budget = 1000000",
            f'[qbittorrent]\nurl = "{told["client"]}"\nusername = "{told["user"]}"\npassword = "{told["password"]}"',
            f'[library]\nroots = ["{library}"]\nminimum_free = "1MiB"',
            "[schedule]\nfeed = 0\nsearch_missing = 0\n",
        )
    )


@contextmanager
def world(given: argparse.Namespace) -> Iterator[tuple[Daemon, Servers]]:
    """A daemon that has its library and is stopped, and what it talks to."""
    with tempfile.TemporaryDirectory(prefix="bench-service-", dir=given.folder) as name:
        folder = Path(name)
        library, downloads = folder / "library", folder / "downloads"
        library.mkdir()
        downloads.mkdir()
        servers = Servers(downloads, given)
        if given.priority:
            os.setpriority(os.PRIO_PROCESS, 0, given.priority)  # inherited by what is started from here on
        daemon = Daemon(folder, settings(servers, library))
        try:
            daemon.start()
            daemon.stop()
            fill(daemon.state / "radarr-daemon.db", films(given.movies))
            yield daemon, servers
        finally:
            daemon.stop()
            servers.stop()


def peers() -> list[Figure]:
    """What an interpreter takes that only imports."""
    found = []
    for name, imports in _PEERS.items():
        done = subprocess.run(
            [sys.executable, "-c", _RESIDENT.format(imports)], capture_output=True, text=True, check=True
        )
        found.append(Figure(f"memory of {name}", float(done.stdout), "MiB"))
    return found


def start(daemon: Daemon, times: int) -> Figure:
    """The median of some starts; the last one keeps running."""
    taken = []
    for _ in range(times):
        daemon.stop()
        taken.append(daemon.start())
    return Figure("ready after the start of the process, median", statistics.median(taken), "s", 2)


def idle(daemon: Daemon, settle: float, seconds: float) -> list[Figure]:
    """Memory, and what reaches the disk, when there is nothing to do."""
    time.sleep(settle)
    before = daemon.written()
    time.sleep(seconds)
    return [
        Figure("memory idle, before any round", daemon.memory(), "MiB", 100, 200),
        Figure(f"written to disk in {seconds:g} idle seconds", (daemon.written() - before) / 1024, "KiB", 0),
    ]


def health(daemon: Daemon, seconds: float) -> list[Figure]:
    """50 requests a second while nothing else happens."""
    path = "/api/health" if daemon.has("/api/health") else "/ping"
    found = asyncio.run(latencies(_url(daemon, path), seconds, key=KEY))
    return [
        Figure(f"{path} at 50 requests/s, p50", percentile(found, 50), "ms"),
        Figure(f"{path} at 50 requests/s, p95, median of 5", typical(found, 95, 5), "ms", 10, 100),
        Figure(f"{path} at 50 requests/s, p95, all", percentile(found, 95), "ms"),
    ]


def rounds(daemon: Daemon, servers: Servers, count: int) -> list[Figure]:
    """Feed rounds one after the other, while somebody asks 50 times a second whether the process serves."""
    begun, waited = time.monotonic(), daemon.waited()
    seconds, lags = asyncio.run(_rounds(daemon, servers, count))
    waiting = (daemon.waited() - waited) / (time.monotonic() - begun)
    own = daemon.call("GET", "/api/health/detailed")["event_loop"]
    return [
        Figure("seconds of the first feed round (all is new)", seconds[0], "s"),
        Figure("seconds of a feed round, median", statistics.median(seconds), "s"),
        Figure("/ping during the rounds, p50", percentile(lags, 50), "ms"),
        Figure("/ping during the rounds, p99, median of 10 (event-loop lag)", typical(lags, 99, 10), "ms", 50),
        Figure("/ping during the rounds, p99, all", percentile(lags, 99), "ms"),
        Figure("/ping during the rounds, longest", max(lags), "ms"),
        Figure("event-loop lag p99 by the daemon's own account", own["lag_p99_ms"], "ms", 50),
        Figure("share of the rounds spent waiting for a processor", 100 * waiting, "%"),
        Figure(f"memory after {count} rounds", daemon.memory(), "MiB", 150, 200),
        Figure("memory at its most, rounds included", daemon.memory("VmHWM"), "MiB", 200, 200),
    ]


async def _rounds(daemon: Daemon, servers: Servers, count: int) -> tuple[list[float], list[float]]:
    done = asyncio.Event()
    asked = asyncio.create_task(latencies_until(done, _url(daemon, "/ping")))
    seconds = []
    for _ in range(count):
        seconds.append(await asyncio.to_thread(daemon.read_feeds))
        await asyncio.to_thread(servers.move_on)
    done.set()
    return seconds, await asked


def list_movies(daemon: Daemon) -> list[Figure]:
    """The whole library over the API, and what it does to the others meanwhile."""
    taken, size, lags = asyncio.run(_list_movies(daemon))
    return [
        Figure(f"GET /api/v3/movie, {size / (1 << 20):.1f} MiB", taken, "s"),
        Figure("/ping during GET /api/v3/movie, longest", max(lags), "ms"),
        Figure("memory at its most, GET /api/v3/movie included", daemon.memory("VmHWM"), "MiB", 200),
        Figure("memory at the end", daemon.memory(), "MiB", 150),
    ]


async def _list_movies(daemon: Daemon) -> tuple[float, int, list[float]]:
    done = asyncio.Event()
    asked = asyncio.create_task(latencies_until(done, _url(daemon, "/ping")))
    await asyncio.sleep(0.5)
    begun = time.monotonic()
    body = await asyncio.to_thread(daemon.raw, "GET", "/api/v3/movie")
    taken = time.monotonic() - begun
    done.set()
    return taken, len(body), await asked


def _url(daemon: Daemon, path: str) -> str:
    return f"http://127.0.0.1:{daemon.port}{path}"


def measure(given: argparse.Namespace) -> list[Figure]:
    with world(given) as (daemon, servers):
        found = [*peers(), start(daemon, 1 if given.quick else 5)]
        found += idle(daemon, *((5, 10) if given.quick else (15, 60)))
        found += health(daemon, 4 if given.quick else 20)
        found += rounds(daemon, servers, given.rounds)
        found += list_movies(daemon)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--movies", type=int, default=10_000)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--indexers", type=int, default=20)
    parser.add_argument("--items", type=int, default=100)
    parser.add_argument("--quick", action="store_true", help="10 rounds and short waits: for a look, not for a verdict")
    parser.add_argument(
        "--priority",
        type=int,
        default=0,
        help="nice value of the daemon and of who measures, such as -10 where others share the machine (needs root)",
    )
    parser.add_argument("--folder", help="where the daemon's state and library lie meanwhile")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    given = parser.parse_args()
    given.rounds = given.rounds or (10 if given.quick else 100)
    found = measure(given)
    print(f"{given.movies} films, {given.rounds} rounds, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"{'figure':<58} {'value':>10} {'':<6} {'limit':>8} {'seed':>6}")
    print("\n".join(map(str, found)))
    if given.json:
        given.json.write_text(json.dumps([figure._asdict() for figure in found], indent=1))
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
