"""How many kills a film survives: `python bench/kills.py [--rounds N] [--kills N]`.

Each round runs a daemon, a real qBittorrent and a real seeder, kills daemon and client in turn at random moments, and
looks whether there is exactly one torrent, one file and a true history at the end. The limit is nothing lost.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def one_round(kills: int) -> dict[str, tuple[bool, float]]:
    """By database: whether all was in its place, and the seconds it took."""
    outcome = {}
    for database in ("sqlite", "postgresql"):
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "tests/e2e/test_random_kills.py", "-k", database, "--timeout=3600"],
            cwd=ROOT,
            env={**os.environ, "RADARR_KILLS": str(kills)},
            capture_output=True,
            text=True,
            check=False,
        )
        passed = bool(re.search(r"\b1 passed", done.stdout))
        if not passed:
            print(done.stdout[-4000:], file=sys.stderr)
        outcome[database] = (passed, time.monotonic() - begun)
    return outcome


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kills", type=int, default=20)
    given = parser.parse_args()
    rounds = [one_round(given.kills) for _ in range(given.rounds)]
    print(f"{'database':<12} {'rounds':>6} {'kills':>6} {'lost':>5} {'limit':>6} {'median s':>9}")
    failed = 0
    for database in ("sqlite", "postgresql"):
        lost = sum(not found[database][0] for found in rounds)
        median = statistics.median(found[database][1] for found in rounds)
        failed += lost
        print(f"{database:<12} {len(rounds):>6} {len(rounds) * given.kills:>6} {lost:>5} {0:>6} {median:>9.1f}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
