"""How quick the parser is: `python bench/parse.py [--install | --python PATH] [--names FILE] [--count N] [--rounds N]`.

On one core, in turn: microseconds of CPU a name, and the ratio to other parsers on the same names (those that are not
installed are said to be absent; `--install` gets them into a folder that is thrown away). All names are different, and
ours remembers nothing of a name when it reads the next, so there is no cold and no warm figure to tell apart; that all
names of the file are read as fast as those that are compared shows it. Then hostile names of 1,000 and 4,000
characters, and the CPU time of the parser's import. Exit code 1 where a floor is missed.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from parse_parts import hostile
from parse_parts.peers import NPM_PEER, SOURCE, Places, install, time_parser

ROOT = Path(__file__).resolve().parent.parent
NAMES = (ROOT.parent / "shared" / "corpus" / "radarr-answers" / "parse.jsonl", ROOT / "tests" / "cases")
PEERS = {"guessit": (200, 600), "parsett": (40, 80), "releascenify": (5, 12), NPM_PEER: (1, 2.5)}  # floor, goal
_IMPORT = "import time; b = time.process_time(); import radarr.domain.parsing; print(time.process_time() - b)"


class Result(NamedTuple):
    """A measure, the least (or the most) that it must be, and what it should be."""

    name: str
    value: float
    floor: float
    goal: float
    unit: str
    least: bool = False

    def __str__(self) -> str:
        verdict = "goal" if self._is_within(self.goal) else "floor" if self.holds else "MISSED"
        limits = f"floor {self.floor:g}, goal {self.goal:g}"
        return f"{self.name:<44}{self.value:>10.2f} {self.unit:<4} {limits:<26} {verdict}"

    @property
    def holds(self) -> bool:
        return self._is_within(self.floor)

    def _is_within(self, limit: float) -> bool:
        return self.value >= limit if self.least else self.value <= limit


def read_names(path: Path, count: int) -> list[str]:
    """Different names spread evenly over the `input` fields of a JSONL file, or of a folder of them; 0: all."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]
    names = list(dict.fromkeys(line["input"] for line in lines if isinstance(line.get("input"), str)))
    return names[:: max(1, len(names) // count)][:count] if count else names


def compare(names: list[str], places: Places, rounds: int, seconds: float) -> Iterator[Result]:
    """All parsers in turn, some rounds; ratios are of medians."""
    taken: dict[str, list[float]] = {parser: [] for parser in ("ours", *PEERS)}
    for _ in range(rounds):
        for parser in taken:
            us = time_parser(parser, names, places, seconds)
            taken[parser] += [us] if us is not None else []
    ours = statistics.median(taken["ours"])
    print(f"{'ours':<44}{ours:>10.2f} us a name, median of {rounds} rounds over {len(names)} different names")
    for parser, (floor, goal) in PEERS.items():
        if not taken[parser]:
            print(f"{parser:<44}    absent")
            continue
        us = statistics.median(taken[parser])
        print(f"{parser:<44}{us:>10.2f} us a name")
        yield Result(f"times as quick as {parser}", us / ours, floor, goal, "x", least=True)


def look_at_hostile_names() -> Iterator[Result]:
    """The slowest name of each length, and how much longer the longer ones take."""
    short = [hostile.seconds(name) for name in hostile.names(1000)]
    long = [hostile.seconds(name) for name in hostile.names(4000)]
    print(f"{'hostile, 1,000 characters, worst of ' + str(len(short)):<44}{max(short) * 1e3:>10.2f} ms")
    yield Result(f"hostile, 4,000 characters, worst of {len(long)}", max(long) * 1e3, 10, 2, "ms")
    yield Result("hostile, worst of all time(4k)/time(1k)", max(map(_ratio, long, short)), 6, 4.5, "x")


def _ratio(long: float, short: float) -> float:
    return long / short if long > 50e-6 else 1.0  # the clock is too coarse for less


def import_time(attempts: int = 9) -> Result:
    """Of the parser as it is installed, compiled to bytecode: the first run, which compiles, does not count."""
    command = [sys.executable, "-c", _IMPORT]
    with tempfile.TemporaryDirectory() as bytecode:
        environment = {**os.environ, "PYTHONPATH": str(SOURCE), "PYTHONPYCACHEPREFIX": bytecode}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        runs = [
            float(subprocess.run(command, env=environment, capture_output=True, check=True).stdout)
            for _ in range(attempts + 1)
        ]
    return Result("import, CPU", statistics.median(runs[1:]) * 1e3, 50, 20, "ms")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--install", action="store_true", help="get the peers into a folder that is thrown away")
    parser.add_argument("--python", default=sys.executable, help="an interpreter that has the peers")
    parser.add_argument("--node-modules", default="", help="a folder of npm's modules")
    parser.add_argument("--names", type=Path, default=next(filter(Path.exists, NAMES)), help="a JSONL file or folder")
    parser.add_argument("--count", type=int, default=200, help="names")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=0.5, help="least time of a parser in a round")
    options = parser.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        places = install(Path(folder)) if options.install else Places(options.python, options.node_modules)
        names, every = read_names(options.names, options.count), read_names(options.names, 0)
        us = time_parser("ours", every, places, options.seconds)
        print(f"{'ours, all names of the file':<44}{us or 0:>10.2f} us a name, {len(every)} different names in a pass")
        results = list(compare(names, places, options.rounds, options.seconds))
    results += [*look_at_hostile_names(), import_time()]
    print("", *results, sep="\n")
    return 0 if all(result.holds for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
