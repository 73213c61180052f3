"""The daemon's loops, as data."""

from radarr.app.config.daemon import Schedule
from radarr.app.supervisor import Loop
from radarr.app.usecases.bells import DOWNLOADS, OUTBOX
from radarr.app.usecases.deliver_outbox import DeliverOutbox
from radarr.app.usecases.search_missing import SearchMissing
from radarr.app.usecases.sync_feed import SyncFeed
from radarr.app.usecases.track_downloads import TrackDownloads

_OUTBOX_EVERY = 60.0  # it is woken by whoever writes to it; this is for orders that had to wait


def loops(
    schedule: Schedule, track: TrackDownloads, outbox: DeliverOutbox, feed: SyncFeed, missing: SearchMissing
) -> tuple[Loop, ...]:
    """Name, period in seconds, work."""
    return (
        Loop(name=DOWNLOADS, every=schedule.downloads, run=track.execute),
        Loop(name=OUTBOX, every=_OUTBOX_EVERY, run=outbox.execute),
        Loop(name="feed", every=schedule.feed, run=feed.execute),
        Loop(name="search_missing", every=schedule.search_missing, run=missing.execute),
    )
