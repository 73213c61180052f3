"""What is remembered of an indexer over a restart."""

from datetime import datetime
from typing import NamedTuple

from radarr.domain.searching.feed_mark import FeedMark


class IndexerRecord(NamedTuple):
    """One indexer. `level` is its step on the back-off ladder, 0 for none; `resting_until` when it may be asked again.

    `spent` are our own queries of the last day: (start of the hour as UNIX seconds, queries), oldest first; `feeds`
    those of them that were for the feed. `feed` is how far its feed was read.
    """

    indexer_id: int
    name: str
    level: int = 0
    resting_until: datetime | None = None
    failing_since: datetime | None = None
    last_error: str = ""
    spent: tuple[tuple[int, int], ...] = ()
    feeds: tuple[tuple[int, int], ...] = ()
    feed: FeedMark | None = None
