"""Rename without ever replacing: renameat2(RENAME_NOREPLACE), which Python does not offer."""

import ctypes
import errno
import os

from radarr.adapters.filesystem.folders import look

_NOREPLACE = 1
_NOT_KNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP})


def rename_new(name: str, new_name: str, *, src_dir_fd: int, dst_dir_fd: int) -> None:
    """Rename if `new_name` is free. Raises FileExistsError, and OSError as rename does.

    Kernels and file systems without the flag (NFS, some FUSE) are asked first and renamed then: what comes in
    between those two is lost, which no call there could prevent.
    """
    try:
        _renameat2(name, new_name, src_dir_fd, dst_dir_fd)
    except OSError as error:
        if error.errno not in _NOT_KNOWN:
            raise
        if look(dst_dir_fd, new_name) is not None:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new_name) from None
        os.rename(name, new_name, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd)


def _renameat2(name: str, new_name: str, src_dir_fd: int, dst_dir_fd: int) -> None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:  # musl before 1.2.6
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), name)
    if call(src_dir_fd, os.fsencode(name), dst_dir_fd, os.fsencode(new_name), _NOREPLACE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
