"""What happened to a download, for the history."""

from datetime import datetime

from radarr.domain.download import Download
from radarr.domain.history import EventKind, HistoryEvent


def download_event(
    download: Download, kind: EventKind, at: datetime, slot_id: int | None = None, **data: str
) -> HistoryEvent:
    """An event of a kind about a download; `data` is what is further to be said."""
    return HistoryEvent(
        at=at,
        kind=kind,
        movie_id=download.movie_id,
        slot_id=slot_id,
        download_id=download.id,
        infohash=download.grab.infohash.key,
        title=download.grab.release.title,
        quality=download.grab.parsed.quality.name,
        data=data,
    )
