"""Disks as people have them: full, read-only, elsewhere, somebody else's."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.test_daemon import waiting
from tests.e2e.world import MIB, beside, world

pytestmark = pytest.mark.anyio
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount disks and change owners")

FILM = "Sintel.2010.1080p.BluRay.x264-GRP"
NOBODY = 65534


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@needs_root
async def test_on_another_file_system_the_film_is_copied(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        with mounted(story.library, "size=64m"):
            story.offer(FILM)
            await story.start()
            await story.want_sintel("--search")
            path = await story.until_imported("Bluray-1080p")
            assert path.stat().st_nlink == 1
            page = await story.get("/api/v3/history")
            transfers = [e["data"]["transfer"] for e in page["records"] if e["eventType"] == "downloadFolderImported"]
            assert transfers == ["copy"]


@needs_root
async def test_where_only_hard_links_will_do_another_file_system_is_told_and_waited_for(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        story.daemon.config.write_text(
            story.daemon.config.read_text().replace("[library]", '[library]\ntransfer = ["hardlink"]')
        )
        with mounted(story.library, "size=64m"):
            story.offer(FILM)
            await story.start()
            await story.want_sintel("--search")
            item = await waiting(story, "file system")
            assert item["trackedDownloadState"] == "importBlocked"
            assert story.videos() == []
            assert story.temporaries() == []


@needs_root
async def test_a_full_disk_is_told_and_leaves_no_half_film(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        with mounted(story.library, "size=6m"):
            await story.start()
            (story.library / "filler").write_bytes(b"\0" * (4 * MIB))
            story.offer(FILM, stated=0)  # what is not stated cannot be checked before it is grabbed
            await story.want_sintel("--search")
            await waiting(story, "minimum_free")
            assert story.videos() == []
            assert story.temporaries() == []
            (story.library / "filler").unlink()
            (item,) = (await story.get("/api/v3/queue"))["records"]
            await story.radarr("queue", "retry", str(item["id"]))
            await story.until_imported("Bluray-1080p")


@needs_root
async def test_a_read_only_library_is_told_and_imported_once_it_can_be_written(tmp_path: Path) -> None:
    async with world(tmp_path) as story:
        with mounted(story.library, "size=64m"):
            story.offer(FILM)
            await story.start()
            subprocess.run(["mount", "-o", "remount,ro", story.library], check=True)
            await story.want_sintel("--search")
            await waiting(story, "read-only")
            subprocess.run(["mount", "-o", "remount,rw", story.library], check=True)
            (item,) = (await story.get("/api/v3/queue"))["records"]
            await story.radarr("queue", "retry", str(item["id"]))
            await story.until_imported("Bluray-1080p")


def as_nobody() -> list[str]:
    """Runs what follows as a user without rights, who can still read the interpreter wherever it lies."""
    setpriv = shutil.which("setpriv")
    assert setpriv, "util-linux is part of every Debian"
    rights = ["--inh-caps=-all,+dac_read_search", "--ambient-caps=-all,+dac_read_search"]
    if all(p.stat().st_mode & 0o001 for p in (Path(sys.executable).resolve(), *Path(sys.executable).resolve().parents)):
        rights = ["--inh-caps=-all", "--ambient-caps=-all"]
    return [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *rights]


@needs_root
@pytest.mark.skipif(
    Path("/proc/sys/fs/protected_hardlinks").read_text().strip() != "1", reason="this kernel lets everybody link"
)
async def test_another_users_file_may_not_be_linked_and_the_remedy_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents):
        if folder != Path("/") and folder.stat().st_uid == 0 and "pytest" in str(folder):
            folder.chmod(0o755)
    async with world(tmp_path) as story:
        story.daemon.config.write_text(
            story.daemon.config.read_text().replace("[library]", '[library]\ntransfer = ["hardlink"]')
        )
        story.daemon.prefix = as_nobody()
        story.daemon.state.mkdir()
        for path in (story.library, story.daemon.state, story.daemon.config):
            shutil.chown(path, NOBODY, NOBODY)
        story.offer(FILM)
        await story.start()
        await story.want_sintel("--search")
        item = await waiting(story, "group")
        assert "user" in item["errorMessage"]
        assert story.videos() == []
        # the client's owner opens its files to the group, here: to everybody
        for path in story.downloads.rglob("*"):
            path.chmod(path.stat().st_mode | 0o066)
        await story.radarr("queue", "retry", str(item["id"]))
        path = await story.until_imported("Bluray-1080p")
        assert path.stat().st_ino == (story.downloads / FILM / f"{FILM}.mkv").stat().st_ino
        await beside(story.daemon.stop)
