"""Looking at disks, and trying hard links."""

import os
import subprocess
import threading
from pathlib import Path

import anyio
import pytest

from radarr.adapters.filesystem import files
from radarr.adapters.filesystem.looking import disk_use
from radarr.ports.errors import Gone, NotPermitted, Refused, Unavailable
from tests.contract.files.disks import elsewhere, mounted
from tests.contract.files.worlds import DiskWorld, MemoryWorld, World, root_of

pytestmark = pytest.mark.anyio


async def test_a_folder_tells_of_its_disk(world: World) -> None:
    use = await world.files.disk(world.downloads)
    assert 0 < use.free <= use.total
    assert use.device == (await world.files.disk(world.library)).device
    assert (use.read_only, use.writable) == (False, True)


async def test_a_folder_that_is_not_there_is_gone(world: World) -> None:
    with pytest.raises(Gone, match="mount its disk"):
        await world.files.disk(f"{world.downloads}/nowhere")


@pytest.mark.parametrize("name", ["", "film.mkv", "Film/film.mkv"])
async def test_a_link_on_one_disk_is_tried_and_nothing_stays(world: World, name: str) -> None:
    if name:
        world.put(f"{world.downloads}/{name}")
    root = await root_of(world)
    before = (world.names(world.downloads), world.names(world.library))
    await world.files.try_link(world.downloads, root, name)
    assert (world.names(world.downloads), world.names(world.library)) == before


async def test_without_its_sentinel_no_link_is_tried(world: World) -> None:
    root = await root_of(world)
    world.remove(f"{world.library}/.radarr-root")
    with pytest.raises(Unavailable):
        await world.files.try_link(world.downloads, root)
    assert world.names(world.library) == []


async def test_a_download_folder_that_is_not_there_is_gone(world: World) -> None:
    with pytest.raises(Gone):
        await world.files.try_link(f"{world.downloads}/nowhere", await root_of(world))


async def test_a_link_in_a_download_is_not_followed(world: World) -> None:
    world.put(f"{world.downloads}/film.mkv")
    world.symlink(f"{world.downloads}/other.mkv", f"{world.downloads}/film.mkv")
    with pytest.raises(Refused):
        await world.files.try_link(world.downloads, await root_of(world), "other.mkv")
    assert world.names(world.library) == [".radarr-root"]


async def test_another_file_system_is_told_with_the_remedy(tmp_path: Path) -> None:
    with elsewhere(tmp_path) as other:
        world = DiskWorld(tmp_path, library=other)
        with pytest.raises(Refused, match=r"different file systems.*one file system"):
            await world.files.try_link(world.downloads, await root_of(world))
        assert (world.names(world.downloads), world.names(world.library)) == ([], [".radarr-root"])


async def test_another_disk_in_memory_is_told_as_well() -> None:
    world = MemoryWorld()
    world.tree.mount("/other")
    root = await world.files.add_root("/other")
    with pytest.raises(Refused, match="different file systems"):
        await world.files.try_link(world.downloads, root)


async def test_a_disk_without_hard_links_is_told() -> None:
    world = MemoryWorld()
    root = await root_of(world)
    world.tree.disk("/").hard_links = False
    with pytest.raises(Refused, match="no hard links"):
        await world.files.try_link(world.downloads, root)


async def test_a_read_only_library_shows_as_one_and_takes_no_link(tmp_path: Path) -> None:
    with mounted(tmp_path / "library") as disk:
        world = DiskWorld(tmp_path, library=disk)
        root = await root_of(world)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        use = await world.files.disk(world.library)
        assert (use.read_only, use.writable) == (True, False)
        with pytest.raises(NotPermitted, match="read-only"):
            await world.files.check_root(root)


async def test_a_disk_that_hangs_keeps_nobody_from_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = DiskWorld(tmp_path)
    answers = threading.Event()

    def hang(path: str) -> object:
        if path == world.library:
            answers.wait(30)
        return disk_use(path)

    monkeypatch.setattr(files, "disk_use", hang)
    try:
        for _ in range(6):
            with anyio.move_on_after(0.01) as waited:
                await world.files.disk(world.library)
            assert waited.cancelled_caught
        assert (await world.files.disk(world.downloads)).total
    finally:
        answers.set()


async def test_a_look_at_a_root_leaves_no_access_time(tmp_path: Path) -> None:
    world = DiskWorld(tmp_path)
    root = await root_of(world)
    sentinel = Path(world.library, ".radarr-root")
    os.utime(sentinel, ns=(0, sentinel.stat().st_mtime_ns))  # so old that reading it would be noted
    await world.files.check_root(root)
    await world.files.disk(world.library)
    assert sentinel.stat().st_atime_ns == 0
