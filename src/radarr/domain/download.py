"""A grab (the intent to download) and the download that comes of it."""

from dataclasses import dataclass
from datetime import datetime

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.formats.inputs import FormatInputs
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release
from radarr.domain.states.download import DownloadState
from radarr.domain.torrent.infohash import Infohash


@dataclass(frozen=True, slots=True, kw_only=True)
class Grab:
    """What was chosen, complete enough for another machine to go on: exactly one of `torrent` and `magnet`."""

    id: int = 0
    release: Release
    parsed: ParsedRelease
    infohash: Infohash
    torrent: bytes | None = None
    magnet: str | None = None
    category: str
    tag: str
    """Unique to this grab, so that it is found again whatever its infohash turns into."""
    kind: SearchKind
    formats: tuple[str, ...] = ()
    score: int = 0
    inputs: FormatInputs | None = None
    """What custom formats saw of it; None where that was not kept."""
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A grab under way. Sizes in bytes, `progress` 0 to 1, `save_path` as the client names it.

    `slot_ids` are all slots that this download fills; `message` says in words why it waits or failed.
    """

    id: int = 0
    grab: Grab
    movie_id: int
    slot_ids: tuple[int, ...]
    state: DownloadState
    state_since: datetime
    client_id: str | None = None
    """The client's own id for the torrent; it may change when a magnet's metadata arrives."""
    progress: float = 0.0
    size: int = 0
    left: int = 0
    eta_seconds: int | None = None
    progressed_at: datetime | None = None
    save_path: str = ""
    adopted: bool = False
    """Somebody else had put the torrent into the client before us: it is never removed, nor its data."""
    message: str = ""
    attempts: int = 0
    next_attempt_at: datetime | None = None
