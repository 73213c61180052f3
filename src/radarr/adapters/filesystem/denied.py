"""Why the kernel will not make a hard link, and what a person can do about it."""

import grp
import os
import pwd
import stat
from pathlib import Path

from radarr.ports.errors import NotPermitted, PortError, Refused

_SETTING = Path("/proc/sys/fs/protected_hardlinks")


def link_denied(path: str, folder: int, name: str) -> PortError:
    """EPERM has two causes: the file is another user's (fs.protected_hardlinks), or the file system has no links."""
    found = os.stat(name, dir_fd=folder, follow_symlinks=False)
    if _may_write(folder, name) or found.st_uid == os.geteuid() or not _protected():
        return Refused(
            f"the file system will not make a hard link to {path}",
            remedy='it may have none (FAT, exFAT) or the file is immutable: allow "copy" in [library] transfer',
        )
    return NotPermitted(
        f"the kernel allows no hard link to {path}: it belongs to {_user(found.st_uid)}, and {_user(os.geteuid())} "
        "may not write it (fs.protected_hardlinks = 1)",
        remedy=_remedy(found),
    )


def _remedy(found: os.stat_result) -> str:
    """The group way first: it is the one that weakens nothing."""
    group, us = _group(found.st_gid), _user(os.geteuid())
    if found.st_gid in {os.getegid(), *os.getgroups()}:
        first = (
            f"{us} is in its group {group}: let the torrent client create files with UMask=0002, and chmod g+w these"
        )
    elif found.st_mode & stat.S_IWGRP:
        first = f"add {us} to its group {group}"
    else:
        first = f"add {us} to its group {group}, and let the torrent client create files with UMask=0002"
    return f'{first}; or set sysctl fs.protected_hardlinks=0; or allow "copy" in [library] transfer'


def _may_write(folder: int, name: str) -> bool:
    return os.access(name, os.R_OK | os.W_OK, dir_fd=folder, effective_ids=True)


def _protected() -> bool:
    try:
        return _SETTING.read_text("utf-8").strip() != "0"
    except OSError:  # no /proc in some containers: what it says there is the default
        return True


def _user(uid: int) -> str:
    try:
        return f"the user {pwd.getpwuid(uid).pw_name}"
    except KeyError:
        return f"the user {uid}"


def _group(gid: int) -> str:
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return str(gid)
