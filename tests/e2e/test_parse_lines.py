"""`radarr parse -` as a process between others."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.process import eventually

COMMAND = (sys.executable, "-m", "radarr", "parse", "--json", "-")
NAME = b"Sintel.2010.1080p.WEB-DL.H264-ONE\n"
MANY = 60_000  # enough for more than one process


def test_many_names_come_back_one_for_one_and_in_order(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes(b"".join(b"Film.%d.2010.720p.BluRay-\xff\n" % number for number in range(MANY)))
    with names.open("rb") as lines:
        done = subprocess.run(COMMAND, stdin=lines, capture_output=True, check=True)

    told = [json.loads(line) for line in done.stdout.split(b"\n")[:-1]]
    assert [one["title"] for one in told] == [f"Film {number}" for number in range(MANY)]
    assert done.stderr == b""


def test_a_name_is_answered_while_the_input_stays_open() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(NAME)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["title"] == "Sintel"
        process.stdin.close()
        assert process.wait() == 0


def test_a_reader_that_has_seen_enough_is_no_failure(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes(NAME * MANY)
    with (
        names.open("rb") as lines,
        subprocess.Popen(COMMAND, stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process,
    ):
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read().strip() == b""
        assert process.wait() == 0


def test_ctrl_c_ends_all_its_processes_without_a_word(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    with (
        told.open("wb") as output,
        subprocess.Popen(
            COMMAND, stdin=subprocess.PIPE, stdout=output, stderr=subprocess.PIPE, process_group=0
        ) as process,
    ):
        assert process.stdin
        assert process.stderr
        process.stdin.write(NAME * MANY)
        process.stdin.flush()
        eventually(lambda: told.read_bytes().count(b"\n") > MANY * 3 // 4, what="the work of several processes")
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait() == 130
        assert process.stderr.read().strip() == b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are listed by Linux alone")
def test_a_command_that_is_killed_leaves_no_process(tmp_path: Path) -> None:
    told = tmp_path / "told.txt"
    with told.open("wb") as output, subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=output) as process:
        assert process.stdin
        process.stdin.write(NAME * MANY)
        process.stdin.flush()
        eventually(lambda: told.read_bytes().count(b"\n") > MANY * 3 // 4, what="the work of several processes")
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.kill()
        eventually(lambda: not any(map(alive, children)), what="the end of its processes")


def alive(process: str) -> bool:
    """Whether a process does anything; an ended one may wait to be noticed."""
    status = Path(f"/proc/{process}/stat")
    try:
        return status.read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except (FileNotFoundError, ProcessLookupError):
        return False
