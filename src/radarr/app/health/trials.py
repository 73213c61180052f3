"""Try whether downloads can be hard-linked into the library.

A trial makes a name and takes it away again, which writes to a disk that may be asleep. So it is made once after the
start, and again only when one of the two disks is another, or when there is a film to try it with and there was none
before: with a file of our own the kernel has no reason to refuse a link, with the torrent client's it may. A trial
that failed writes nothing when it fails again, and is repeated every ten minutes, since a person may have mended it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import anyio

from radarr.app.health.look import DOWNLOADS, Folder, Trial, Trouble
from radarr.domain.movie import RootFolder
from radarr.ports.clock import Clock
from radarr.ports.download_client import ClientState, ClientTorrent, DownloadClient
from radarr.ports.errors import Gone, PortError, Refused
from radarr.ports.files import Files

_AGAIN: Final = timedelta(minutes=10)
_PATIENCE: Final = 30.0  # seconds


class _Kept(NamedTuple):
    trial: Trial
    devices: tuple[int, int]
    film: bool
    at: datetime


class LinkTrials:
    """Remembers what was tried."""

    def __init__(self, files: Files, client: DownloadClient, clock: Clock) -> None:
        self._files = files
        self._client = client
        self._clock = clock
        self._kept: dict[tuple[str, str], _Kept] = {}

    async def execute(
        self, folders: tuple[Folder, ...], roots: tuple[RootFolder, ...], torrents: tuple[ClientTorrent, ...]
    ) -> tuple[Trial, ...]:
        """One trial for each download folder and root that can be used; what is away stays as it was."""
        use = {folder.path: folder.use for folder in folders if not folder.trouble}
        there = [(root, found) for root in roots if (found := use.get(root.path)) and found.writable]
        wanted = {(folder.path, root.path) for folder in folders if folder.kind == DOWNLOADS for root in roots}
        kept = {pair: before for pair, before in self._kept.items() if pair in wanted}
        for folder in (folder for folder in folders if folder.kind == DOWNLOADS and folder.use is not None):
            complete = [t for t in torrents if t.local_path == folder.path and t.state is ClientState.COMPLETED]
            for root, found in there:
                devices = (folder.use.device if folder.use else 0, found.device)
                before = self._kept.get((folder.path, root.path))
                if before is None or self._stale(before, devices, film=bool(complete)):
                    before = await self._try(folder.path, root, devices, complete)
                kept[folder.path, root.path] = before
        self._kept = kept
        return tuple(each.trial for each in kept.values())

    def _stale(self, kept: _Kept, devices: tuple[int, int], *, film: bool) -> bool:
        if kept.devices != devices or (film and not kept.film):
            return True
        return bool(kept.trial.trouble) and kept.film and self._clock.now() - kept.at >= _AGAIN

    async def _try(
        self, folder: str, root: RootFolder, devices: tuple[int, int], complete: list[ClientTorrent]
    ) -> _Kept:
        name = await film_of(self._client, complete)
        trial = await self._trial(folder, root, name)
        if trial is None:  # the client says that it has what is not there: its import will tell
            trial = await self._trial(folder, root, "") or Trial(folder, root.path, tried=False)
        return _Kept(trial, devices, bool(complete), self._clock.now())

    async def _trial(self, folder: str, root: RootFolder, name: str) -> Trial | None:
        """None: what should be linked is not there."""
        try:
            with anyio.move_on_after(_PATIENCE):
                await self._files.try_link(folder, root, name)
                return Trial(folder, root.path, film=name)
        except Gone:
            return None
        except Refused as error:
            return Trial(folder, root.path, Trouble(error.message, error.remedy), film=name)
        except PortError as error:
            return Trial(folder, root.path, Trouble(error.message, error.remedy), tried=False)
        return Trial(folder, root.path, tried=False)


async def film_of(client: DownloadClient, complete: Sequence[ClientTorrent]) -> str:
    """The largest file of the last of these downloads, relative to its folder; "" where none can be had."""
    if not complete:
        return ""
    try:
        files = [file for file in await client.files(complete[-1].id) if file.wanted and file.progress >= 1]
    except PortError:
        return ""
    return max(files, key=lambda file: file.size).name if files else ""
