"""The shared corpus, where it is at hand, never below what was reached before."""

from pathlib import Path

import pytest

from tests.corpus.run import read, run

_SHARED = Path(__file__).parents[4].parent / "shared" / "corpus"
_FLOORS = {
    **dict.fromkeys(("quality", "proper", "title", "titles", "title_clean", "release", "year", "edition"), 1.0),
    **dict.fromkeys(
        (
            "crap",
            "hash",
            "hardsubs",
            "language",
            "scene",
            "detection",
            "normalize",
            "quality_id",
            "quality_find",
            "tmdb",
        ),
        1.0,
    ),
    "group": 0.98,
    "iso": 0.95,
    "answers.parsed": 0.99,
    "answers.quality": 0.98,
    "answers.detection": 0.97,
    "answers.version": 0.99,
    "answers.title": 0.965,
    "answers.year": 0.99,
    "answers.group": 0.96,
    "answers.edition": 0.99,
    "answers.languages": 0.96,
}


@pytest.mark.skipif(not _SHARED.is_dir(), reason="the shared corpus is not beside the repository")
def test_the_corpus_is_read_at_least_as_well_as_before() -> None:
    report = run(read([_SHARED / "dev", _SHARED / "radarr-answers" / "parse.jsonl"]))
    below = {kind: report.share(kind) for kind, floor in _FLOORS.items() if report.share(kind) < floor}
    assert not below


def test_a_report_tells_passed_failed_and_skipped() -> None:
    cases = [
        {"id": "1", "kind": "year", "input": "Tide 2008", "expected": {"year": 2008}},
        {"id": "2", "kind": "year", "input": "Tide 2008", "expected": {"year": 2009}},
        {"id": "3", "kind": "weather", "input": "", "expected": {}},
        {"id": "4", "kind": "iso", "input": "de", "expected": {}},
    ]
    report = run(cases)
    assert {kind: dict(counts) for kind, counts in report.kinds.items()} == {
        "year": {"passed": 1, "failed": 1},
        "weather": {"skipped": 1},
        "iso": {"failed": 1},
    }
    assert [failure.id for failure in report.failures] == ["2", "4"]
