"""Who we are, and what the kernel lets us do with files of others."""

import grp
import os
import pwd
from collections.abc import Iterator
from pathlib import Path

from radarr.app.check.finding import Finding, ok

_AREA = "permissions"
_GROUP_WRITES = 0o020
_SETTING = Path("/proc/sys/fs/protected_hardlinks")


def permissions() -> Iterator[Finding]:
    """Of the user who asks, which ought to be the daemon's."""
    if os.geteuid() == 0:
        yield Finding(
            _AREA,
            "notice",
            "this runs as root, who may do what the daemon may not",
            "run it as the daemon's user, as in `sudo -u radarr-daemon radarr check`; the daemon needs no root either",
        )
    else:
        yield ok(_AREA, f"this runs as {_user(os.geteuid())}, in the groups {_groups()}")
    mask = _umask(Path("/proc/self/status"))
    if mask is not None and mask & _GROUP_WRITES:
        yield Finding(
            _AREA,
            "notice",
            f"the umask is {mask:04o}: what the daemon makes, others of its group cannot change",
            "give the daemon UMask=0002 if media player or client are to rename or delete films",
        )
    elif mask is not None:
        yield ok(_AREA, f"the umask is {mask:04o}")
    yield ok(_AREA, f"fs.protected_hardlinks is {_protected()}")


def _umask(status: Path) -> int | None:
    """As the kernel tells it: to ask by setting one would change that of every thread."""
    try:
        lines = status.read_text("ascii", "replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1], 8) for line in lines if line.startswith("Umask:")), None)


def _protected() -> str:
    try:
        value = _SETTING.read_text("ascii").strip()
    except OSError:
        return "not to be seen here, and on by default"
    return f"{value}: {_MEANING.get(value, 'unknown')}"


_MEANING = {
    "0": "files of other users may be hard-linked",
    "1": "files of other users may be hard-linked only where we may write them",
}


def _user(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid {uid}"


def _groups() -> str:
    return ", ".join(_group(gid) for gid in sorted({os.getegid(), *os.getgroups()}))


def _group(gid: int) -> str:
    try:
        return grp.getgrgid(gid).gr_name
    except KeyError:
        return f"gid {gid}"
