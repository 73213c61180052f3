"""Root folders, and the sentinel file that tells one disk from another.

When a disk is not mounted, its mount point is an empty folder that can be written to. So each root bears a file
with a UUID that the database keeps as well; without it nothing there is believed and nothing is written.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import UUID, uuid4

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import opened, sync, sync_open
from radarr.adapters.filesystem.renaming import rename_new
from radarr.domain.importing.places import SENTINEL, TEMPORARY_SUFFIX, unsafe
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Conflict, NotPermitted, PortError, Refused, Unavailable

_ROOT = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC  # the root itself may be reached by a link: its owner chose it
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_NAME_LENGTH = 64


def add(path: str) -> RootFolder:
    """Make a folder a root. Raises Refused, NotPermitted, Conflict (its sentinel file is not one), NoSpace."""
    path = path.rstrip("/")
    if not path.startswith("/") or unsafe(path[1:]):
        raise Refused(f"{path or '/'} cannot be a root folder", remedy="name a folder by its whole path, below /")
    if not os.path.isdir(path):  # noqa: PTH112 - paths are text here, as the port has them
        raise Refused(
            f"{path} is {'not a folder' if os.path.lexists(path) else 'not there'}",
            remedy="create the folder, or mount its disk",
        )
    with os_errors(f"{path} cannot be a root folder"), opened(path, flags=_ROOT) as fd:
        writable(fd, path)
        if _sentinel(fd) is None:
            _write_sentinel(fd)
        return RootFolder(path=path, sentinel=_read_uuid(fd, path))


@contextmanager
def opened_root(root: RootFolder) -> Iterator[int]:
    """The root, opened, once it has shown its sentinel. Raises Unavailable: a disk that is away may come back.

    Who holds it open works on this very disk, whatever is mounted or unmounted meanwhile.
    """
    try:
        fd = os.open(root.path, _ROOT)
    except OSError as error:
        raise _away(root, "is not there") from error
    try:
        found = _shown(fd, root)
        if found != root.sentinel:
            raise _away(root, f"holds another {SENTINEL}" if found else f"has no {SENTINEL} file")
        yield fd
    finally:
        os.close(fd)


def writable(fd: int, path: str) -> None:
    """Raises NotPermitted if we may not write into the folder."""
    if os.fstatvfs(fd).f_flag & os.ST_RDONLY:
        raise NotPermitted(
            f"{path} is on a read-only file system", remedy="mount it writable, or add it to the unit's ReadWritePaths"
        )
    if not os.access(".", os.W_OK | os.X_OK, dir_fd=fd, effective_ids=True):
        owner = os.fstat(fd)
        raise NotPermitted(
            f"{path} cannot be written to: it belongs to uid {owner.st_uid} and gid {owner.st_gid}",
            remedy=f"make it writable for a group that the daemon's user (uid {os.geteuid()}) is in",
        )


def _away(root: RootFolder, how: str) -> PortError:
    return Unavailable(
        f"the root {root.path} {how}: nothing is written",
        remedy="is the disk mounted? A root that was moved or restored needs its own .radarr-root file back",
    )


def _shown(fd: int, root: RootFolder) -> str | None:
    with os_errors(f"the root {root.path} cannot be read: nothing is written"):
        return _sentinel(fd)


def _sentinel(fd: int) -> str | None:
    try:
        with _quietly(fd) as file:
            return os.read(file, _NAME_LENGTH).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return None


@contextmanager
def _quietly(fd: int) -> Iterator[int]:
    """The sentinel, opened without an access time: it is read every minute, and the disks of a NAS must sleep."""
    try:
        file = os.open(SENTINEL, _READ | os.O_NOATIME, dir_fd=fd)
    except PermissionError:  # only the file's owner may say so
        file = os.open(SENTINEL, _READ, dir_fd=fd)
    try:
        yield file
    finally:
        os.close(file)


def _read_uuid(fd: int, path: str) -> str:
    found = _sentinel(fd) or ""
    try:
        UUID(found)
    except ValueError as error:
        raise Conflict(
            f"{path}/{SENTINEL} does not hold a UUID", remedy="it is not ours: move it away and add the root again"
        ) from error
    return found


def _write_sentinel(fd: int) -> None:
    """Written whole before it gets its name; when another daemon was quicker, its one counts."""
    sentinel = str(uuid4())
    temporary = f"{SENTINEL}-{sentinel}{TEMPORARY_SUFFIX}"
    with opened_new(fd, temporary) as file:
        os.write(file, f"{sentinel}\n".encode())
        sync_open(file)
    try:
        rename_new(temporary, SENTINEL, src_dir_fd=fd, dst_dir_fd=fd)
    except FileExistsError:
        with suppress(FileNotFoundError):
            os.unlink(temporary, dir_fd=fd)
    sync(fd)


@contextmanager
def opened_new(fd: int, name: str) -> Iterator[int]:
    """A new file for writing, removed again when that fails. Raises FileExistsError."""
    file = os.open(name, _NEW, 0o666, dir_fd=fd)
    try:
        yield file
    except BaseException:
        with suppress(OSError):
            os.unlink(name, dir_fd=fd)
        raise
    finally:
        os.close(file)
