"""How long it takes until the client has a film: `python bench/client.py [--adds N]`.

A real qBittorrent gets N torrents through our adapter, each added and confirmed (listed by its infohash), and in turn
with them N by a bare HTTP post and poll, which is the least that anybody could do. The limit is 1 s at p95.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from radarr.adapters.clock import SystemClock
from radarr.adapters.qbittorrent import QBittorrent
from radarr.app import clients
from radarr.app.config import load
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import AddRequest
from tests.swarm.qbittorrent import PROGRAM, RealQBittorrent, real_qbittorrent

LIMIT = 1.0  # seconds, p95
CATEGORY = "radarr-daemon"
_POLL = 0.01
_SECONDS_PER_ADD = 30

Add = Callable[[AddRequest], Awaitable[object]]


def film(name: str) -> AddRequest:
    """A film of 8 GiB that nobody seeds."""
    torrent = build_torrent(name, {f"{name}.mkv": 8 << 30, f"{name}.en.srt": 50_000}, piece_length=1 << 24)
    return AddRequest(read_torrent(torrent).infohash, name, CATEGORY, f"{CATEGORY}-{name}", torrent=torrent)


async def bare(http: httpx.AsyncClient, request: AddRequest) -> None:
    """A post, and a poll until it is listed."""
    answer = await http.post(
        "/api/v2/torrents/add",
        data={"category": CATEGORY},
        files={"torrents": ("film.torrent", request.torrent or b"", "application/x-bittorrent")},
    )
    answer.raise_for_status()
    for _ in range(int(_SECONDS_PER_ADD / _POLL)):
        if (await http.get("/api/v2/torrents/info", params={"hashes": request.infohash.key})).json():
            return
        await asyncio.sleep(_POLL)
    raise TimeoutError(f"{request.name} is not listed")


async def timed(add: Add, request: AddRequest) -> float:
    begun = time.perf_counter()
    await add(request)
    return time.perf_counter() - begun


async def measure(adds: int, folder: Path) -> dict[str, list[float]]:
    """Seconds of every add, by who did it; in turn, so that both meet the same machine."""
    times: dict[str, list[float]] = {"adapter": [], "bare HTTP add and poll": []}
    async with real_qbittorrent(folder) as real, httpx.AsyncClient(base_url=real.url, trust_env=False) as http:
        login = {"username": real.username, "password": real.password}
        (await http.post("/api/v2/auth/login", data=login)).raise_for_status()
        async with clients.qbittorrent(load(None, variables(real)), SystemClock()) as adapter:
            await adapter.info()  # log in, as the daemon has when the first film comes
            for number in range(adds):
                times["adapter"].append(await timed(adapter.add, film(f"Film.{number}.2010.1080p.WEB-DL.H264-OURS")))
                plain = film(f"Film.{number}.2010.1080p.WEB-DL.H264-BARE")
                times["bare HTTP add and poll"].append(await timed(lambda request: bare(http, request), plain))
            await confirm(adapter, adds)
    return times


def variables(real: RealQBittorrent) -> dict[str, str]:
    return {
        "RADARR__QBITTORRENT__URL": real.url,
        "RADARR__QBITTORRENT__USERNAME": real.username,
        "RADARR__QBITTORRENT__PASSWORD": real.password,
        "RADARR__QBITTORRENT__CATEGORY": CATEGORY,
    }


async def confirm(adapter: QBittorrent, adds: int) -> None:
    """Nobody may be quick by doing nothing."""
    ours = [torrent for torrent in await adapter.torrents() if torrent.name.endswith("-OURS")]
    if len(ours) != adds or not all(torrent.ours for torrent in ours):
        raise RuntimeError(f"{len(ours)} of {adds} torrents are in the client")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--adds", type=int, default=50)
    given = parser.parse_args()
    if PROGRAM is None:
        print("qbittorrent-nox is not installed: apt-get install qbittorrent-nox", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="radarr-bench-") as folder:
        times = asyncio.run(measure(given.adds, Path(folder)))
    print(f"{'add and confirm':<24} {'adds':>5} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'limit ms':>9}")
    for who, seconds in times.items():
        p95 = statistics.quantiles(seconds, n=20, method="inclusive")[-1]
        limit = f"{LIMIT * 1000:.0f}" if who == "adapter" else ""
        figures = (1000 * value for value in (statistics.median(seconds), p95, max(seconds)))
        print(f"{who:<24} {len(seconds):>5} " + " ".join(f"{value:>8.1f}" for value in figures) + f" {limit:>9}")
    p95 = statistics.quantiles(times["adapter"], n=20, method="inclusive")[-1]
    return 0 if p95 <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
