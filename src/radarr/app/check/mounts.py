"""Which file system a path lies on, as the kernel tells it."""

import re
from pathlib import Path

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "virtiofs"})
_ESCAPED = re.compile(r"\\([0-7]{3})")


def file_system(path: str, table: str) -> str:
    """The type of the file system of a real path, from the text of /proc/self/mountinfo; "" if it is not told."""
    best, kind = "", ""
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split()
        if len(fields) < 5 or not right:  # noqa: PLR2004 - id, parent, device, root, mount point
            continue
        point = _ESCAPED.sub(lambda match: chr(int(match[1], 8)), fields[4])
        inside = path == point or path.startswith(f"{point.rstrip('/')}/")
        if inside and len(point) >= len(best):  # of two at one point the later one hides the earlier
            best, kind = point, right.split()[0]
    return kind


def mount_table() -> str:
    """The kernel's; "" where there is none."""
    try:
        return Path("/proc/self/mountinfo").read_text("utf-8", "replace")
    except OSError:
        return ""


def is_remote(kind: str) -> bool:
    """Whether locks on it depend on a network, or on a program of a person."""
    return kind in _NETWORK or kind.startswith("fuse")
