"""The same small world twice: a library and a download folder, in memory and on the disk."""

import os
from pathlib import Path
from typing import Protocol

from radarr.adapters.filesystem import LibraryFiles
from radarr.adapters.simulated.disks import Inode
from radarr.adapters.simulated.files import MemoryFiles
from radarr.domain.importing.journal import ImportItem
from radarr.domain.movie import RootFolder
from radarr.ports.files import Files

FOLDER = "The Film (2020)"
TEMPORARY = f"{FOLDER}/.radarr-7-1-0.part"
TARGET = f"{FOLDER}/The Film (2020).mkv"
RECYCLED = f".radarr-recycle/2026-01-01/7-1/{TARGET}"
FILM = b"a film" * 1000


class World(Protocol):
    """Look at the disk, and change it behind the daemon's back. Paths are absolute."""

    files: Files
    library: str
    downloads: str

    def put(self, path: str, content: bytes = FILM) -> None: ...
    def symlink(self, path: str, target: str) -> None: ...
    def link(self, path: str, new: str) -> None: ...
    def remove(self, path: str) -> None: ...
    def read(self, path: str) -> bytes | None: ...
    def inode(self, path: str) -> int: ...
    def names(self, path: str) -> list[str]: ...


class MemoryWorld:
    """In memory."""

    library, downloads = "/data/library", "/data/downloads"

    def __init__(self) -> None:
        self.files = MemoryFiles()
        self.tree = self.files.tree
        self.tree.folder(self.library)
        self.tree.folder(self.downloads)

    def put(self, path: str, content: bytes = FILM) -> None:
        self.tree.put(path, content)

    def symlink(self, path: str, target: str) -> None:
        self.tree.symlink(path, target)

    def link(self, path: str, new: str) -> None:
        self.tree.entries[new] = self.tree.entries[path]

    def remove(self, path: str) -> None:
        self.tree.remove(path)

    def read(self, path: str) -> bytes | None:
        entry = self.tree.look(path)
        return entry.content if isinstance(entry, Inode) else None

    def inode(self, path: str) -> int:
        entry = self.tree.look(path)
        assert isinstance(entry, Inode)
        return entry.number

    def names(self, path: str) -> list[str]:
        return self.tree.names(path)


class DiskWorld:
    """On the disk, below a folder."""

    def __init__(self, top: Path, *, library: Path | None = None) -> None:
        self.files = LibraryFiles(minimum_free=0)
        self.library, self.downloads = str(library or top / "library"), str(top / "downloads")
        for folder in (self.library, self.downloads):
            Path(folder).mkdir(exist_ok=True)

    def put(self, path: str, content: bytes = FILM) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).unlink(missing_ok=True)
        Path(path).write_bytes(content)

    def symlink(self, path: str, target: str) -> None:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).symlink_to(target)

    def link(self, path: str, new: str) -> None:
        os.link(path, new)

    def remove(self, path: str) -> None:
        Path(path).unlink()

    def read(self, path: str) -> bytes | None:
        return Path(path).read_bytes() if Path(path).is_file() else None

    def inode(self, path: str) -> int:
        return Path(path).stat().st_ino

    def names(self, path: str) -> list[str]:
        return sorted(entry.name for entry in Path(path).iterdir()) if Path(path).is_dir() else []


async def root_of(world: World) -> RootFolder:
    """The world's library as a root."""
    return await world.files.add_root(world.library)


def film(world: World, name: str = "film.mkv") -> ImportItem:
    """A downloaded film and where it goes."""
    world.put(f"{world.downloads}/{name}")
    return ImportItem(source=f"{world.downloads}/{name}", temporary=TEMPORARY, target=TARGET, size=len(FILM))


async def published(world: World, root: RootFolder) -> ImportItem:
    """A film that has come into the library."""
    item = await world.files.stage(root, film(world), ("hardlink",))
    await world.files.publish(root, item)
    return item
