"""Look at a folder's file system, and try whether files of it can be hard-linked into a root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from uuid import uuid4

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import opened
from radarr.adapters.filesystem.roots import opened_new
from radarr.adapters.filesystem.sources import find, source_folder
from radarr.adapters.filesystem.transfer import Job, transfer
from radarr.domain.importing.places import TEMPORARY_PREFIX, TEMPORARY_SUFFIX
from radarr.ports.errors import Gone, NotPermitted, Refused, Unavailable
from radarr.ports.files import DiskUse

_BASE = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC


def disk_use(path: str) -> DiskUse:
    """See ports.files. Nothing is opened for reading: that alone would wake no disk, but leave an access time."""
    if not path.startswith("/"):
        raise Refused(f"{path!r} is not the whole path of a folder", remedy="name it by its whole path")
    with os_errors(f"{path} cannot be looked at"):
        try:
            with opened(path, flags=_BASE) as fd:
                return _use(fd)
        except FileNotFoundError as error:
            raise Gone(f"{path} is not there", remedy="create the folder, or mount its disk") from error


def _use(fd: int) -> DiskUse:
    found = os.fstatvfs(fd)
    return DiskUse(
        free=found.f_bavail * found.f_frsize,
        total=found.f_blocks * found.f_frsize,
        device=os.fstat(fd).st_dev,
        read_only=bool(found.f_flag & os.ST_RDONLY),
        writable=os.access(".", os.W_OK | os.X_OK, dir_fd=fd, effective_ids=True),
    )


def try_link(root: int, folder: str, name: str) -> None:
    """See ports.files; `root` is an open folder."""
    if not name:
        with _file_of_ours(folder) as path:
            _link(root, path)
        return
    (source,) = find(folder, (name,))
    _link(root, source.path)


def _link(root: int, path: str) -> None:
    temporary = _name()
    with os_errors(f"{path} cannot be hard-linked into the library"), source_folder(path) as (parent, name):
        job = Job(
            path=path,
            folder=parent,
            name=name,
            target=root,
            temporary=temporary,
            minimum_free=0,
            file_mode=None,
            between=_nothing,
        )
        try:
            transfer(job, ("hardlink",))
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temporary, dir_fd=root)


@contextmanager
def _file_of_ours(folder: str) -> Iterator[str]:
    """A new empty file there, gone at the end. Unavailable where none can be made: that says nothing of links."""
    find(folder, ())  # raises where the folder is not there
    real, name = os.path.realpath(folder), _name()
    with opened(real, flags=_BASE) as fd:
        try:
            with os_errors(f"no file can be made in {folder}"), opened_new(fd, name):
                pass
        except NotPermitted as error:
            raise Unavailable(
                f"no file can be made in {folder} to try a hard link with",
                remedy="it is tried with a film as soon as there is one",
            ) from error
        try:
            yield f"{real.rstrip('/')}/{name}"
        finally:
            with suppress(FileNotFoundError):
                os.unlink(name, dir_fd=fd)


def _name() -> str:
    """One that is removed wherever it is found."""
    return f"{TEMPORARY_PREFIX}link-{uuid4().hex[:12]}{TEMPORARY_SUFFIX}"


def _nothing() -> None:
    """Called between pieces of a copy, of which there are none."""
