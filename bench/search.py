"""How long a person waits for a search: `python bench/search.py [--searches N] [--indexers N] [--releases N]`.

The real daemon searches 25 indexers that answer at once, each with some releases of the film, and decides and ranks all
of them; each search is for another film. In turn with it, 25 requests go to the same indexers by bare httpx, which is
the least that anybody could do. The simulated services run in a process of their own. The limit is 2 s at p95.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parent))

from service_parts.daemon import Daemon
from service_parts.films import Film, films

from radarr.adapters.simulated.prowlarr_server import Offer, prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import qbittorrent_server

LIMIT = 2.0  # seconds, p95
KEY = "simulated-prowlarr-key"
_GIB = 1 << 30
_FORMS = (
    *("1080p.BluRay.x264", "720p.BluRay.x264", "1080p.WEB-DL.DD5.1.H.264", "2160p.WEB-DL.DDP5.1.HDR.HEVC"),
    *("1080p.AMZN.WEBRip.DDP5.1.x264", "2160p.UHD.BluRay.REMUX.HDR.HEVC.Atmos", "DVDRip.XviD", "HDTV.720p.x264"),
    *("1080p.BluRay.REMUX.AVC.DTS-HD.MA.5.1", "German.DL.1080p.BluRay.x264"),
)
_SETTINGS = """
[prowlarr]
url = "{prowlarr}"
api_key = "{key}"
rate_limit = 6000
[qbittorrent]
url = "{client}"
username = "{username}"
password = "{password}"
[library]
roots = ["{library}"]
minimum_free = "1MiB"
[schedule]
feed = 0
search_missing = 0
"""


async def serve(folder: Path, searches: int, indexers: int, releases: int) -> None:
    """Offer releases of every film at every indexer until standard input ends."""
    names = [f"Indexer {number}" for number in range(1, indexers + 1)]
    async with prowlarr_server(api_key=KEY, indexers=names) as prowlarr, qbittorrent_server(folder) as client:
        for film in films(searches):
            title = film.title.replace(":", "").replace(" ", ".")
            for number in range(indexers * releases):
                site = prowlarr.indexers[number % indexers].id
                name = f"{title}.{film.year}.{_FORMS[number % len(_FORMS)]}-GRP{number}"
                size = (2 + number % 30) * _GIB
                prowlarr.publish(Offer(indexer_id=site, title=name, size=size, imdb_id=film.imdb_id, seeders=number))
        told = {"prowlarr": prowlarr.url, "client": client.url, "username": client.username}
        print(json.dumps({**told, "password": client.password}), flush=True)
        await asyncio.to_thread(sys.stdin.readline)


@contextmanager
def services(folder: Path, given: argparse.Namespace) -> Iterator[dict[str, str]]:
    """Where they are."""
    numbers = (f"--{name}={getattr(given, name)}" for name in ("searches", "indexers", "releases"))
    process = subprocess.Popen(
        [sys.executable, __file__, "--serve", str(folder), *numbers],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield json.loads(process.stdout.readline() if process.stdout else "")
    finally:
        process.terminate()
        process.wait()


def searched(daemon: Daemon, film: Film, given: argparse.Namespace) -> float:
    """Seconds of one search; nobody may be quick by leaving something out."""
    begun = time.perf_counter()
    found: dict[str, Any] = daemon.call("GET", f"/api/daemon/v1/search?movieId={film.number}")
    seconds = time.perf_counter() - begun
    answered = [answer for answer in found["indexers"] if answer["kind"] == "hits"]
    if len(answered) != given.indexers or len(found["releases"]) != given.indexers * given.releases:
        raise RuntimeError(
            f"{film.title}: {len(answered)} indexers, {len(found['releases'])} releases: {found['indexers']}"
        )
    return seconds


async def asked(http: httpx.AsyncClient, film: Film, indexers: int) -> float:
    """Seconds of as many requests by bare httpx, all at once."""
    params = {"t": "movie", "imdbid": film.imdb_id.removeprefix("tt"), "cat": "2000", "extended": 1, "limit": 100}
    begun = time.perf_counter()
    answers = await asyncio.gather(*(http.get(f"/{number}/api", params=params) for number in range(1, indexers + 1)))
    for answer in answers:
        answer.raise_for_status()
    return time.perf_counter() - begun


async def measure(daemon: Daemon, prowlarr: str, given: argparse.Namespace) -> dict[str, list[float]]:
    """Seconds by who searched, in turn, so that both meet the same machine."""
    ours, bare = f"search of {given.indexers} indexers", f"{given.indexers} requests by bare httpx"
    times: dict[str, list[float]] = {ours: [], bare: []}
    headers, limits = {"X-Api-Key": KEY}, httpx.Limits(max_connections=32, max_keepalive_connections=32)
    async with httpx.AsyncClient(base_url=prowlarr, headers=headers, limits=limits, trust_env=False) as http:
        for film in films(given.searches):
            times[ours].append(await asyncio.to_thread(searched, daemon, film, given))
            times[bare].append(await asked(http, film, given.indexers))
    return times


def want(daemon: Daemon, wanted: list[Film]) -> None:
    for film in wanted:
        body = {"title": film.title, "year": film.year, "tmdbId": film.tmdb_id, "imdbId": film.imdb_id, "runtime": 100}
        added = daemon.call("POST", "/api/daemon/v1/movie", body)
        if added["id"] != film.number:
            raise RuntimeError(f"{film.title} became film {added['id']}")


def run(given: argparse.Namespace) -> dict[str, list[float]]:
    with tempfile.TemporaryDirectory(prefix="radarr-bench-") as name:
        folder = Path(name)
        (folder / "library").mkdir()
        (folder / "downloads").mkdir()
        with services(folder / "downloads", given) as told:
            daemon = Daemon(folder, _SETTINGS.format(**told, key=KEY, library=folder / "library"))
            try:
                daemon.start()
                want(daemon, films(given.searches))
                return asyncio.run(measure(daemon, told["prowlarr"], given))
            finally:
                daemon.stop()


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20, method="inclusive")[-1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--searches", type=int, default=50)
    parser.add_argument("--indexers", type=int, default=25)
    parser.add_argument("--releases", type=int, default=10, help="of each film at each indexer")
    parser.add_argument("--serve", metavar="FOLDER", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        asyncio.run(serve(Path(given.serve), given.searches, given.indexers, given.releases))
        return 0
    times = run(given)
    print(f"{given.indexers * given.releases} releases a search")
    print(f"{'':<28} {'n':>5} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'limit ms':>9}")
    for number, (who, seconds) in enumerate(times.items()):
        limit = "" if number else f"{LIMIT * 1000:.0f}"
        figures = (1000 * value for value in (statistics.median(seconds), p95(seconds), max(seconds)))
        print(f"{who:<28} {len(seconds):>5} " + " ".join(f"{value:>8.1f}" for value in figures) + f" {limit:>9}")
    return 0 if p95(next(iter(times.values()))) <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
