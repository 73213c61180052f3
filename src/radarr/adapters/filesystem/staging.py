"""Bring a download's file into the library, under a name that nobody looks at yet."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import folder, is_file, look, sync
from radarr.adapters.filesystem.sources import source_folder
from radarr.adapters.filesystem.transfer import Job, transfer
from radarr.domain.importing.journal import ImportItem
from radarr.ports.errors import Conflict, Gone, Refused


class Manner(NamedTuple):
    """How files are brought in: ways in order, bytes that a copy must leave free, mode of files that are ours alone."""

    ways: tuple[str, ...]
    minimum_free: int
    file_mode: int | None
    between: Callable[[], None]


def stage(root: int, item: ImportItem, manner: Manner) -> ImportItem:
    """See ports.files."""
    with os_errors(f"{item.source} cannot be brought in"), source_folder(item.source) as (parent, name):
        source = _checked(look(parent, name), item)
        *folders, temporary = item.temporary.split("/")
        with os_errors(f"{item.temporary} cannot be made"), folder(root, folders, create=True) as target:
            if _left_over(target, temporary, source):
                return _staged(target, temporary, item, "hardlink")
            job = Job(
                path=item.source,
                folder=parent,
                name=name,
                target=target,
                temporary=temporary,
                minimum_free=manner.minimum_free,
                file_mode=manner.file_mode,
                between=manner.between,
            )
            return _staged(target, temporary, item, transfer(job, manner.ways))


def _checked(found: os.stat_result | None, item: ImportItem) -> os.stat_result:
    if found is None:
        raise Gone(f"{item.source} is not there any more", remedy="was it removed or moved in the torrent client?")
    if not is_file(found):
        raise Refused(f"{item.source} is not a regular file", remedy="links in downloads are not followed")
    if found.st_size != item.size:
        raise Conflict(
            f"{item.source} has {found.st_size} bytes, but had {item.size} when its import was planned",
            remedy="it is planned anew",
        )
    return found


def _left_over(folder_fd: int, temporary: str, source: os.stat_result) -> bool:
    """Whether an earlier try left the very file. A copy that may be half is taken away."""
    found = look(folder_fd, temporary)
    if found is None:
        return False
    if os.path.samestat(found, source):
        return True
    os.unlink(temporary, dir_fd=folder_fd)
    return False


def _staged(folder_fd: int, temporary: str, item: ImportItem, way: str) -> ImportItem:
    """Make the name durable; what fails here has no use for the file."""
    try:
        sync(folder_fd)
        inode = os.stat(temporary, dir_fd=folder_fd, follow_symlinks=False).st_ino
    except OSError:
        with suppress(OSError):
            os.unlink(temporary, dir_fd=folder_fd)
        raise
    return item._replace(transfer=way, inode=inode)
