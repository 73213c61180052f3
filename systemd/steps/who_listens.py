# noqa: INP001 - a program of its own
"""Names the program that listens on a TCP port: `who_listens.py PORT`. Exit code 1: nobody does.

Reads /proc, since `ss` is not on every machine.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

LISTENING = "0A"


def sockets(port: int) -> Iterator[str]:
    """The inodes of the sockets that listen there."""
    for table in ("tcp", "tcp6"):
        try:
            lines = Path("/proc/net", table).read_text().splitlines()[1:]
        except OSError:
            continue
        for fields in map(str.split, lines):
            if fields[3] == LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                yield fields[9]


def holder(inodes: set[str]) -> str:
    """The program's name and process number; what of it can be seen."""
    targets = {f"socket:[{inode}]" for inode in inodes}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(str(fd.readlink()) in targets for fd in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} (pid {process.name})"
        except OSError:
            continue
    return "another program"


def main() -> int:
    """Print the holder."""
    inodes = set(sockets(int(sys.argv[1])))
    if inodes:
        print(holder(inodes))  # noqa: T201 - this is its answer
    return 0 if inodes else 1


if __name__ == "__main__":
    sys.exit(main())
