"""What downloads."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from radarr.domain.torrent.infohash import Infohash


class ClientState(StrEnum):
    """What the client says of a torrent, in our words."""

    QUEUED = "queued"
    METADATA = "metadata"
    CHECKING = "checking"
    DOWNLOADING = "downloading"
    STALLED = "stalled"
    PAUSED = "paused"
    MOVING = "moving"
    COMPLETED = "completed"
    MISSING = "missing"
    ERROR = "error"
    UNKNOWN = "unknown"


class ClientTorrent(NamedTuple):
    """One torrent. Sizes in bytes (-1 unknown), speeds in bytes/s, `progress` 0 to 1.

    `save_path` is the client's view, `local_path` ours (path mapping applied); both name the folder that the
    names of `files()` are relative to once the torrent is complete.
    """

    id: str
    infohash: Infohash
    name: str
    state: ClientState
    raw_state: str = ""
    progress: float = 0.0
    size: int = 0
    left: int = 0
    category: str = ""
    tags: frozenset[str] = frozenset()
    save_path: str = ""
    local_path: str = ""
    down_speed: int = 0
    up_speed: int = 0
    eta_seconds: int | None = None
    ratio: float = 0.0
    seeds: int = 0
    availability: float = -1.0
    added_at: datetime | None = None
    completed_at: datetime | None = None
    ours: bool = False
    """Whether it bears a tag of ours; a download whose infohash we stored is ours all the same."""


class ClientFile(NamedTuple):
    """One file of a torrent: `name` relative to the torrent's save path, `/`-separated."""

    name: str
    size: int
    progress: float = 0.0
    wanted: bool = True


class AddRequest(NamedTuple):
    """A torrent to add: exactly one of `torrent` and `magnet`; `infohash` is computed from it beforehand."""

    infohash: Infohash
    name: str
    category: str
    tag: str
    torrent: bytes | None = None
    magnet: str | None = None
    paused: bool = False


class Added(NamedTuple):
    """What the client lists after an add. `existed`: it was there before, whatever its category."""

    torrent: ClientTorrent
    existed: bool


class ClientInfo(NamedTuple):
    """The client: its version, whether it has tags, and settings of it that endanger an import, in words.

    `save_path` is where it puts what it downloads, in its own words; `local_path` where we see that. `removes` is
    the one of `warnings` that says that it takes torrents out by itself, "" where it does not.
    """

    version: str
    api_version: str
    tags: bool
    warnings: tuple[str, ...] = ()
    save_path: str = ""
    local_path: str = ""
    removes: str = ""


@runtime_checkable
class DownloadClient(Protocol):
    """The torrent client. Every call raises Unavailable or Unauthorised; more where said."""

    async def info(self) -> ClientInfo:
        """Who it is."""
        ...

    async def add(self, request: AddRequest) -> Added:
        """Add a torrent, and return only when the client lists it. Safe to repeat.

        Raises Refused when the client will not have it, Unavailable when it does not show up in time.
        """
        ...

    async def torrents(self) -> tuple[ClientTorrent, ...]:
        """All torrents of our category or with a tag of ours. One that is absent may only have been moved."""
        ...

    async def find(self, infohash: Infohash, tag: str = "") -> ClientTorrent | None:
        """One torrent by infohash (hybrids by either), else by tag, wherever it lies in the client."""
        ...

    async def files(self, torrent_id: str) -> tuple[ClientFile, ...]:
        """Its files; empty while a magnet has no metadata. Raises Gone."""
        ...

    async def pause(self, torrent_id: str) -> None:
        """Stop it."""
        ...

    async def resume(self, torrent_id: str) -> None:
        """Start it."""
        ...

    async def reannounce(self, torrent_id: str) -> None:
        """Ask its trackers again."""
        ...

    async def remove(self, torrent_id: str, *, delete_data: bool) -> None:
        """Take it out; done when the client lists it no more. An unknown one is no error."""
        ...
