"""Look at every folder that we depend on."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

import anyio

from radarr.app.health.look import DOWNLOADS, RECYCLE, ROOT, STATE, Folder, Trouble
from radarr.domain.importing.places import RECYCLE_FOLDER
from radarr.domain.movie import RootFolder
from radarr.ports.download_client import ClientInfo, ClientState, ClientTorrent
from radarr.ports.errors import PortError
from radarr.ports.files import DiskUse, Files

_PATIENCE: Final = 10.0  # seconds; a network share that is away answers never
_MOST: Final = 10
_RESTART: Final = "it was away when the daemon started: mount its disk, then restart or reload the daemon"


class Surroundings:
    """Disks are looked at all at once, and one that hangs keeps nobody waiting for long."""

    def __init__(self, files: Files) -> None:
        self._files = files

    async def folders(
        self, roots: Iterable[RootFolder], unknown: Iterable[str], downloads: Iterable[tuple[str, str]], state: str
    ) -> tuple[Folder, ...]:
        """Roots (of `unknown` ones only the path), download folders (our and the client's name), the state folder."""
        found: list[list[Folder]] = []

        async with anyio.create_task_group() as tasks:

            def look(folder: Folder, root: RootFolder | None = None) -> None:
                place: list[Folder] = []
                found.append(place)
                tasks.start_soon(self._look, folder, root, place)

            for root in roots:
                look(Folder(root.path, ROOT), root)
                look(Folder(f"{root.path}/{RECYCLE_FOLDER}", RECYCLE))
            for path in unknown:
                look(Folder(path, ROOT))
            for path, named in downloads:
                look(Folder(path, DOWNLOADS, named=named))
            if state:
                look(Folder(state, STATE))
        return tuple(folder for place in found for folder in place)

    async def _look(self, folder: Folder, root: RootFolder | None, place: list[Folder]) -> None:
        use, trouble = await self._use(folder.path)
        if root is not None:
            trouble = await self._root(root) or trouble
        elif folder.kind == ROOT:
            trouble = trouble or Trouble(f"{folder.path} is not a root yet", _RESTART)
        elif folder.kind == RECYCLE and use is None:
            return  # made when it is needed
        place.append(folder._replace(use=use, trouble=trouble))

    async def _use(self, path: str) -> tuple[DiskUse | None, Trouble]:
        with anyio.move_on_after(_PATIENCE):
            try:
                return await self._files.disk(path), Trouble()
            except PortError as error:
                return None, Trouble(error.message, error.remedy)
        return None, _silent(path)

    async def _root(self, root: RootFolder) -> Trouble:
        with anyio.move_on_after(_PATIENCE):
            try:
                await self._files.check_root(root)
            except PortError as error:
                return Trouble(error.message, error.remedy)
            return Trouble()
        return _silent(root.path)


def used_by(client: ClientInfo | None, torrents: Iterable[ClientTorrent]) -> tuple[tuple[str, str], ...]:
    """The folders that our downloads lie in, those of most downloads first: our name and the client's.

    Where there is no download yet, the one that the client would take.
    """
    named: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for torrent in torrents:
        if torrent.local_path and torrent.state is not ClientState.MISSING:
            named.setdefault(torrent.local_path, torrent.save_path)
            counted[torrent.local_path] += 1
    if not counted and client and client.local_path:
        return ((client.local_path, client.save_path),)
    return tuple((path, named[path]) for path, _ in counted.most_common(_MOST))


def _silent(path: str) -> Trouble:
    return Trouble(f"{path} does not answer within {_PATIENCE:g} s", "look whether its disk or network share hangs")
