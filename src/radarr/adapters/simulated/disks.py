"""Disks in memory: folders, files with inodes, links, and what goes wrong with disks."""

from dataclasses import dataclass, field
from itertools import count

from radarr.ports.errors import NotPermitted, Refused


@dataclass(eq=False)
class Folder:
    """A folder; what it holds is known by its path."""


@dataclass(eq=False)
class Symlink:
    """A symbolic link, which nobody follows."""

    target: str


@dataclass(eq=False)
class Inode:
    """A file, under however many names; size in bytes, which may be more than its content."""

    number: int
    size: int
    content: bytes = b""


Entry = Folder | Symlink | Inode


@dataclass(eq=False, kw_only=True)
class Disk:
    """A file system and the ways in which it can fail; set its fields at any time."""

    number: int
    mount: str
    capacity: int = 1 << 50
    read_only: bool = False
    away: bool = False
    """Not mounted: its mount point is an empty folder of the disk above."""
    hard_links: bool = True
    reflinks: bool = False


@dataclass(eq=False)
class DiskTree:
    """All disks under one `/`. Paths are absolute, without `.` and `..`."""

    entries: dict[str, Entry] = field(default_factory=lambda: {"/": Folder()})
    disks: list[Disk] = field(default_factory=lambda: [Disk(number=1, mount="/")])
    numbers: "count[int]" = field(default_factory=lambda: count(1000))

    def mount(self, path: str, *, capacity: int = 1 << 50) -> Disk:
        """A new disk at a path."""
        self.folder(path)
        disk = Disk(number=len(self.disks) + 1, mount=path, capacity=capacity)
        self.disks.append(disk)
        return disk

    def disk(self, path: str) -> Disk:
        """The disk that a path is on; one that is away hides nothing."""
        over = [disk for disk in self.disks if not disk.away and _below(path, disk.mount)]
        return max(over, key=lambda disk: len(disk.mount))

    def look(self, path: str) -> Entry | None:
        """What is there. Raises Refused if the way to it leads through a link or a file."""
        if any(disk.away and path != disk.mount and _below(path, disk.mount) for disk in self.disks):
            return None
        for parent in parents(path):
            entry = self.entries.get(parent)
            if entry is None:
                return None
            if not isinstance(entry, Folder):
                raise Refused(f"{parent} is a link or a file, not a folder", remedy="links are not followed")
        return self.entries.get(path)

    def folder(self, path: str) -> None:
        """Make a folder and those above it. Raises NotPermitted, Refused."""
        for each in (*parents(path), path):
            entry = self.entries.get(each)
            if entry is None:
                self.writable(each)
                self.entries[each] = Folder()
            elif not isinstance(entry, Folder):
                raise Refused(f"{each} is a link or a file, not a folder", remedy="links are not followed")

    def put(self, path: str, content: bytes = b"", *, size: int | None = None) -> Inode:
        """Put a new file there, in place of what was."""
        self.folder(path.rpartition("/")[0] or "/")
        self.writable(path)
        inode = Inode(next(self.numbers), len(content) if size is None else size, content)
        self.entries[path] = inode
        return inode

    def symlink(self, path: str, target: str) -> None:
        """Put a symbolic link there."""
        self.folder(path.rpartition("/")[0] or "/")
        self.entries[path] = Symlink(target)

    def rename(self, path: str, new: str) -> None:
        """Give the entry another name."""
        self.writable(path)
        self.writable(new)
        self.entries[new] = self.entries.pop(path)

    def remove(self, path: str) -> None:
        """Take one name away."""
        self.writable(path)
        del self.entries[path]

    def names(self, path: str) -> list[str]:
        """What a folder holds, in order."""
        top = path.rstrip("/")
        below = (each.removeprefix(f"{top}/") for each in self.entries if each.startswith(f"{top}/"))
        return sorted(name for name in below if name and "/" not in name and self.look(f"{top}/{name}"))

    def free(self, path: str) -> int:
        """Bytes free on the disk of a path; every inode counts once."""
        disk = self.disk(path)
        here = {entry for each, entry in self.entries.items() if self.disk(each) is disk and isinstance(entry, Inode)}
        return max(0, disk.capacity - sum(inode.size for inode in here))

    def writable(self, path: str) -> None:
        """Raises NotPermitted if the disk of a path is read-only."""
        if self.disk(path).read_only:
            raise NotPermitted(f"{path} is on a read-only file system", remedy="mount it writable")


def parents(path: str) -> list[str]:
    """The folders above a path, topmost first."""
    parts = path.strip("/").split("/")[:-1]
    return ["/", *(f"/{'/'.join(parts[: end + 1])}" for end in range(len(parts)))] if path != "/" else []


def _below(path: str, mount: str) -> bool:
    return path == mount or path.startswith(f"{mount.rstrip('/')}/")
