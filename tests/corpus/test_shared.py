"""The shared corpus, where it is at hand: never below what docs/parsing.md tells."""

from pathlib import Path

import pytest

from tests.corpus.run import Report, read, run

_CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_LEAST = 0.93
_POOLED = 0.99
_FORMATS = 0.91

needs_corpus = pytest.mark.skipif(not _CORPUS.is_dir(), reason="the shared corpus is not beside the repository")


def _pooled(report: Report) -> float:
    passed = sum(counts["passed"] for counts in report.kinds.values())
    return passed / (passed + len(report.failures))


@needs_corpus
def test_names_are_read_and_written_as_radarr_does() -> None:
    report = run(read([_CORPUS / "dev"]))
    assert _pooled(report) >= _POOLED
    assert {kind for kind in report.kinds if report.share(kind) < _LEAST} == set()


@needs_corpus
def test_a_name_matches_the_formats_that_it_matches_in_radarr() -> None:
    answers = _CORPUS / "radarr-answers"
    report = run(read([answers / "formats.jsonl", answers / "formats_extra.jsonl"]))
    checked = {kind for kind, counts in report.kinds.items() if counts["passed"]}
    if not checked:
        pytest.skip("the guides' formats are not beside the corpus")
    assert {kind for kind in checked if report.share(kind) < _FORMATS} == set()
