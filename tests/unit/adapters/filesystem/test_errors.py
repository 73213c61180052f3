"""What the operating system says, in the port's words."""

import errno
import os

import pytest

from radarr.adapters.filesystem.errors import os_errors, translated
from radarr.ports.errors import Conflict, Gone, NoSpace, NotPermitted, PortError, Refused, Unavailable


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, NoSpace),
        (errno.EDQUOT, NoSpace),
        (errno.EROFS, NotPermitted),
        (errno.EACCES, NotPermitted),
        (errno.EPERM, NotPermitted),
        (errno.ENOENT, Gone),
        (errno.ELOOP, Refused),
        (errno.ENOTDIR, Refused),
        (errno.ENAMETOOLONG, Refused),
        (errno.EEXIST, Conflict),
        (errno.EISDIR, Conflict),
        (errno.EIO, Unavailable),
        (errno.ESTALE, Unavailable),
        (errno.ENOTCONN, Unavailable),
    ],
    ids=errno.errorcode.get,
)
def test_every_mishap_of_a_disk_has_its_kind(number: int, kind: type[PortError]) -> None:
    error = translated(OSError(number, os.strerror(number)), "the film cannot be moved")
    assert type(error) is kind
    assert error.message.startswith("the film cannot be moved: ")
    assert error.remedy or kind is Gone


def test_a_mishap_keeps_its_cause() -> None:
    with pytest.raises(NoSpace) as raised, os_errors("x"):
        raise OSError(errno.ENOSPC, "full")
    assert isinstance(raised.value.__cause__, OSError)
