"""The library's files on a real disk; blocking calls run in threads."""

import os
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import anyio
from anyio import from_thread, to_thread

from radarr.adapters.filesystem import roots, sources
from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import folder, free_bytes, is_file, look, sync
from radarr.adapters.filesystem.looking import disk_use, try_link
from radarr.adapters.filesystem.moving import move, publish
from radarr.adapters.filesystem.roots import opened_root
from radarr.adapters.filesystem.staging import Manner, stage
from radarr.domain.importing.journal import ImportItem
from radarr.domain.importing.places import Place, misplaced
from radarr.domain.movie import RootFolder
from radarr.ports.errors import Refused
from radarr.ports.files import DiskUse, SourceFile

_T = TypeVar("_T")
_THREADS = 4


class LibraryFiles:
    """`minimum_free`: bytes that a copy must leave free; `file_mode`: of files that are ours alone, None by umask.

    An act that is cancelled is carried out all the same, but for a copy, which ends at its next piece and is
    taken away.
    """

    def __init__(self, minimum_free: int = 500 << 20, file_mode: int | None = None) -> None:
        self._minimum_free = minimum_free
        self._file_mode = file_mode
        self._threads = anyio.CapacityLimiter(_THREADS)  # a disk that hangs takes these, and no others
        self._looks: dict[str, anyio.CapacityLimiter] = {}

    async def add_root(self, path: str) -> RootFolder:
        """See ports.files."""
        return await self._run(partial(roots.add, path))

    async def check_root(self, root: RootFolder) -> None:
        """See ports.files."""
        await self._look(root.path, partial(_check, root))

    async def free_space(self, root: RootFolder) -> int:
        """See ports.files."""
        return await self._run(partial(_free, root))

    async def disk(self, path: str) -> DiskUse:
        """See ports.files."""
        return await self._look(path, partial(disk_use, path))

    async def try_link(self, folder: str, root: RootFolder, name: str = "") -> None:
        """See ports.files."""
        await self._look(f"{folder} {root.path}", partial(_on, root, partial(try_link, folder=folder, name=name)))

    async def sources(self, base: str, names: tuple[str, ...]) -> tuple[SourceFile, ...]:
        """See ports.files."""
        return await self._run(partial(sources.find, base, names))

    async def size(self, root: RootFolder, relative: str) -> int | None:
        """See ports.files."""
        _refuse_unless(relative, "library", "recycled")
        return await self._run(partial(_size, root, relative))

    async def stage(self, root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
        """See ports.files."""
        _refuse_unless(item.temporary, "temporary")
        _refuse_unless(item.target, "library")
        manner = Manner(transfer, self._minimum_free, self._file_mode, from_thread.check_cancelled)
        return await self._run(partial(_on, root, partial(stage, item=item, manner=manner)))

    async def publish(self, root: RootFolder, item: ImportItem) -> None:
        """See ports.files."""
        _refuse_unless(item.temporary, "temporary")
        _refuse_unless(item.target, "library")
        await self._run(partial(_on, root, partial(publish, item=item)))

    async def recycle(self, root: RootFolder, relative: str, recycled: str) -> None:
        """See ports.files."""
        _refuse_unless(relative, "library")
        _refuse_unless(recycled, "recycled")
        await self._run(partial(_on, root, partial(move, relative=relative, new=recycled)))

    async def restore(self, root: RootFolder, recycled: str, relative: str) -> None:
        """See ports.files."""
        _refuse_unless(relative, "library")
        _refuse_unless(recycled, "recycled")
        await self._run(partial(_on, root, partial(move, relative=recycled, new=relative)))

    async def discard(self, root: RootFolder, relative: str) -> None:
        """See ports.files."""
        _refuse_unless(relative, "temporary")
        await self._run(partial(_discard, root, relative))

    async def _run(self, act: Callable[[], _T]) -> _T:
        return await to_thread.run_sync(act, limiter=self._threads)

    async def _look(self, place: str, act: Callable[[], _T]) -> _T:
        """For what changes nothing: who has waited long enough may leave; the thread ends when the disk answers.

        One thread for each place: however often a disk that hangs is looked at, the others can be, too.
        """
        limiter = self._looks.setdefault(place, anyio.CapacityLimiter(1))
        return await to_thread.run_sync(act, limiter=limiter, abandon_on_cancel=True)


def _refuse_unless(relative: str, *places: Place) -> None:
    problems = [misplaced(relative, place) for place in places]
    if all(problems):
        raise Refused(f"{relative!r} is not touched: {problems[0]}", remedy="the import must be planned anew")


def _on(root: RootFolder, act: Callable[[int], _T]) -> _T:
    with opened_root(root) as fd:
        return act(fd)


def _check(root: RootFolder) -> None:
    with opened_root(root) as fd, os_errors(f"the root {root.path} cannot be used"):
        roots.writable(fd, root.path)


def _free(root: RootFolder) -> int:
    with opened_root(root) as fd, os_errors(f"the root {root.path} cannot be measured"):
        return free_bytes(fd)


def _size(root: RootFolder, relative: str) -> int | None:
    *folders, name = relative.split("/")
    with opened_root(root) as top, os_errors(f"{relative} cannot be looked at"):
        try:
            with folder(top, folders) as fd:
                found = look(fd, name)
        except FileNotFoundError:
            return None
    if found is not None and not is_file(found):
        raise Refused(f"{relative} is not a regular file", remedy="put the file itself there, not a link")
    return found.st_size if found else None


def _discard(root: RootFolder, relative: str) -> None:
    *folders, name = relative.split("/")
    with opened_root(root) as top, os_errors(f"{relative} cannot be removed"):
        try:
            with folder(top, folders) as fd:
                os.unlink(name, dir_fd=fd)
                sync(fd)
        except FileNotFoundError:
            return
