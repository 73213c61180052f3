"""What stands on a line of the log beside its message."""

import io
import json
import logging
import os
from typing import Any

import pytest

from radarr.app.config import load
from radarr.app.logs import set_up
from radarr.app.usecases.correlation import correlated


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


@pytest.fixture
def stream() -> io.StringIO:
    told = io.StringIO()
    set_up(load(None, {"RADARR__PROWLARR__API_KEY": "hunter22"}), told)
    return told


def test_what_a_line_is_about_stands_beside_it(stream: io.StringIO) -> None:
    log = logging.getLogger("radarr.films")
    with correlated("3f9a1c22", movie=7, loop="feed"):
        log.info("grabbed", extra={"indexer": "Alpha", "size": 12, "loop": "outbox", "hint": ("hunter22",)})
    log.info("another")
    first, second = lines(stream)
    assert {name: first[name] for name in ("correlation", "movie", "loop", "indexer", "size")} == {
        "correlation": "3f9a1c22",
        "movie": 7,
        "loop": "outbox",
        "indexer": "Alpha",
        "size": 12,
    }
    assert first["hint"] == "('(hidden)',)"
    assert "movie" not in second
    assert "correlation" not in second


def test_a_field_cannot_take_the_place_of_a_standard_one(stream: io.StringIO) -> None:
    logging.getLogger("radarr").info("said", extra={"level": "loud", "time": "never", "exception": "none"})
    (line,) = lines(stream)
    assert (line["level"], line["level_"], line["time_"], line["exception_"]) == ("info", "loud", "never", "none")


def test_a_field_that_is_named_like_a_key_is_hidden_whatever_it_holds(stream: io.StringIO) -> None:
    logging.getLogger("radarr").info("said", extra={"api_key": "never seen before", "password": "x1y2z3"})
    assert "never" not in stream.getvalue()
    assert "x1y2z3" not in stream.getvalue()


def test_the_same_traceback_is_told_once_an_hour(stream: io.StringIO) -> None:
    log = logging.getLogger("radarr")

    def fail(number: int) -> None:
        raise ValueError(f"film {number}")

    def again(number: int, *, later: float = 0) -> None:
        try:
            fail(number)
        except ValueError as error:
            record = log.makeRecord(
                "radarr", logging.ERROR, "x", 1, "it failed", (), (ValueError, error, error.__traceback__)
            )
            record.created += later
            log.handle(record)

    for number, later in ((1, 0), (2, 1), (3, 2), (4, 4000)):
        again(number, later=later)
    first, second, third, last = (line["exception"] for line in lines(stream))
    assert first.startswith("Traceback")
    assert second.startswith("ValueError: film 2 (for the 2. time since ")
    assert third.startswith("ValueError: film 3 (for the 3. time since ")
    assert last.startswith("Traceback")


def test_another_place_has_its_own_traceback(stream: io.StringIO) -> None:
    log = logging.getLogger("radarr")

    def look_up() -> None:
        {}["film"]

    def count() -> None:
        int("film")

    for stumble in (look_up, count, look_up):
        try:
            stumble()
        except (KeyError, ValueError):
            log.exception("it failed")
    assert [line["exception"].split()[0] for line in lines(stream)] == ["Traceback", "Traceback", "KeyError:"]


def test_the_journal_learns_how_grave_a_message_is() -> None:
    reading, writing = os.pipe()
    with open(reading, encoding="utf-8") as journal, open(writing, "w", encoding="utf-8") as stream:  # noqa: PTH123
        status = os.fstat(writing)
        environ = {"JOURNAL_STREAM": f"{status.st_dev}:{status.st_ino}"}
        set_up(load(None, {"RADARR__LOG__LEVEL": "debug"}), stream, environ=environ)
        log = logging.getLogger("radarr")
        for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR, logging.CRITICAL):
            log.log(level, "said")
        set_up(load(None, {"RADARR__LOG__FORMAT": "console"}), stream, environ=environ)
        log.warning("one\ntwo")
        set_up(load(None, {}), stream, environ={"JOURNAL_STREAM": "1:1"})
        log.warning("no journal")
        stream.close()
        told = journal.read().splitlines()
    assert [line[:3] for line in told[:5]] == ["<7>", "<6>", "<4>", "<3>", "<2>"]
    assert json.loads(told[0][3:])["message"] == "said"
    assert (told[5][:3], told[6]) == ("<4>", "<4>    two")
    assert told[7].startswith("{")


def test_what_strangers_wrote_cannot_look_like_a_line_of_ours() -> None:
    stream = io.StringIO()
    set_up(load(None, {"RADARR__LOG__FORMAT": "console"}), stream)
    logging.getLogger("radarr").warning("name %s", "a\x1b[31mb\n12:00:00 INFO    films: all is well")
    first, second = stream.getvalue().splitlines()
    assert first.endswith("name a\ufffd[31mb")
    assert second == "    12:00:00 INFO    films: all is well"
