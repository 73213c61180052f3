"""A torrent client in memory, which does what it is told: for trials of use-cases."""

from collections.abc import Iterable

from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import Added, AddRequest, ClientFile, ClientInfo, ClientState, ClientTorrent
from radarr.ports.errors import Gone, PortError, Refused

_ID_DIGITS = 40


class SimulatedClient:
    """A DownloadClient in memory.

    `trouble` is raised by every call while it is set. `refused` holds the infohash keys that it will not take.
    `requests` and `removed` (id, whether with its data) tell what it was asked.
    """

    def __init__(
        self, *, category: str = "radarr-daemon", tag: str = "radarr-daemon", save_path: str = "/downloads"
    ) -> None:
        self.trouble: PortError | None = None
        self.refused: set[str] = set()
        self.requests: list[AddRequest] = []
        self.removed: list[tuple[str, bool]] = []
        self._category = category
        self._tag = tag
        self._save_path = save_path
        self._torrents: dict[str, ClientTorrent] = {}
        self._files: dict[str, tuple[ClientFile, ...]] = {}

    async def info(self) -> ClientInfo:
        self._answer()
        return ClientInfo("5.1.4", "2.11.4", tags=True, save_path=self._save_path, local_path=self._save_path)

    async def add(self, request: AddRequest) -> Added:
        self.requests.append(request)
        if found := await self.find(request.infohash, request.tag):
            return Added(found, existed=True)
        if request.infohash.key in self.refused:
            raise _refusal(request)
        files = _files_of(request)
        self.put(self._new(request, files), files)
        return Added(self._torrents[request.infohash.client_ids[0]], existed=False)

    async def torrents(self) -> tuple[ClientTorrent, ...]:
        self._answer()
        return tuple(t for t in self._torrents.values() if t.category == self._category or t.ours)

    async def find(self, infohash: Infohash, tag: str = "") -> ClientTorrent | None:
        self._answer()
        for torrent in self._torrents.values():
            mine = torrent.infohash
            if (infohash.v1 and infohash.v1 == mine.v1) or (infohash.v2 and infohash.v2 == mine.v2):
                return torrent
        return next((t for t in self._torrents.values() if tag and tag in t.tags), None)

    async def files(self, torrent_id: str) -> tuple[ClientFile, ...]:
        self._answer()
        if _checked(torrent_id) not in self._torrents:
            raise Gone("the client has this torrent no more")
        return self._files[torrent_id]

    async def pause(self, torrent_id: str) -> None:
        self._answer()
        self.change(_checked(torrent_id), ClientState.PAUSED)

    async def resume(self, torrent_id: str) -> None:
        self._answer()
        self.change(_checked(torrent_id), ClientState.DOWNLOADING)

    async def reannounce(self, torrent_id: str) -> None:
        self._answer()
        _checked(torrent_id)

    async def remove(self, torrent_id: str, *, delete_data: bool) -> None:
        self._answer()
        self.removed.append((_checked(torrent_id), delete_data))
        self.vanish(torrent_id)

    def put(self, torrent: ClientTorrent, files: Iterable[ClientFile] = ()) -> None:
        """List this torrent, whoever's it is."""
        self._torrents[torrent.id] = torrent._replace(ours=self._tag in torrent.tags)
        self._files[torrent.id] = tuple(files)

    def change(self, torrent_id: str, state: ClientState, *, progress: float | None = None) -> None:
        """Another state, and how far it is. One that is not listed stays so; a complete one does not step back."""
        torrent = self._torrents.get(torrent_id)
        if torrent is None or (torrent.state is ClientState.COMPLETED and progress is None):
            return
        progress = torrent.progress if progress is None else progress
        left = round(max(torrent.size, 0) * (1 - progress))
        self._torrents[torrent_id] = torrent._replace(state=state, raw_state=state, progress=progress, left=left)

    def complete(self, torrent_id: str, files: Iterable[ClientFile] | None = None) -> None:
        """It is all there; `files` in place of those that its torrent names."""
        if files is not None:
            self._files[torrent_id] = tuple(files)
        self._files[torrent_id] = tuple(file._replace(progress=1.0) for file in self._files[torrent_id])
        size = sum(file.size for file in self._files[torrent_id])
        self._torrents[torrent_id] = self._torrents[torrent_id]._replace(size=size)
        self.change(torrent_id, ClientState.COMPLETED, progress=1.0)

    def fail(self, torrent_id: str, state: ClientState = ClientState.ERROR) -> None:
        """It came to grief."""
        self.change(torrent_id, state, progress=self._torrents[torrent_id].progress)

    def vanish(self, torrent_id: str) -> None:
        """Somebody took it out."""
        self._torrents.pop(torrent_id, None)
        self._files.pop(torrent_id, None)

    def _answer(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _new(self, request: AddRequest, files: tuple[ClientFile, ...]) -> ClientTorrent:
        size = sum(file.size for file in files)
        state = ClientState.METADATA if request.magnet else ClientState.DOWNLOADING
        return ClientTorrent(
            id=request.infohash.client_ids[0],
            infohash=request.infohash,
            name=request.name,
            state=ClientState.PAUSED if request.paused else state,
            size=size or -1,
            left=size or -1,
            category=request.category,
            tags=frozenset({self._tag, request.tag}),
            save_path=self._save_path,
            local_path=self._save_path,
        )


def _files_of(request: AddRequest) -> tuple[ClientFile, ...]:
    if request.torrent is None:
        return ()
    try:
        return tuple(ClientFile(file.path, file.size) for file in read_torrent(request.torrent).files)
    except TorrentError as error:
        raise _refusal(request) from error


def _refusal(request: AddRequest) -> Refused:
    return Refused(f"the client does not take {request.name}", remedy="another release may do")


def _checked(torrent_id: str) -> str:
    if len(torrent_id) != _ID_DIGITS:
        raise Refused("that is not the id of a torrent", remedy="an id has 40 hexadecimal digits")
    return torrent_id
