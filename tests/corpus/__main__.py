"""`python -m tests.corpus PATH... [--kind KIND]... [--failures] [--json]`: exit code 1 where a case failed."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from tests.corpus.run import Report, read, run

_COUNTS = ("passed", "failed", "skipped")


def main(arguments: list[str]) -> int:
    """Runs the corpus and prints what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description="Hold the parser against a corpus.")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="a JSONL file, or a folder of them")
    parser.add_argument("--kind", action="append", default=[], metavar="KIND", help="only this kind; may be repeated")
    parser.add_argument("--failures", action="store_true", help="print every case that failed")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    if missing := [str(path) for path in options.paths if not path.exists()]:
        parser.error(f"there is no {', '.join(missing)}")
    report = run(read(options.paths), frozenset(options.kind))
    sys.stdout.write(_as_json(report, options.failures) if options.json else _as_text(report, options.failures))
    return 1 if report.failures else 0


def _as_json(report: Report, failures: bool) -> str:
    kinds = {kind: {key: counts[key] for key in _COUNTS} for kind, counts in sorted(report.kinds.items())}
    told = {"failures": [asdict(failure) for failure in report.failures]} if failures else {}
    return json.dumps({"kinds": kinds, **told}, ensure_ascii=False) + "\n"


def _as_text(report: Report, failures: bool) -> str:
    lines = [f"{'kind':<28}{'passed':>8}{'failed':>8}{'skipped':>8}{'share':>8}"]
    for kind, counts in sorted(report.kinds.items()):
        share = f"{report.share(kind):8.1%}" if counts["passed"] + counts["failed"] else " " * 8
        lines.append(f"{kind:<28}" + "".join(f"{counts[key]:>8}" for key in _COUNTS) + share)
    if failures:
        lines += [
            f"\n{f.kind} {f.id}\n  {f.input!r}\n  expected {f.expected!r}\n  got      {f.got!r}"
            for f in report.failures
        ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
