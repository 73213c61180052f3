"""What the corpus runner reads and reports."""

import json
from pathlib import Path

import pytest

from tests.corpus.__main__ import main
from tests.corpus.run import read, run

_ANSWER = {
    "input": "The.Salt.Road.2019.1080p.WEB-DL.H264-Fern",
    "parsed": True,
    "title": "The Salt Road",
    "titles": ["The Salt Road"],
    "year": 2019,
    "quality": "WEBDL-1080p",
    "source": "webdl",
    "resolution": 1080,
    "modifier": "none",
    "version": 1,
    "real": 0,
    "group": "Moss",
    "edition": "",
    "languages": ["Unknown"],
    "hardcoded_subs": None,
    "imdb_id": "",
    "tmdb_id": 0,
    "release_title": "The.Salt.Road.2019.1080p.WEB-DL.H264-Fern",
}
_FORMATS = {
    "input": _ANSWER["input"],
    "parsed": True,
    "size": 1,
    "flags": ["G_Freeleech"],
    "original_language": "French",
    "formats": ["Moss", "Salt"],
}
_YEAR = {"id": "y", "kind": "year", "input": "Tide 2008", "expected": {"year": 2008}}


def _specification(implementation: str, pattern: str) -> dict[str, object]:
    fields = {"value": pattern}
    return {"name": pattern, "implementation": implementation, "negate": False, "required": False, "fields": fields}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a file below it for each form of line."""
    (tmp_path / "answers").mkdir()
    for name, line in {"answers/parse": _ANSWER, "answers/formats_extra": _FORMATS, "own": _YEAR}.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    return tmp_path


def test_whole_answers_are_told_by_field_and_formats_as_skipped(folder: Path) -> None:
    report = run(read([folder]))
    assert report.kinds["answers.title"] == {"passed": 1}
    assert report.kinds["answers.group"] == {"failed": 1}
    assert report.kinds["answers"] == {"failed": 1}
    assert report.kinds["answers_formats"] == {"skipped": 1}, "there are no formats beside it"
    assert report.kinds["year"] == {"passed": 1}


def test_an_answer_that_differs_tells_where_it_stands_and_its_fields(folder: Path) -> None:
    failure = next(failure for failure in run(read([folder])).failures if failure.kind == "answers")
    assert failure.id == "parse:1"
    assert (failure.expected, failure.got) == ({"group": "Moss"}, {"group": "Fern"})


def test_formats_beside_their_answers_are_held_against_them(folder: Path) -> None:
    salt = {"name": "Salt", "specifications": [_specification("ReleaseTitleSpecification", "Salt")]}
    moss = {"name": "Moss", "specifications": [_specification("ReleaseTitleSpecification", r"^A\.Movie\.2019\.1080p")]}
    fern = {"name": "Fern", "specifications": [_specification("ReleaseGroupSpecification", "^Fern$")]}
    (folder / "answers" / "extra_formats.json").write_text(json.dumps([salt, moss, fern]), "utf-8")
    report = run(read([folder]), frozenset({"answers_formats"}))
    assert report.kinds == {"answers_formats.extra": {"failed": 1}}
    assert (report.failures[0].expected, report.failures[0].got) == ({"lacks": ["Salt"]}, {"has": ["Fern"]})


def test_a_report_of_some_kinds_tells_no_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--kind", "year", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"kinds": {"year": {"passed": 1, "failed": 0, "skipped": 0}}}


def test_failures_are_told_on_demand(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), "--failures"]) == 1
    told = capsys.readouterr().out
    assert "answers.group parse:1" in told
    assert "expected 'Moss'" in told


def test_a_path_that_is_not_there_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(tmp_path / "none.jsonl")])
    assert ended.value.code == 2
    assert "none.jsonl" in capsys.readouterr().err


def test_a_line_of_no_known_form_is_skipped() -> None:
    assert run([{"id": "1", "input": "x"}]).kinds == {"unknown": {"skipped": 1}}


def test_an_answer_that_cannot_be_checked_fails_and_the_rest_is_told() -> None:
    report = run([{"input": "x", "parsed": True, "release_title": "x"}, _YEAR])
    assert report.kinds["answers"]["failed"] == 1
    assert report.kinds["year"]["passed"] == 1
