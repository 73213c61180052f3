"""The one place where OSError becomes an error of the port."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from radarr.ports.errors import Conflict, Gone, NoSpace, NotPermitted, PortError, Refused, Unavailable


class _Meaning(NamedTuple):
    kind: type[PortError]
    words: str
    remedy: str


_FULL = _Meaning(NoSpace, "the disk is full", "free some space; it is tried again")
_READ_ONLY = _Meaning(
    NotPermitted, "the file system is read-only", "mount it writable, or add it to the unit's ReadWritePaths"
)
_NOT_OURS = _Meaning(
    NotPermitted,
    "permission denied",
    "give the daemon's user, or one of its groups, the right to read and write there",
)
_NO_FOLDER = _Meaning(
    Refused, "a part of the path is a link or a file, not a folder", "links are not followed: use real folders"
)
_MEANINGS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _Meaning(NoSpace, "the user's quota is used up", "raise the quota or free some space"),
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _NOT_OURS,
    errno.EPERM: _NOT_OURS,
    errno.ENOENT: _Meaning(Gone, "it is not there any more", ""),
    errno.ENOTDIR: _NO_FOLDER,
    errno.ELOOP: _NO_FOLDER,
    errno.ENAMETOOLONG: _Meaning(Refused, "a name is too long for the file system", "use shorter formats of names"),
    errno.EINVAL: _Meaning(Refused, "the file system does not take that name", "set [library] colon to smart or dash"),
    errno.EEXIST: _Meaning(Conflict, "something else has that name", "move it away"),
    errno.EISDIR: _Meaning(Conflict, "a folder has that name", "move it away"),
    errno.EXDEV: _Meaning(Refused, "another disk is mounted in between", "a root folder must lie on one file system"),
}


def translated(error: OSError, what: str) -> PortError:
    """The port's error for `what` failed so; what is not known here may pass (a disk away, an I/O error)."""
    meaning = _MEANINGS.get(error.errno or 0)
    if meaning is None:
        reason = os.strerror(error.errno).lower() if error.errno else "it failed"
        return Unavailable(f"{what}: {reason}", remedy="see whether the disk is mounted and sound")
    return meaning.kind(f"{what}: {meaning.words}", remedy=meaning.remedy)


@contextmanager
def os_errors(what: str) -> Iterator[None]:
    """Translate what the operating system says inside; `what` begins the message, as in "x cannot be read"."""
    try:
        yield
    except OSError as error:
        raise translated(error, what) from error
