"""A line out for each line in."""

import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radarr.app import parsed_lines
from radarr.app.parsed_document import ParsedDocument, parsed_document
from radarr.app.parsed_lines import LONGEST_LINE, Form, answer, answers, blocks, told
from radarr.domain.parsing import ParsedRelease

JSON = Form(folder=False, json=True)
PLAIN = Form(folder=False, json=False)
FILM = "Sintel.2010.1080p.BluRay.x264-GRP"


class Arriving(io.RawIOBase):
    """What arrives in pieces, as from a pipe."""

    def __init__(self, pieces: list[bytes]) -> None:
        super().__init__()
        self._pieces = iter(pieces)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        return len(piece)


def read(pieces: list[bytes]) -> list[bytes]:
    return list(blocks(io.BufferedReader(Arriving(pieces))))


def test_a_document_holds_every_field_of_a_parsed_release_in_its_order() -> None:
    fields = ParsedDocument.__struct_fields__
    of_release = ParsedRelease._fields

    at = fields.index("edition")
    further = of_release[of_release.index("edition") :]
    assert fields[at : at + len(further)] == further
    assert set(of_release) - {"name"} <= set(fields)


def test_whole_lines_are_answered_before_more_is_waited_for() -> None:
    assert read([b"one\ntw", b"o\nthree\n"]) == [b"one\n", b"two\nthree\n"]


def test_the_last_line_needs_no_end() -> None:
    assert b"".join(read([b"one\ntwo"])) == b"one\ntwo"


def test_a_stream_without_line_ends_does_not_fill_the_memory() -> None:
    pieces = [b"x" * 8192] * (3 * LONGEST_LINE // 8192)

    assert len(b"".join(read(pieces))) == LONGEST_LINE


@given(st.binary(max_size=60), st.integers(1, 7))
def test_there_is_a_line_for_each_line_whatever_its_bytes(text: bytes, size: int) -> None:
    pieces = [text[at : at + size] for at in range(0, len(text), size)]

    lines = b"".join(answers(JSON, iter(read(pieces)), 1)).splitlines()

    assert len(lines) == len(text.split(b"\n")) - (text.endswith(b"\n") or not text)
    assert all(json.loads(line).keys() == set(ParsedDocument.__struct_fields__) for line in lines)


@given(st.text(max_size=60))
def test_a_name_gives_one_line_for_every_reader_and_comes_back_as_it_was(name: str) -> None:
    for form in (JSON, PLAIN):
        assert len(told(form, [name]).decode().splitlines()) == 1
    text = name.encode("utf-8", "replace").decode()
    assert json.loads(told(JSON, [text]))["input"] == text


def test_an_empty_line_is_answered_as_well() -> None:
    first, second, third = map(json.loads, answer(JSON, f"\n{FILM}\r\n\n".encode()).splitlines())

    assert (first["input"], first["parsed"]) == ("", False)
    assert (second["input"], second["title"]) == (FILM, "Sintel")
    assert third["input"] == ""


def test_a_plain_line_tells_the_film_between_tabs() -> None:
    assert answer(PLAIN, FILM.encode()) == b"Sintel\t2010\tBluray-1080p\t-\tGRP\tUnknown\n"


def test_a_folders_year_may_stand_in_front() -> None:
    document = parsed_document("/srv/media/2010 - Sintel/", folder=True)

    assert (document.input, document.title, document.year) == ("2010 - Sintel", "Sintel", 2010)


def test_a_scene_name_is_told_without_what_others_added() -> None:
    assert parsed_document(f"{FILM}.mkv").scene_title == FILM
    assert parsed_document(FILM).scene_title == FILM
    assert parsed_document("Sintel (2010) 1080p BluRay-GRP").scene_title is None


def lines(count: int) -> Iterator[bytes]:
    return (f"Film.{number}.2010.720p.BluRay.x264-GRP\n".encode() for number in range(count))


def test_a_small_input_starts_no_further_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(parsed_lines, "ProcessPoolExecutor")

    assert len(list(answers(JSON, lines(50), 8))) == 50


def test_several_processes_answer_in_the_order_of_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsed_lines, "_ALONE", 1)

    assert list(answers(JSON, lines(40), 2)) == list(answers(JSON, lines(40), 1))


def test_a_process_that_is_ended_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken(parsed_lines.ProcessPoolExecutor):
        def submit(self, *_: object, **__: object) -> None:  # type: ignore[override]
            raise parsed_lines.BrokenProcessPool

    monkeypatch.setattr(parsed_lines, "_ALONE", 1)
    monkeypatch.setattr(parsed_lines, "ProcessPoolExecutor", Broken)

    with pytest.raises(parsed_lines.PortError, match="memory"):
        list(answers(JSON, lines(40), 2))
