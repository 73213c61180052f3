"""The library's disks. Every act is safe to repeat, touches only its own paths, and is durable when it returns."""

from typing import NamedTuple, Protocol, runtime_checkable

from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import RootFolder


class SourceFile(NamedTuple):
    """A file outside the library; `path` is absolute and real, size in bytes."""

    path: str
    size: int
    inode: int
    device: int


class DiskUse(NamedTuple):
    """A file system, as seen from a folder: bytes free for us and in all, and whether we may write into the folder.

    `device` is the kernel's number of the file system: another one is another disk.
    """

    free: int
    total: int
    device: int = 0
    read_only: bool = False
    writable: bool = True


@runtime_checkable
class Files(Protocol):
    """Paths named `relative` are relative to a root folder, `/`-separated; one that would leave it is Refused.

    Raises Unavailable (the root's disk is away, or its sentinel is missing or another's), NoSpace,
    NotPermitted, Conflict (a stranger's file has that name), Gone.
    """

    async def add_root(self, path: str) -> RootFolder:
        """Make a folder a root: write its sentinel file, or read the one that is there."""
        ...

    async def check_root(self, root: RootFolder) -> None:
        """Return if the root is there, writable, and is the one we know. Raises Unavailable, NotPermitted."""
        ...

    async def free_space(self, root: RootFolder) -> int:
        """Bytes free for us."""
        ...

    async def disk(self, path: str) -> DiskUse:
        """The disk below any folder, by its whole path; writes nothing, no access time either. Raises Gone."""
        ...

    async def try_link(self, folder: str, root: RootFolder, name: str = "") -> None:
        """Return if a file of `folder` can be hard-linked into the root; what is made for it is gone afterwards.

        `name` is a file below the folder; without one it is a file of ours, which cannot show that the kernel would
        refuse a link to another user's. Raises Refused and NotPermitted with the reason why not, and Unavailable
        and Gone where it could not be tried.
        """
        ...

    async def sources(self, base: str, names: tuple[str, ...]) -> tuple[SourceFile, ...]:
        """Regular files below `base`, in order; NFC and NFD names match. Links are refused, missing ones are Gone."""
        ...

    async def size(self, root: RootFolder, relative: str) -> int | None:
        """The size of a library file; None if it is not there."""
        ...

    async def stage(self, root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
        """Put the source complete under its temporary name by the first way of `transfer` that works.

        Ways: hardlink, reflink, copy. Returns the item with `transfer` and `inode` filled in. A temporary file
        left by an earlier try is taken if it is the source's inode, else made anew.
        """
        ...

    async def publish(self, root: RootFolder, item: ImportItem) -> None:
        """Give the staged file its final name and take the temporary one away.

        Done already (the final name has the item's inode) is no error. Conflict: another file has that name.
        """
        ...

    async def recycle(self, root: RootFolder, relative: str, recycled: str) -> None:
        """Move a library file to its place in the recycle folder. Already there is no error."""
        ...

    async def restore(self, root: RootFolder, recycled: str, relative: str) -> None:
        """The way back of `recycle`. Conflict: another file has that name."""
        ...

    async def discard(self, root: RootFolder, relative: str) -> None:
        """Remove a temporary file of an import. Not there is no error; a name that is not temporary is Refused."""
        ...
