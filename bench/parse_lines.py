"""How quick `radarr parse -` is: `python bench/parse_lines.py [--names FILE] [--lines N] [--rounds N]`.

In turn, on one core: the bare loop of `parse` over the lines; the loop with the JSON line of each name; then the whole
command as a process on one core, and on all. In lines a second and microseconds of CPU a line; the command must cost
less above the bare loop than the loop itself. Exit code 1 where it costs more.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from parse import NAMES, read_names

from radarr.app.parsed_lines import Form, answer
from radarr.domain.parsing import parse


class Cost(NamedTuple):
    """Seconds of the clock and of the processor."""

    clock: float
    cpu: float


def measured(work: Callable[[], object]) -> Cost:
    """What one run costs, its children with it."""
    clock, cpu = time.perf_counter(), _cpu()
    work()
    return Cost(time.perf_counter() - clock, _cpu() - cpu)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def command(path: Path, cores: set[int]) -> None:
    """The command over a file, its output thrown away."""
    with path.open("rb") as lines:
        subprocess.run(
            [sys.executable, "-m", "radarr", "parse", "--json", "-"],
            stdin=lines,
            stdout=subprocess.DEVNULL,
            check=True,
            preexec_fn=lambda: os.sched_setaffinity(0, cores),
        )


def main() -> int:
    """Print the table; 0 where the command costs less than twice the bare loop."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=Path, default=next(path for path in NAMES if path.exists()))
    parser.add_argument("--lines", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    known = [name.replace("\n", " ") for name in read_names(options.names, 3_000)]
    names = [known[at % len(known)] for at in range(options.lines)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "names.txt")
        path.write_text("".join(f"{name}\n" for name in names), "utf-8")
        return _table(names, path, options.rounds)


def _table(names: list[str], path: Path, rounds: int) -> int:
    block, json, cores = path.read_bytes(), Form(folder=False, json=True), os.sched_getaffinity(0)
    works: dict[str, Callable[[], object]] = {
        "bare loop of parse": lambda: [parse(name) is None for name in names],
        "with a JSON line each": lambda: answer(json, block),
        "radarr parse --json -, one core": lambda: command(path, {min(cores)}),
        f"radarr parse --json -, {len(cores)} cores": lambda: command(path, cores),
    }
    cpu = {}
    for name, work in works.items():
        costs = [measured(work) for _ in range(rounds)]
        clock = statistics.median(cost.clock for cost in costs)
        cpu[name] = min(cost.cpu for cost in costs)
        print(f"{name:<36}{len(names) / clock:>10,.0f} lines/s{cpu[name] / len(names) * 1e6:>8.1f} us CPU a line")
    bare, _, whole, _ = cpu.values()
    print(f"the command costs {whole / bare:.2f} x the bare loop (limit 2)")
    return int(whole > 2 * bare)


if __name__ == "__main__":
    sys.exit(main())
