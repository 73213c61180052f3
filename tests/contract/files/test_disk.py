"""What only a real disk does: other file systems, full ones, read-only ones, and modes."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import anyio
import pytest

from radarr.adapters.filesystem import LibraryFiles
from radarr.ports.errors import NoSpace, NotPermitted, Refused, Unavailable
from tests.contract.files.disks import elsewhere, mounted
from tests.contract.files.worlds import FILM, FOLDER, TARGET, TEMPORARY, DiskWorld, film, published, root_of

pytestmark = pytest.mark.anyio
MIB = 1 << 20


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[DiskWorld]:
    """A library on another file system than the downloads."""
    with elsewhere(tmp_path) as other:
        yield DiskWorld(tmp_path, library=other)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[DiskWorld]:
    """A library on a disk of two MiB."""
    with mounted(tmp_path / "small", "-o", "size=2m") as disk:
        yield DiskWorld(tmp_path, library=disk)


def _mode(path: str) -> int:
    return stat.S_IMODE(Path(path).stat().st_mode)


def _set_mode(path: str, mode: int) -> None:
    Path(path).chmod(mode)


async def test_a_library_on_another_file_system_gets_a_copy(apart: DiskWorld) -> None:
    root = await root_of(apart)
    item = await apart.files.stage(root, film(apart), ("hardlink", "reflink", "copy"))
    await apart.files.publish(root, item)
    assert item.transfer == "copy"
    assert apart.read(f"{apart.library}/{TARGET}") == FILM


async def test_where_only_hard_links_are_allowed_another_file_system_is_told(apart: DiskWorld) -> None:
    root = await root_of(apart)
    with pytest.raises(Refused, match=r"different file systems.*one volume.*\[library\] transfer"):
        await apart.files.stage(root, film(apart), ("hardlink",))
    assert apart.names(f"{apart.library}/{FOLDER}") == []


async def test_every_way_that_failed_is_told(apart: DiskWorld) -> None:
    root = await root_of(apart)
    with pytest.raises(Refused, match=r"different file systems.*cannot share the data"):
        await apart.files.stage(root, film(apart), ("hardlink", "reflink"))
    assert apart.names(f"{apart.library}/{FOLDER}") == []


async def test_a_full_disk_leaves_no_half_file(small: DiskWorld) -> None:
    root = await root_of(small)
    item = film(small)._replace(size=3 * MIB)
    small.put(item.source, bytes(3 * MIB))
    small.files = LibraryFiles(minimum_free=-4 * MIB)  # look the other way until the disk says it
    with pytest.raises(NoSpace):
        await small.files.stage(root, item, ("hardlink", "copy"))
    assert small.names(f"{small.library}/{FOLDER}") == []


async def test_a_copy_leaves_the_space_that_is_to_stay_free(small: DiskWorld) -> None:
    root = await root_of(small)
    small.files = LibraryFiles(minimum_free=2 * MIB - 100)
    with pytest.raises(NoSpace, match="minimum_free"):
        await small.files.stage(root, film(small), ("copy",))
    assert small.names(f"{small.library}/{FOLDER}") == []


async def test_a_hard_link_needs_no_space(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    world.files = LibraryFiles(minimum_free=1 << 60)
    root = await root_of(world)
    assert (await world.files.stage(root, film(world), ("hardlink",))).transfer == "hardlink"


async def test_a_read_only_library_is_told(small: DiskWorld) -> None:
    root = await root_of(small)
    await anyio.run_process(["mount", "-o", "remount,ro", small.library])
    with pytest.raises(NotPermitted, match="read-only"):
        await small.files.check_root(root)
    with pytest.raises(NotPermitted, match="read-only"):
        await small.files.stage(root, film(small), ("hardlink", "copy"))
    with pytest.raises(NotPermitted, match="read-only"):
        await small.files.add_root(small.library)


async def test_a_disk_that_is_not_mounted_is_not_written_to(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk") as disk:
        world = DiskWorld(tmp_path, library=disk)
        root = await root_of(world)
    with pytest.raises(Unavailable, match="is the disk mounted"):
        await world.files.stage(root, film(world), ("copy",))
    assert world.names(world.library) == []


async def test_a_root_whose_folder_is_gone_is_away(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    root = await root_of(world)
    (tmp_path / "library").rename(tmp_path / "moved")
    with pytest.raises(Unavailable, match="is not there: nothing is written"):
        await world.files.check_root(root)


async def test_a_mode_is_given_to_copies_and_never_to_the_download(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    world.files = LibraryFiles(minimum_free=0, file_mode=0o640)
    root = await root_of(world)
    item = film(world)
    _set_mode(item.source, 0o604)
    for way, mode in (("copy", 0o640), ("hardlink", 0o604)):
        await world.files.stage(root, item, (way,))
        assert _mode(f"{world.library}/{TEMPORARY}") == mode
        await world.files.discard(root, TEMPORARY)
    assert _mode(item.source) == 0o604


async def test_a_pipe_is_no_film_and_nobody_waits_for_it(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    root = await root_of(world)
    os.mkfifo(f"{world.downloads}/film.mkv")
    with pytest.raises(Refused):
        await world.files.sources(world.downloads, ("film.mkv",))
    os.mkfifo(f"{world.library}/pipe")
    with pytest.raises(Refused):
        await world.files.size(root, "pipe")


async def test_no_folder_stays_open(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    root = await root_of(world)
    await published(world, root)
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(5):
        with pytest.raises(Refused):
            await world.files.size(root, f"{TARGET}/x")
        await world.files.recycle(root, TARGET, ".radarr-recycle/a/b/c")
        await world.files.restore(root, ".radarr-recycle/a/b/c", TARGET)
        await world.files.sources(world.downloads, ("film.mkv",))
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
