"""What the client's list says of our downloads."""

from collections.abc import Iterable

from radarr.domain.download import Download
from radarr.domain.states.download import DownloadEvent
from radarr.domain.tracking import Report
from radarr.ports.download_client import ClientState, ClientTorrent

_TROUBLES = {
    ClientState.MISSING: "the client misses the files of this torrent; recheck or remove it there",
    ClientState.ERROR: "the client reports an error for this torrent (disk full? permissions?); see its log",
}


class Listed:
    """The client's torrents, found by id, by either infohash (a hybrid's id changes with its metadata), by our tag."""

    def __init__(self, torrents: Iterable[ClientTorrent]) -> None:
        self._by_id = {torrent.id: torrent for torrent in torrents}
        self._by_tag = {tag: torrent for torrent in self._by_id.values() for tag in torrent.tags}

    def find(self, download: Download) -> ClientTorrent | None:
        """The torrent of a download, if it is listed."""
        ids = (download.client_id or "", *download.grab.infohash.client_ids)
        found = next((self._by_id[i] for i in ids if i in self._by_id), None)
        return found or self._by_tag.get(download.grab.tag)


def complete(torrent: ClientTorrent | None) -> bool:
    """Whether the client says that it is all there."""
    return torrent is not None and torrent.state is ClientState.COMPLETED


def twice(first: dict[int, ClientTorrent], second: dict[int, ClientTorrent]) -> dict[int, ClientTorrent]:
    """The second look, in which only what was complete in the first counts as complete."""
    return {
        key: torrent
        if not complete(torrent) or complete(first.get(key))
        else torrent._replace(state=ClientState.CHECKING)
        for key, torrent in second.items()
    }


def report(torrent: ClientTorrent) -> Report:
    """Its state as an event of ours, and its figures."""
    return Report(
        event=DownloadEvent(torrent.state.value),
        client_id=torrent.id,
        progress=torrent.progress,
        size=torrent.size,
        left=torrent.left,
        eta_seconds=torrent.eta_seconds,
        save_path=torrent.save_path,
        message=_TROUBLES.get(torrent.state, ""),
        infohash=torrent.infohash,
    )
