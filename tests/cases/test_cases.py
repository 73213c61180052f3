"""The project's own cases: all of them are read as they should be, with nothing but this repository at hand."""

from collections import Counter
from pathlib import Path

import pytest

from tests.corpus.checks import CHECKS
from tests.corpus.run import read, run

_FILES = sorted(Path(__file__).parent.glob("*.jsonl"))
_ENOUGH = 400
_PARSER_KINDS = {
    *("quality", "proper", "title", "titles", "title_clean", "release", "year", "imdb", "tmdb", "edition"),
    *("group", "language", "hardsubs", "crap", "hash", "normalize", "search_title", "imdb_normalize", "iso"),
}


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_name_is_read_as_it_is_meant(file: Path) -> None:
    assert run(read([file])).failures == []


def test_every_kind_that_the_parser_answers_has_names_enough() -> None:
    counts = Counter(case["kind"] for case in read(_FILES))
    assert counts.total() >= _ENOUGH
    assert counts.keys() >= _PARSER_KINDS
    assert counts.keys() <= CHECKS.keys(), "no case is skipped"


def test_no_case_is_told_twice() -> None:
    cases = list(read(_FILES))
    assert len({case["id"] for case in cases}) == len(cases)
    told = Counter((case["kind"], case["input"], str(case.get("params"))) for case in cases)
    assert [case for case, count in told.items() if count > 1] == []
