"""What measuring a film costs: `python bench/probe.py [FILE]... [--times N]`.

Without files, small ones with true headers are made, one of them grown to 8 GiB of zeros, which are looked through for
a film. Each is measured N times as the daemon does it, in a child of its own; told are the times, the memory of the
child and of this process, and how long the event loop was kept from its work.
"""

import argparse
import asyncio
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from radarr.adapters.probe import MediaInfoProbe
from radarr.domain.media import Measured
from tests.contract.probe.avc import avc_private
from tests.contract.probe.matroska import Picture, Sound, Text, matroska
from tests.contract.probe.mp4 import mp4

_TICK = 0.001
_LARGE = 8 << 30


def made(folder: Path) -> list[Path]:
    """Films to look at."""
    picture = Picture(1920, 800, private=avc_private(1920, 800))
    tracks = (Sound("A_DTS", 8, "eng"), Sound("A_AC3", 6, "ger"), *[Text(codec="S_HDMV/PGS")] * 12)
    contents = {"film.mkv": matroska(picture, *tracks), "film.mp4": mp4(), "no-film.mkv": os.urandom(1 << 20)}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    with (folder / "large.mkv").open("wb") as file:
        file.write(matroska(picture, *tracks))
        file.truncate(_LARGE)
    return sorted(folder.iterdir())


async def lag(worst: list[float]) -> None:
    """Notes the longest time that the loop was late."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(_TICK)
        worst[0] = max(worst[0], time.perf_counter() - before - _TICK)


async def measure(files: list[Path], times: int) -> None:
    """Prints a line a file, and the sums."""
    probe = MediaInfoProbe()
    worst = [0.0]
    before = memory()
    watch = asyncio.create_task(lag(worst))
    for file in files:
        taken: list[float] = []
        found = None
        for _ in range(times):
            start = time.perf_counter()
            found = await probe.measure(str(file))
            taken.append((time.perf_counter() - start) * 1e3)
        kind = found.container if isinstance(found, Measured) else found.why.value if found else ""
        print(f"{file.name:<24}{kind:<12}{statistics.median(taken):8.0f} ms median{max(taken):8.0f} ms at most")
    watch.cancel()
    child = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"child: {child.ru_maxrss / 1024:.0f} MiB at most; {child.ru_utime + child.ru_stime:.2f} s of computing in all"
    )
    print(f"this process: {memory() - before:+.1f} MiB; its event loop was late by {worst[0] * 1e3:.1f} ms at most")


def memory() -> float:
    """Resident, in MiB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / (1 << 20)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description="the cost of measuring films")
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--times", type=int, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(options.files or made(Path(folder)), options.times))


if __name__ == "__main__":
    main()
