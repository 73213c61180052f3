"""Give files their final names, and take them away again: only ever to a name that is free.

A rename over another file destroys it; a rename between two names of one inode does nothing at all and says
nothing. So a file is published by `link()`, which fails where the name is taken, and by removing the old name;
where there are no links, by a rename that does not replace.
"""

import errno
import os
from contextlib import suppress

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import folder, is_file, look, sync
from radarr.adapters.filesystem.renaming import rename_new
from radarr.domain.importing.journal import ImportItem
from radarr.ports.errors import Conflict, Gone, PortError, Refused

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK})


def publish(root: int, item: ImportItem) -> None:
    """See ports.files."""
    *above, temporary = item.temporary.split("/")
    *folders, final = item.target.split("/")
    with os_errors(f"{item.target} cannot be published"):
        staged = _peek(root, above, temporary)
        if staged is None:
            _check_published(_peek(root, folders, final), item)
            _sync_both(root, above, folders)
            return
        if not is_file(staged) or staged.st_size != item.size:
            raise Conflict(f"{item.temporary} is not the file that was staged", remedy="it is imported anew")
        with folder(root, above) as source, folder(root, folders, create=True) as target:
            _give_name(source, temporary, target, final, item)
            sync(target)
            _take_name(source, temporary)
            sync(source)


def move(root: int, relative: str, new: str) -> None:
    """Rename a file inside a root. Done already is no error. Raises Gone, Conflict, Refused."""
    *above, name = relative.split("/")
    *folders, new_name = new.split("/")
    with os_errors(f"{relative} cannot be moved to {new}"):
        moved = _peek(root, folders, new_name)
        found = _peek(root, above, name)
        if found is None:
            if moved is None:
                raise Gone(f"{relative} is not there any more")
            _sync_both(root, above, folders)
            return
        if not is_file(found):
            raise Refused(f"{relative} is not a regular file", remedy="put the file itself there, not a link")
        if moved is not None and not os.path.samestat(found, moved):
            raise taken(new)
        with folder(root, above) as source, folder(root, folders, create=True) as target:
            if moved is None:
                _rename(source, name, target, new_name, new)
            else:  # two names of one file, of which a rename would leave both
                _take_name(source, name)
            sync(target)
            sync(source)


def taken(relative: str) -> PortError:
    """Somebody else's file has a name that we want."""
    return Conflict(f"{relative} is there already, and is not ours", remedy="move it away, or adopt it")


def _check_published(found: os.stat_result | None, item: ImportItem) -> None:
    if found is None:
        raise Gone(f"{item.temporary} is not there any more", remedy="it is imported anew")
    if not is_file(found) or item.inode is None or found.st_ino != item.inode:
        raise taken(item.target)


def _give_name(source: int, temporary: str, target: int, final: str, item: ImportItem) -> None:
    try:
        os.link(temporary, final, src_dir_fd=source, dst_dir_fd=target, follow_symlinks=False)
    except FileExistsError as error:
        there, staged = look(target, final), look(source, temporary)
        if there is None or staged is None or not os.path.samestat(there, staged):
            raise taken(item.target) from error
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _rename(source, temporary, target, final, item.target)


def _rename(source: int, name: str, target: int, new_name: str, new: str) -> None:
    try:
        rename_new(name, new_name, src_dir_fd=source, dst_dir_fd=target)
    except FileExistsError as error:
        raise taken(new) from error


def _take_name(fd: int, name: str) -> None:
    """Remove the old name; after a rename there is none."""
    with suppress(FileNotFoundError):
        os.unlink(name, dir_fd=fd)


def _peek(root: int, folders: list[str], name: str) -> os.stat_result | None:
    try:
        with folder(root, folders) as fd:
            return look(fd, name)
    except FileNotFoundError:
        return None


def _sync_both(root: int, *paths: list[str]) -> None:
    for parts in paths:
        try:
            with folder(root, parts) as fd:
                sync(fd)
        except FileNotFoundError:
            continue
