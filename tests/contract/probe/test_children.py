"""Children that hang, die or babble."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import anyio
import pytest
from anyio.abc import ByteReceiveStream

from radarr.adapters.probe import MediaInfoProbe
from radarr.adapters.probe.children import Children, start
from radarr.adapters.probe.probe import _PROGRAM
from radarr.domain.media.measured import Measured, Unmeasured, Why
from radarr.ports.errors import NotPermitted, Unavailable
from tests.contract.probe.matroska import Picture, Sound, matroska

pytestmark = pytest.mark.anyio


def _python(program: str) -> tuple[str, ...]:
    return (sys.executable, "-I", "-c", program)


async def _why(program: str, *, timeout: float = 60.0) -> Why:  # noqa: ASYNC109 - it is the probe's own
    found = await MediaInfoProbe(timeout=timeout, program=_python(program)).measure("/films/film.mkv")
    assert isinstance(found, Unmeasured)
    assert "/films/film.mkv" in found.message
    return found.why


async def test_a_child_that_hangs_is_ended_and_told() -> None:
    assert await _why("import time; time.sleep(1000)", timeout=0.2) is Why.TIME_OUT


async def test_a_child_that_heeds_no_polite_signal_is_ended_too() -> None:
    stubborn = "import signal, time; [signal.signal(n, signal.SIG_IGN) for n in (1, 2, 15)]; time.sleep(1000)"
    assert await _why(stubborn, timeout=0.2) is Why.TIME_OUT


@pytest.mark.parametrize(
    "program",
    [
        pytest.param("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", id="crashes"),
        pytest.param("raise SystemExit(3)", id="gives-up"),
        pytest.param("print('no JSON')", id="babbles"),
        pytest.param("print('[1]')", id="says-something-else"),
        pytest.param("print('{}' + ' ' * (3 << 20))", id="says-too-much"),
        pytest.param("import sys\nwhile True: sys.stdout.write('x' * 65536)", id="never-ends-to-speak"),
    ],
)
async def test_a_child_that_fails_harms_only_its_film(program: str) -> None:
    assert await _why(program) is Why.CRASHED


@pytest.mark.parametrize(
    ("kind", "error", "remedy"),
    [
        pytest.param("no_library", Unavailable, "install", id="the-library-is-missing"),
        pytest.param("denied", NotPermitted, "group read", id="the-file-may-not-be-read"),
    ],
)
async def test_what_a_person_can_mend_is_an_error_with_a_remedy(kind: str, error: type[Exception], remedy: str) -> None:
    probe = MediaInfoProbe(program=_python(f'print(\'{{"error": "{kind}"}}\')'))
    with pytest.raises(error, match=remedy):
        await probe.measure("/films/film.mkv")


async def test_a_disk_that_fails_at_the_first_byte_is_an_answer() -> None:
    assert await _why('print(\'{"error": "unreadable"}\')') is Why.UNREADABLE


async def test_a_film_that_makes_it_read_too_much_is_an_answer() -> None:
    assert await _why('print(\'{"error": "too_much"}\')') is Why.CRASHED


async def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(Unavailable, match="cannot be started"):
        await MediaInfoProbe(program=("/no/such/program",)).measure("/films/film.mkv")


async def test_a_child_knows_none_of_the_daemons_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANTED_SECRET", "planted")
    ended = await Children().run(_python("import os; print(sorted(os.environ))"), 60)
    assert ended is not None
    assert b"PLANTED" not in ended.output


async def test_who_stops_waiting_leaves_no_child_behind(tmp_path: Path) -> None:
    said = tmp_path / "pid"
    program = f"import os, time; open({str(said)!r} + '_', 'w').write(str(os.getpid())); "
    program += f"os.rename({str(said)!r} + '_', {str(said)!r}); time.sleep(1000)"
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(Children().run, _python(program), 1000.0)
        while not said.exists():  # noqa: ASYNC110 - of another process
            await anyio.sleep(0.01)
        tasks.cancel_scope.cancel()
    with pytest.raises(ProcessLookupError):
        os.kill(int(said.read_text()), 0)


async def test_films_are_measured_one_after_another(tmp_path: Path) -> None:
    film = tmp_path / "film.mkv"
    film.write_bytes(matroska(Picture(), Sound()))
    probe = MediaInfoProbe()
    found: list[object] = []

    async def measure() -> None:
        found.append(await probe.measure(str(film)))

    async with anyio.create_task_group() as tasks:
        for _ in range(3):
            tasks.start_soon(measure)
    assert [type(each) for each in found] == [Measured] * 3


_DAEMON = """
import sys, anyio
from radarr.adapters.probe.children import Children
anyio.run(Children().run, (sys.executable, "-I", "-c", *sys.argv[1:]), 1000)
"""
_CHILD = """
import os, runpy, sys, time
runpy.run_path(sys.argv[1])["_die_with_parent"]()
with open(sys.argv[2] + "_", "w") as file:
    file.write(str(os.getpid()))
os.rename(sys.argv[2] + "_", sys.argv[2])
time.sleep(1000)
"""


async def test_a_child_dies_with_the_daemon(tmp_path: Path) -> None:
    said = tmp_path / "pid"
    daemon = await anyio.open_process([sys.executable, "-c", _DAEMON, _CHILD, _PROGRAM[-1], str(said)])
    while not said.exists():  # noqa: ASYNC110 - of another process
        await anyio.sleep(0.01)
    daemon.kill()
    await daemon.wait()
    while _lives(int(said.read_text())):  # noqa: ASYNC110 - of another process
        await anyio.sleep(0.01)


def _lives(pid: int) -> bool:
    """Nobody may have asked how it ended: then it is dead, and still has its number."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


class Stuck:
    """A child in a read from a dying disk: it takes no signal until the disk answers."""

    pid = 4711

    def __init__(self) -> None:
        self.returncode: int | None = None
        self.signals: list[int] = []
        self.stdout: ByteReceiveStream | None = None

    def kill(self) -> None:
        self.signals.append(signal.SIGKILL)

    async def wait(self) -> int:
        await anyio.sleep_forever()
        return 0


async def test_a_child_that_cannot_be_ended_is_left_behind_and_told(caplog: pytest.LogCaptureFixture) -> None:
    stuck = [Stuck(), Stuck()]
    waiting = iter(stuck)

    async def on_the_dying_disk(_: Sequence[str]) -> Stuck:
        return next(waiting)

    children = Children(on_the_dying_disk, grace=0)
    assert [await children.run(("read",), 0) for _ in stuck] == [None, None]
    assert [child.signals for child in stuck] == [[signal.SIGKILL]] * 2
    assert "4711" in caplog.text
    with pytest.raises(Unavailable, match="hang"):
        await children.run(("read",), 0)


class Pipe(ByteReceiveStream):
    """What a child said before it was ended, and the end of it."""

    def __init__(self, pieces: int) -> None:
        self.left = pieces
        self.is_closed = False

    async def receive(self, max_bytes: int = 65536) -> bytes:
        if not self.left:
            raise anyio.EndOfStream
        self.left -= 1
        return b"x" * max_bytes

    async def aclose(self) -> None:
        self.is_closed = True


class Talkative(Stuck):
    """A child that is ended while it talks."""

    def __init__(self, pipe: Pipe) -> None:
        super().__init__()
        self.stdout = pipe

    def kill(self) -> None:
        super().kill()
        self.returncode = -signal.SIGKILL

    async def wait(self) -> int:
        return self.returncode or 0


async def test_what_a_child_that_was_ended_has_said_is_read_to_its_end_so_that_its_pipe_is_closed() -> None:
    pipe = Pipe(pieces=40)

    async def talking(_: Sequence[str]) -> Talkative:
        return Talkative(pipe)

    ended = await Children(talking).run(("read",), 60)
    assert ended is not None
    assert ended.status is None  # it said too much
    assert (pipe.left, pipe.is_closed) == (0, True)


async def test_a_disk_that_answers_again_is_read_again() -> None:
    stuck = [Stuck(), Stuck()]
    waiting = iter(stuck)
    well = False

    async def perhaps(command: Sequence[str]) -> object:
        return await start(command) if well else next(waiting)

    children = Children(perhaps, grace=0)  # type: ignore[arg-type]
    for _ in stuck:
        await children.run(("read",), 0)
    well = True
    stuck[0].returncode = -signal.SIGKILL
    ended = await children.run(_python("print('well')"), 60)
    assert ended is not None
    assert ended.output == b"well\n"
