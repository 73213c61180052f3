"""The library's files in memory, behaving as a disk does, for tests of what uses them."""

import unicodedata
from uuid import UUID, uuid4

from radarr.adapters.simulated.disks import DiskTree, Folder, Inode
from radarr.domain.importing.journal import ImportItem
from radarr.domain.importing.places import SENTINEL, Place, misplaced, unsafe
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Conflict, Gone, NoSpace, PortError, Refused, Unavailable
from radarr.ports.files import DiskUse, SourceFile

_ONE_DISK = 'put both on one file system that has hard links, or allow "copy" in [library] transfer'


class MemoryFiles:
    """`tree` holds the disks: put downloads there, look at the library, let disks fail."""

    def __init__(self, tree: DiskTree | None = None, *, minimum_free: int = 0) -> None:
        self.tree = tree or DiskTree()
        self._minimum_free = minimum_free

    async def add_root(self, path: str) -> RootFolder:
        """See ports.files."""
        path = path.rstrip("/")
        if not path.startswith("/") or unsafe(path[1:]):
            raise Refused(f"{path or '/'} cannot be a root folder", remedy="name a folder by its whole path, below /")
        if not isinstance(self.tree.look(path), Folder):
            raise Refused(f"{path} is no folder", remedy="create the folder, or mount its disk")
        self.tree.writable(path)
        if self._sentinel(path) is None:
            self.tree.put(f"{path}/{SENTINEL}", f"{uuid4()}\n".encode())
        sentinel = self._sentinel(path) or ""
        try:
            UUID(sentinel)
        except ValueError as error:
            raise Conflict(f"{path}/{SENTINEL} does not hold a UUID", remedy="it is not ours: move it away") from error
        return RootFolder(path=path, sentinel=sentinel)

    async def check_root(self, root: RootFolder) -> None:
        """See ports.files."""
        self._there(root)
        self.tree.writable(root.path)

    async def free_space(self, root: RootFolder) -> int:
        """See ports.files."""
        self._there(root)
        return self.tree.free(root.path)

    async def disk(self, path: str) -> DiskUse:
        """See ports.files."""
        if not isinstance(self.tree.look(path), Folder):
            raise Gone(f"{path} is not there", remedy="create the folder, or mount its disk")
        disk = self.tree.disk(path)
        return DiskUse(
            free=self.tree.free(path),
            total=disk.capacity,
            device=disk.number,
            read_only=disk.read_only,
            writable=not disk.read_only,
        )

    async def try_link(self, folder: str, root: RootFolder, name: str = "") -> None:
        """See ports.files."""
        self._there(root)
        await self.sources(folder, (name,) if name else ())
        self.tree.writable(root.path)
        if not name and self.tree.disk(folder).read_only:
            raise Unavailable(f"no file can be made in {folder} to try a hard link with")
        if self.tree.disk(folder) is not self.tree.disk(root.path):
            raise Refused(f"{folder} and the library are on different file systems", remedy=_ONE_DISK)
        if not self.tree.disk(folder).hard_links:
            raise Refused("the library's file system has no hard links", remedy=_ONE_DISK)

    async def sources(self, base: str, names: tuple[str, ...]) -> tuple[SourceFile, ...]:
        """See ports.files."""
        for name in names:
            if problem := unsafe(name):
                raise Refused(f"the download's file {name!r} cannot be used: {problem}")
        if not base.startswith("/"):
            raise Refused(f"{base!r} is not the whole path of a folder")
        if not isinstance(self.tree.look(base), Folder):
            raise Gone(f"the download folder {base} is not there")
        return tuple(self._source(base, name) for name in names)

    async def size(self, root: RootFolder, relative: str) -> int | None:
        """See ports.files."""
        _refuse_unless(relative, "library", "recycled")
        self._there(root)
        inode = self._inode(_path(root, relative))
        return inode.size if inode else None

    async def stage(self, root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
        """See ports.files."""
        _refuse_item(item)
        self._there(root)
        source = self._inode(item.source)
        if source is None:
            raise Gone(f"{item.source} is not there any more")
        if source.size != item.size:
            raise Conflict(f"{item.source} has {source.size} bytes, but had {item.size} when its import was planned")
        temporary = _path(root, item.temporary)
        self.tree.folder(temporary.rpartition("/")[0])
        there = self.tree.look(temporary)
        if there is source:
            return item._replace(transfer="hardlink", inode=source.number)
        if there is not None:
            self.tree.remove(temporary)
        way = self._transfer(item.source, source, temporary, transfer)
        staged = self._inode(temporary)
        return item._replace(transfer=way, inode=staged.number if staged else None)

    async def publish(self, root: RootFolder, item: ImportItem) -> None:
        """See ports.files."""
        _refuse_item(item)
        self._there(root)
        temporary, final = _path(root, item.temporary), _path(root, item.target)
        staged, there = self.tree.look(temporary), self.tree.look(final)
        if staged is None:
            if there is None:
                raise Gone(f"{item.temporary} is not there any more")
            if not isinstance(there, Inode) or there.number != item.inode:
                raise _taken(item.target)
        elif not isinstance(staged, Inode) or staged.size != item.size:
            raise Conflict(f"{item.temporary} is not the file that was staged")
        elif there is staged:
            self.tree.remove(temporary)
        elif there is not None:
            raise _taken(item.target)
        else:
            self.tree.folder(final.rpartition("/")[0])
            self.tree.rename(temporary, final)

    async def recycle(self, root: RootFolder, relative: str, recycled: str) -> None:
        """See ports.files."""
        self._move(root, relative, recycled, library=relative, recycled=recycled)

    async def restore(self, root: RootFolder, recycled: str, relative: str) -> None:
        """See ports.files."""
        self._move(root, recycled, relative, library=relative, recycled=recycled)

    async def discard(self, root: RootFolder, relative: str) -> None:
        """See ports.files."""
        _refuse_unless(relative, "temporary")
        self._there(root)
        if self.tree.look(_path(root, relative)) is not None:
            self.tree.remove(_path(root, relative))

    def _move(self, root: RootFolder, relative: str, new: str, *, library: str, recycled: str) -> None:
        _refuse_unless(library, "library")
        _refuse_unless(recycled, "recycled")
        self._there(root)
        found, moved = self._inode(_path(root, relative)), self.tree.look(_path(root, new))
        if found is None:
            if moved is None:
                raise Gone(f"{relative} is not there any more")
        elif moved is found:
            self.tree.remove(_path(root, relative))
        elif moved is not None:
            raise _taken(new)
        else:
            self.tree.folder(_path(root, new).rpartition("/")[0])
            self.tree.rename(_path(root, relative), _path(root, new))

    def _transfer(self, path: str, source: Inode, temporary: str, ways: tuple[str, ...]) -> str:
        disk = self.tree.disk(temporary)
        same = self.tree.disk(path) is disk
        self.tree.writable(temporary)
        for way in ways:
            if way == "hardlink" and same and disk.hard_links:
                self.tree.entries[temporary] = source
                return way
            if way == "reflink" and same and disk.reflinks:
                self.tree.put(temporary, source.content, size=source.size)
                return way
            if way == "copy":
                if self.tree.free(temporary) - source.size < self._minimum_free:
                    raise NoSpace(f"{path} of {source.size} bytes does not fit", remedy="free some space")
                self.tree.put(temporary, source.content, size=source.size)
                return way
        raise Refused(f"{path} can be brought in by none of {ways}", remedy='allow "copy" in [library] transfer')

    def _source(self, base: str, name: str) -> SourceFile:
        path = base.rstrip("/")
        for part in name.split("/"):
            if part.endswith(".!qB"):
                raise _incomplete(f"{path}/{part}")
            path = f"{path}/{self._actual(path, part)}"
        inode = self._inode(path)
        if inode is None:
            raise Gone(f"{path} is not there")
        return SourceFile(path=path, size=inode.size, inode=inode.number, device=self.tree.disk(path).number)

    def _actual(self, folder: str, name: str) -> str:
        if self.tree.look(f"{folder}/{name}") is not None:
            return name
        there = self.tree.names(folder)
        for other in there:
            if unicodedata.normalize("NFC", other) == unicodedata.normalize("NFC", name):
                return other
        if f"{name}.!qB" in there:
            raise _incomplete(f"{folder}/{name}.!qB")
        raise Gone(f"{folder}/{name} is not there: {folder} holds {', '.join(there) or 'nothing'}")

    def _inode(self, path: str) -> Inode | None:
        """The file there, None if there is nothing. Raises Refused for a link or a folder."""
        entry = self.tree.look(path)
        if entry is not None and not isinstance(entry, Inode):
            raise Refused(f"{path} is not a regular file", remedy="links are not followed")
        return entry

    def _sentinel(self, path: str) -> str | None:
        inode = self._inode(f"{path}/{SENTINEL}")
        return inode.content.decode().strip() if inode else None

    def _there(self, root: RootFolder) -> None:
        found = self._sentinel(root.path)
        if found != root.sentinel:
            how = f"holds another {SENTINEL}" if found else f"has no {SENTINEL} file"
            raise Unavailable(f"the root {root.path} {how}: nothing is written", remedy="is the disk mounted?")


def _path(root: RootFolder, relative: str) -> str:
    return f"{root.path}/{relative}"


def _refuse_unless(relative: str, *places: Place) -> None:
    problems = [misplaced(relative, place) for place in places]
    if all(problems):
        raise Refused(f"{relative!r} is not touched: {problems[0]}", remedy="the import must be planned anew")


def _refuse_item(item: ImportItem) -> None:
    _refuse_unless(item.temporary, "temporary")
    _refuse_unless(item.target, "library")


def _taken(relative: str) -> PortError:
    return Conflict(f"{relative} is there already, and is not ours", remedy="move it away, or adopt it")


def _incomplete(path: str) -> PortError:
    return Unavailable(f"{path} is not complete yet", remedy="it is looked for again once the client has finished it")
