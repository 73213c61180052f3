"""File systems that lack hard links, renameat2 or copy_file_range, and ways that end half-way."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from radarr.adapters.filesystem import moving, renaming
from radarr.adapters.filesystem.folders import opened
from radarr.adapters.filesystem.renaming import rename_new
from radarr.adapters.filesystem.staging import Manner, stage
from radarr.domain.importing.journal import ImportItem
from radarr.ports.errors import Conflict, Refused, Unavailable

COPY = Manner(("copy",), 0, None, lambda: None)


def _refusing(number: int) -> Any:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return refuse


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "source.mkv").write_bytes(b"a film")
    (tmp_path / "root").mkdir()
    return tmp_path / "root"


def _item(root: Path) -> ImportItem:
    return ImportItem(str(root.parent / "source.mkv"), "F/.radarr-1-0.part", "F/film.mkv", 6)


@pytest.mark.parametrize("renameat2", [True, False], ids=["renameat2", "rename"])
def test_without_links_a_film_is_renamed_and_no_strangers_file_lost(
    root: Path, monkeypatch: pytest.MonkeyPatch, renameat2: bool
) -> None:
    monkeypatch.setattr(os, "link", _refusing(errno.EPERM))
    if not renameat2:
        monkeypatch.setattr(renaming, "_renameat2", _refusing(errno.EINVAL))
    with opened(str(root), flags=os.O_RDONLY) as fd:
        item = stage(fd, _item(root), COPY)
        moving.publish(fd, item)
        moving.publish(fd, item)
        assert [entry.name for entry in (root / "F").iterdir()] == ["film.mkv"]
        again = stage(fd, item, COPY)
        with pytest.raises(Conflict):
            moving.publish(fd, again)
    assert (root / "F/film.mkv").stat().st_ino == item.inode


@pytest.mark.parametrize("number", [errno.EXDEV, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL], ids=errno.errorcode.get)
def test_a_kernel_that_cannot_copy_leaves_it_to_us(root: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "copy_file_range", _refusing(number))
    with opened(str(root), flags=os.O_RDONLY) as fd:
        assert stage(fd, _item(root), COPY).transfer == "copy"
    assert (root / "F/.radarr-1-0.part").read_bytes() == b"a film"


def test_a_rename_to_a_name_that_is_taken_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    (tmp_path / "b").write_bytes(b"b")
    with opened(str(tmp_path), flags=os.O_RDONLY) as fd, pytest.raises(FileExistsError):
        rename_new("a", "b", src_dir_fd=fd, dst_dir_fd=fd)
    assert ((tmp_path / "a").read_bytes(), (tmp_path / "b").read_bytes()) == (b"a", b"b")


def test_a_copy_that_is_stopped_between_two_pieces_is_taken_away(root: Path) -> None:
    def stop() -> None:
        assert (root / "F/.radarr-1-0.part").stat().st_size
        raise InterruptedError

    with opened(str(root), flags=os.O_RDONLY) as fd, pytest.raises(Unavailable):
        stage(fd, _item(root), COPY._replace(between=stop))
    assert list((root / "F").iterdir()) == []


def test_a_source_that_grows_while_it_is_copied_is_not_taken(root: Path) -> None:
    def grow() -> None:
        with (root.parent / "source.mkv").open("ab") as source:
            source.write(b"more")

    with opened(str(root), flags=os.O_RDONLY) as fd, pytest.raises(Unavailable, match="copied"):
        stage(fd, _item(root), COPY._replace(between=_once(grow)))
    assert list((root / "F").iterdir()) == []


def test_a_reflink_shares_the_data_and_is_ours_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def clone(target: int, request: int, source: int) -> None:
        assert request == 0x40049409
        os.sendfile(target, source, 0, 100)

    monkeypatch.setattr(fcntl, "ioctl", clone)
    with opened(str(root), flags=os.O_RDONLY) as fd:
        item = stage(fd, _item(root), Manner(("reflink",), 1 << 60, 0o600, lambda: None))
    staged = root / "F/.radarr-1-0.part"
    assert (item.transfer, staged.read_bytes(), staged.stat().st_mode & 0o777) == ("reflink", b"a film", 0o600)


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EMLINK, "as many hard links"), (errno.EOPNOTSUPP, "has no hard links"), (errno.EPERM, "FAT")],
)
def test_a_disk_without_hard_links_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    monkeypatch.setattr(os, "link", _refusing(number))
    with opened(str(root), flags=os.O_RDONLY) as fd, pytest.raises(Refused, match=words):
        stage(fd, _item(root), COPY._replace(ways=("hardlink",)))


def test_no_way_at_all_is_a_wrong_setting(root: Path) -> None:
    with opened(str(root), flags=os.O_RDONLY) as fd, pytest.raises(Refused, match="name one"):
        stage(fd, _item(root), COPY._replace(ways=()))


def _once(act: Callable[[], None]) -> Callable[[], None]:
    left = [act]
    return lambda: left.pop()() if left else None
