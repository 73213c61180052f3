"""Walk down from an open folder, one component at a time, never through a link.

A path that was checked and then used can be changed in between; a folder that is held open cannot. So every act
works on names inside open folders. They are opened with O_PATH, which needs no right to list them.
"""

import errno
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

_WALK = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_LIST = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
_CANNOT_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


@contextmanager
def opened(path: str, *, dir_fd: int | None = None, flags: int = _WALK) -> Iterator[int]:
    """A file descriptor that is closed again."""
    fd = os.open(path, flags, dir_fd=dir_fd)
    try:
        yield fd
    finally:
        os.close(fd)


@contextmanager
def folder(top: int, parts: Sequence[str], *, create: bool = False) -> Iterator[int]:
    """The folder below `top`, opened. Raises ENOENT, and ENOTDIR for a link or file on the way.

    With `create`, missing ones are made and are durable when this returns.
    """
    fd = os.dup(top)
    try:
        for part in parts:
            fd = _down(fd, part, create=create)
        yield fd
    finally:
        os.close(fd)


def _down(fd: int, part: str, *, create: bool) -> int:
    """Open a folder inside `fd` and close `fd`, which stays open when that fails."""
    try:
        below = os.open(part, _WALK, dir_fd=fd)
    except FileNotFoundError:
        if not create:
            raise
        with suppress(FileExistsError):
            os.mkdir(part, dir_fd=fd)
        below = os.open(part, _WALK, dir_fd=fd)
        sync(fd)
    os.close(fd)
    return below


def look(fd: int, name: str) -> os.stat_result | None:
    """What has this name in the folder, links not followed; None if nothing has."""
    try:
        return os.stat(name, dir_fd=fd, follow_symlinks=False)
    except FileNotFoundError:
        return None


def is_folder(found: os.stat_result) -> bool:
    """Whether it is a folder, and not a link to one."""
    return stat.S_ISDIR(found.st_mode)


def is_file(found: os.stat_result) -> bool:
    """Whether it is a regular file, and not a link, a folder or a device."""
    return stat.S_ISREG(found.st_mode)


def names(fd: int) -> list[str]:
    """What the folder holds, in order."""
    with opened(".", dir_fd=fd, flags=_LIST) as listing:
        return sorted(os.listdir(listing))  # noqa: PTH208 - pathlib knows no open folders


def sync(fd: int) -> None:
    """Make names in the folder durable; some network file systems know no such thing."""
    with opened(".", dir_fd=fd, flags=_LIST) as listing:
        sync_open(listing)


def sync_open(fd: int) -> None:
    """Make an open file or folder durable."""
    try:
        os.fsync(fd)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise


def free_bytes(fd: int) -> int:
    """Bytes free for us on the file system of an open folder."""
    found = os.fstatvfs(fd)
    return found.f_bavail * found.f_frsize
