"""A release: what an indexer offers."""

from datetime import datetime
from typing import NamedTuple

TORRENT = "torrent"


class Release(NamedTuple):
    """One offer of one indexer. Size in bytes (0 unknown); None is unknown throughout.

    `link` never holds the indexer manager's key: the indexer adapter adds it when it fetches. `magnet` is a
    `magnet:` URI the indexer stated itself. `infohash` is lower-case hex. `alternates` are the same release
    at other indexers, tried in order before the next release.
    """

    guid: str
    indexer_id: int
    """The indexer's id in the indexer manager."""
    indexer: str
    title: str
    size: int = 0
    link: str | None = None
    magnet: str | None = None
    infohash: str | None = None
    info_url: str | None = None
    published_at: datetime | None = None
    seeders: int | None = None
    leechers: int | None = None
    grabs: int | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    categories: tuple[int, ...] = ()
    flags: frozenset[str] = frozenset()
    """freeleech, halfleech, doubleupload, internal, scene ..."""
    languages: tuple[str, ...] = ()
    minimum_ratio: float | None = None
    minimum_seed_time: int | None = None
    """Seconds."""
    priority: int = 25
    """The indexer's priority, 1 first."""
    privacy: str = "public"
    """public, semiPrivate or private."""
    minimum_seeders: int | None = None
    """What the indexer's app profile asks for; None leaves it to the quality profile."""
    container: str | None = None
    """The file's kind, such as "mkv", where the indexer states it."""
    protocol: str = TORRENT
    alternates: tuple["Release", ...] = ()
