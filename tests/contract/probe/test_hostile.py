"""Files that are broken, or made to do harm."""

import os
import random
import socket
import sys
from pathlib import Path

import pytest

from radarr.adapters.probe import MediaInfoProbe
from radarr.adapters.probe.probe import _PROGRAM
from radarr.domain.media.measured import Measured, Unmeasured, Why
from radarr.ports.errors import Gone, NotPermitted
from tests.contract.probe.conftest import Bench
from tests.contract.probe.matroska import Picture, Sound, element, matroska
from tests.contract.probe.mp4 import box, mp4

pytestmark = pytest.mark.anyio
_FILM = matroska(Picture(), Sound())


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\0" * 5000, id="zeros"),
        pytest.param(random.Random(1).randbytes(50_000), id="random"),  # noqa: S311 - the same at each run
        pytest.param(b"\x1a\x45\xdf\xa3" + random.Random(2).randbytes(50_000), id="magic-then-random"),  # noqa: S311
        pytest.param(b"%PDF-1.7 nothing", id="another-kind"),
        pytest.param(_FILM[:40], id="cut-in-the-head"),
        pytest.param(_FILM[:100], id="cut-before-the-tracks"),
    ],
)
async def test_what_is_no_film_is_an_answer(bench: Bench, content: bytes) -> None:
    found = await bench.look(content)
    assert isinstance(found, Unmeasured)
    assert found.why is Why.NOT_MEDIA
    assert "film.mkv" in found.message


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_FILM[:-30], id="cut-at-the-end"),
        pytest.param(_FILM[: len(_FILM) // 2], id="cut-in-half"),
        pytest.param(b"\x1a\x45\xdf\xa3\x01" + b"\xff" * 7, id="a-head-of-all-sizes"),
        pytest.param(element(0x1A45DFA3, b"") + b"\x18\x53\x80\x67\x08" + b"\xff" * 40, id="a-segment-without-end"),
        pytest.param(mp4()[:400], id="an-mp4-cut-off"),
        pytest.param(mp4().replace(b"\0\0\0\x40\0\0\0\x01", b"\0\0\0\0\xff\xff\xff\xff"), id="four-billion-frames"),
        pytest.param(box(b"ftyp", b"isom", bytes(4)) + b"\0\0\0\x01moov" + b"\xff" * 8, id="a-box-of-all-sizes"),
        pytest.param(matroska(Picture(0, 0)), id="no-size"),
        pytest.param(matroska(Picture(2**40, 2**60), Sound(channels=2**33), minutes=1e300), id="no-such-numbers"),
        pytest.param(matroska(Picture(), Sound(title="\0\x1b[2J" * 100), title="x" * 100_000), id="no-such-texts"),
    ],
)
async def test_a_broken_film_gives_some_answer_within_bounds(bench: Bench, content: bytes) -> None:
    found = await bench.look(content)
    if isinstance(found, Measured):
        assert found.duration <= 3_600_000
        assert found.video is None or (found.video.width <= 65_536 and found.video.height <= 65_536)
        assert all(track.channels <= 64 and track.title.isprintable() for track in found.audio)
        assert len(found.title) <= 300


async def test_of_a_thousand_tracks_so_many_are_told_as_a_film_may_have(bench: Bench) -> None:
    found = await bench.measured(matroska(Picture(), *[Sound()] * 1000))
    assert len(found.audio) == 64


async def test_a_film_that_keeps_its_reader_busy_is_given_up(tmp_path: Path) -> None:
    """Its table of times says that it has four billion entries, and each of them is looked for."""
    table = b"stts" + bytes(4)
    content = mp4().replace(table + b"\0", table + b"\xff")
    (tmp_path / "film.mp4").write_bytes(content)
    found = await MediaInfoProbe(timeout=4).measure(str(tmp_path / "film.mp4"))
    assert isinstance(found, Unmeasured)
    assert found.why in {Why.CRASHED, Why.TIME_OUT}


async def test_a_playlist_dressed_as_a_film_reaches_neither_file_nor_host(bench: Bench, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # whoever opened it would wait for ever
    with socket.create_server(("127.0.0.1", 0)) as host:
        host.setblocking(False)
        address = f"http://127.0.0.1:{host.getsockname()[1]}/part.ts"
        lines = ["#EXTM3U", "#EXT-X-TARGETDURATION:9", "#EXTINF:9,", address, "#EXTINF:9,", str(pipe), "#EXT-X-ENDLIST"]
        found = await bench.look("\n".join(lines).encode())
        with pytest.raises(BlockingIOError):
            host.accept()
    assert isinstance(found, Unmeasured)
    assert found.why is Why.NOT_MEDIA


async def test_a_link_is_not_followed(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "film.mkv").write_bytes(_FILM)
    (tmp_path / "link.mkv").symlink_to("film.mkv")
    with pytest.raises(Gone):
        await bench.probe.measure(str(tmp_path / "link.mkv"))


async def test_a_pipe_is_no_film_and_is_not_waited_for(bench: Bench, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "film.mkv")
    with pytest.raises(Gone):
        await bench.probe.measure(str(tmp_path / "film.mkv"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
async def test_a_film_that_may_not_be_read_is_told_with_what_to_do(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "film.mkv").write_bytes(_FILM)
    (tmp_path / "film.mkv").chmod(0)
    with pytest.raises(NotPermitted, match="group read it"):
        await bench.probe.measure(str(tmp_path / "film.mkv"))


async def test_a_reader_that_runs_out_of_memory_gives_up_alone(tmp_path: Path) -> None:
    (tmp_path / "film.mkv").write_bytes(_FILM)
    found = await MediaInfoProbe(memory=1 << 20).measure(str(tmp_path / "film.mkv"))
    assert isinstance(found, Unmeasured)
    assert found.why is Why.CRASHED


_SEALED = """
import ctypes, runpy, sys
if ctypes.CDLL(None).prctl(65, 1, 0, 0, 0):  # PR_SET_MDWE
    sys.exit(99)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


async def test_it_works_where_no_memory_may_become_code(tmp_path: Path) -> None:
    """As under the unit's MemoryDenyWriteExecute."""
    (tmp_path / "film.mkv").write_bytes(_FILM)
    program = (sys.executable, "-I", "-c", _SEALED, _PROGRAM[-1])
    found = await MediaInfoProbe(program=program).measure(str(tmp_path / "film.mkv"))
    if isinstance(found, Unmeasured) and found.why is Why.CRASHED and not _can_be_sealed():
        pytest.skip("this kernel has no PR_SET_MDWE")
    assert isinstance(found, Measured)


def _can_be_sealed() -> bool:
    import subprocess

    probe = "import ctypes, sys; sys.exit(ctypes.CDLL(None).prctl(65, 1, 0, 0, 0) != 0)"
    return subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
