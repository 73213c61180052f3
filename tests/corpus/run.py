"""Reads corpus files and counts."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus import answers, formats
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
    """All cases of files, and of the JSONL files below folders; a line without an id is known by file and number."""
    for path in paths:
        files = sorted(path.rglob("*.jsonl")) if path.is_dir() else [path]
        for file in files:
            for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
                if line.strip():
                    yield {"id": f"{file.stem}:{number}", "_file": file} | json.loads(line)


def run(cases: Iterable[Case], kinds: frozenset[str] = frozenset()) -> Report:
    """Checks every case, of certain kinds where some are given; kinds that have no check are counted as skipped."""
    report = Report()
    for case in cases:
        kind = answers.kind_of(case)
        if kinds and kind not in kinds:
            continue
        verdicts = list(_verdicts(kind, case))
        if not verdicts:
            report.kinds[kind]["skipped"] += 1
        for part, verdict in verdicts:
            _count(report, part, case, verdict)
    return report


def _verdicts(kind: str, case: Case) -> Iterator[tuple[str, Verdict]]:
    """(kind, verdict) of a case: one, but for whole answers; none where it is skipped.

    A crash fails its case, and the rest is still told.
    """
    try:
        if kind == answers.KIND:
            yield from answers.check(case)
        elif kind == formats.KIND:
            yield from formats.check(case)
        elif kind in CHECKS:
            yield kind, CHECKS[kind](case)
    except Exception as mishap:  # noqa: BLE001 - whatever it is
        yield kind, (case.get("expected"), repr(mishap))


def _count(report: Report, kind: str, case: Case, verdict: Verdict) -> None:
    expected, got = verdict
    report.kinds[kind]["passed" if expected == got else "failed"] += 1
    if expected != got:
        report.failures.append(Failure(kind, case.get("id", ""), case["input"], expected, got))
