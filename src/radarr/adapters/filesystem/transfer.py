"""The ways to bring a file into the library: hard link, reflink, copy."""

import errno
import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from radarr.adapters.filesystem.denied import link_denied
from radarr.adapters.filesystem.errors import os_errors, translated
from radarr.adapters.filesystem.folders import free_bytes, is_file, look, opened, sync_open
from radarr.adapters.filesystem.roots import opened_new
from radarr.ports.errors import NoSpace, PortError, Refused, Unavailable

_FICLONE = 0x40049409
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_ALLOW_COPY = 'allow "copy" in [library] transfer'
_PIECE = 64 << 20
_BUFFER = 1 << 20
_NO_COPY_RANGE = frozenset({errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})
_CLOSED = frozenset({errno.EXDEV, errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL, errno.ENOTTY, errno.EMLINK})
"""This way does not go here, another may. All else (disk full, read-only) would stop every way."""


class Job(NamedTuple):
    """One file to bring in: `folder` and `target` are open folders; `between` is called between pieces of a copy."""

    path: str
    folder: int
    name: str
    target: int
    temporary: str
    minimum_free: int
    file_mode: int | None
    between: Callable[[], None]


def transfer(job: Job, ways: tuple[str, ...]) -> str:
    """Bring the file in by the first way that goes, and name that way. Leaves no half file when none does."""
    closed: list[PortError] = []
    for way in ways:
        try:
            _WAYS[way](job)
        except OSError as error:
            if error.errno not in _CLOSED:
                raise translated(error, f"{job.path} cannot be brought in by {way}") from error
            closed.append(_explained(way, error, job))
        else:
            return way
    if not closed:
        raise Refused("no way of bringing files in is allowed", remedy="name one in [library] transfer")
    raise type(closed[0])("; ".join(error.message for error in closed), remedy=closed[0].remedy)


def _hardlink(job: Job) -> None:
    """No byte is written. What the client wrote is made durable where we may read it."""
    with suppress(PermissionError), opened(job.name, dir_fd=job.folder, flags=_READ) as source:
        sync_open(source)
    os.link(job.name, job.temporary, src_dir_fd=job.folder, dst_dir_fd=job.target, follow_symlinks=False)
    found = look(job.target, job.temporary)
    if found is None or not is_file(found):  # exchanged for a link since we looked
        with suppress(FileNotFoundError):
            os.unlink(job.temporary, dir_fd=job.target)
        raise Refused(f"{job.path} is not a regular file", remedy="links in downloads are not followed")


def _reflink(job: Job) -> None:
    with _reading(job) as source, opened_new(job.target, job.temporary) as target:
        fcntl.ioctl(target, _FICLONE, source)
        _finish(job, source, target)


def _copy(job: Job) -> None:
    with _reading(job) as source:
        before = os.fstat(source)
        _check_space(job, before.st_size)
        with opened_new(job.target, job.temporary) as target:
            _copy_bytes(job, source, target)
            _finish(job, source, target)
            after = os.fstat(source)
            if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
                raise Unavailable(f"{job.path} changed while it was copied", remedy="it is copied anew")


_WAYS: dict[str, Callable[[Job], None]] = {"hardlink": _hardlink, "reflink": _reflink, "copy": _copy}


@contextmanager
def _reading(job: Job) -> Iterator[int]:
    """The source, opened. Raises NotPermitted where we may not read it, which no other way would mend."""
    with os_errors(f"{job.path} cannot be read"):
        source = os.open(job.name, _READ, dir_fd=job.folder)
    try:
        if not is_file(os.fstat(source)):
            raise Refused(f"{job.path} is not a regular file", remedy="links in downloads are not followed")
        yield source
    finally:
        os.close(source)


def _check_space(job: Job, size: int) -> None:
    free = free_bytes(job.target)
    if free - size < job.minimum_free:
        raise NoSpace(
            f"{job.path} of {size} bytes does not fit: {free} bytes are free, and {job.minimum_free} are to stay free",
            remedy="free some space, or lower [library] minimum_free; it is tried again",
        )


def _copy_bytes(job: Job, source: int, target: int) -> None:
    """In the kernel where it can; both ways begin where the file positions are."""
    try:
        while os.copy_file_range(source, target, _PIECE):
            job.between()
    except OSError as error:
        if error.errno not in _NO_COPY_RANGE:
            raise
    while piece := os.read(source, _BUFFER):
        job.between()
        rest = memoryview(piece)
        while rest:
            rest = rest[os.write(target, rest) :]


def _finish(job: Job, source: int, target: int) -> None:
    """The file is ours alone: give it its mode and make it durable, if it is whole."""
    if os.fstat(target).st_size != os.fstat(source).st_size:
        raise Unavailable(f"{job.path} was not copied whole", remedy="it is copied anew")
    if job.file_mode is not None:
        os.fchmod(target, job.file_mode)
    sync_open(target)


def _explained(way: str, error: OSError, job: Job) -> PortError:
    if way == "hardlink" and error.errno == errno.EXDEV:
        return Refused(
            f"{job.path} and the library are on different file systems, which no hard link can join",
            remedy="put both on one file system (in a container: one volume that holds both), "
            'or allow "copy" in [library] transfer',
        )
    if way == "hardlink" and error.errno == errno.EPERM:
        return link_denied(job.path, job.folder, job.name)
    if way == "hardlink" and error.errno == errno.EMLINK:
        return Refused(f"{job.path} has as many hard links as its file system allows", remedy=_ALLOW_COPY)
    if way == "hardlink":
        return Refused(f"the library's file system has no hard links, so {job.path} cannot get one", remedy=_ALLOW_COPY)
    if way == "reflink":
        return Refused(f"the library's file system cannot share the data of {job.path}", remedy=_ALLOW_COPY)
    return translated(error, f"{job.path} cannot be brought in by {way}")
