"""Reads corpus files and counts."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus import answers
from tests.corpus.checks import CHECKS, Case, Verdict


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that came out otherwise; a check that raised has the exception's text as `got`."""

    kind: str
    id: str
    input: object
    expected: object
    got: object


@dataclass(frozen=True, slots=True)
class Report:
    """Counts of passed, failed and skipped by kind, and the failures."""

    kinds: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    failures: list[Failure] = field(default_factory=list)

    def share(self, kind: str) -> float:
        """Passed of all that were checked, 0 to 1; 1 where none was."""
        counts = self.kinds[kind]
        checked = counts["passed"] + counts["failed"]
        return counts["passed"] / checked if checked else 1.0


def read(paths: Iterable[Path]) -> Iterator[Case]:
    """All cases of files, and of the JSONL files below folders."""
    for path in paths:
        files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
        for file in files:
            yield from (json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip())


def run(cases: Iterable[Case]) -> Report:
    """Checks every case; kinds that have no check are counted as skipped."""
    report = Report()
    for case in cases:
        kind = case.get("kind", "answers")
        if answers.is_answer(case):
            for part, verdict in answers.check(case):
                _count(report, part, case, verdict)
        elif kind in CHECKS:
            _count(report, kind, case, _verdict(kind, case))
        else:
            report.kinds[kind]["skipped"] += 1
    return report


def _verdict(kind: str, case: Case) -> Verdict:
    try:
        return CHECKS[kind](case)
    except Exception as mishap:  # noqa: BLE001 - a crash fails its case, and the rest is still told
        return case["expected"], repr(mishap)


def _count(report: Report, kind: str, case: Case, verdict: Verdict) -> None:
    expected, got = verdict
    report.kinds[kind]["passed" if expected == got else "failed"] += 1
    if expected != got:
        report.failures.append(Failure(kind, case.get("id", ""), case["input"], expected, got))
