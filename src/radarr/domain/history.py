"""What happened: history, blocklist and the ledger of decisions."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Rejection
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import TORRENT


class EventKind(StrEnum):
    """Radarr's event names in v3, and ours where it has none."""

    GRABBED = "grabbed"
    IMPORTED = "downloadFolderImported"
    FAILED = "downloadFailed"
    IGNORED = "downloadIgnored"
    FILE_DELETED = "movieFileDeleted"
    FILE_RENAMED = "movieFileRenamed"
    MOVIE_ADDED = "movieAdded"
    MOVIE_DELETED = "movieDeleted"
    WAITING = "manualInteractionRequired"


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEvent:
    """One thing that happened to a movie. `title` is the release or file it is about; `data` holds the rest."""

    id: int = 0
    at: datetime
    kind: EventKind
    movie_id: int
    slot_id: int | None = None
    download_id: int | None = None
    infohash: str | None = None
    title: str
    quality: str = "Unknown"
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlocklistEntry:
    """A release that must not be grabbed again for a movie."""

    id: int = 0
    at: datetime
    movie_id: int
    title: str
    infohash: str | None
    indexer: str
    quality: str = "Unknown"
    size: int = 0
    message: str


class Outcome(StrEnum):
    """What became of a candidate."""

    REJECTED = "rejected"
    ACCEPTED = "accepted"
    GRABBED = "grabbed"
    GRAB_FAILED = "grab_failed"


class Elsewhere(NamedTuple):
    """The same release at another indexer: as much of it as bears on a decision."""

    indexer_id: int
    indexer: str
    title: str
    size: int = 0
    infohash: str | None = None
    seeders: int | None = None
    has_magnet: bool = False


class Stated(NamedTuple):
    """What else an indexer stated of a release: with the entry's own fields, all that its decision rests on.

    The fields are those of `Release`; of a magnet it is kept that there was one.
    """

    leechers: int | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    languages: tuple[str, ...] = ()
    priority: int = 25
    minimum_seeders: int | None = None
    container: str | None = None
    protocol: str = TORRENT
    has_magnet: bool = False
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """One release decided for one slot; a release seen again unchanged only moves `last_seen` and `seen`.

    `stated` and `parsed` (what its name said then) are None in entries of before they were kept.
    """

    id: int = 0
    movie_id: int
    slot_id: int
    kind: SearchKind
    guid: str
    indexer_id: int
    indexer: str
    title: str
    infohash: str | None = None
    size: int = 0
    seeders: int | None = None
    flags: tuple[str, ...] = ()
    published_at: datetime | None = None
    stated: Stated | None = None
    parsed: ParsedRelease | None = None
    quality: str = "Unknown"
    formats: tuple[str, ...] = ()
    score: int = 0
    rank: int | None = None
    rejections: tuple[Rejection, ...] = ()
    outcome: Outcome
    profile: str
    fingerprint: str = ""
    """Of the profile that decided, so that a later change of it is seen."""
    first_seen: datetime
    last_seen: datetime
    seen: int = 1
