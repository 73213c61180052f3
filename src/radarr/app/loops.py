"""The daemon's loops, as data."""

from collections.abc import Awaitable, Callable

from radarr.app.config.daemon import Schedule
from radarr.app.health.look import HEALTH
from radarr.app.loop import Loop
from radarr.app.usecases.bells import DOWNLOADS, FEED, HOUSEKEEPING, OUTBOX, PENDING, REFRESH_METADATA, SEARCH_MISSING
from radarr.app.usecases.check_health import CheckHealth
from radarr.app.usecases.decide_pending import DecidePending
from radarr.app.usecases.deliver_outbox import DeliverOutbox
from radarr.app.usecases.keep_house import KeepHouse
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.pending_alarm import PendingAlarm
from radarr.app.usecases.refresh_metadata import RefreshMetadata
from radarr.app.usecases.search_missing import SearchMissing
from radarr.app.usecases.sync_feed import SyncFeed
from radarr.app.usecases.track_downloads import TrackDownloads

_OUTBOX_EVERY = 60.0  # it is woken by whoever writes to it; this is for orders that had to wait
_HOUR = 3600.0


def loops(
    schedule: Schedule,
    track: TrackDownloads,
    outbox: DeliverOutbox,
    feed: SyncFeed,
    missing: SearchMissing,
    pause: PauseWork,
    health: CheckHealth,
    house: KeepHouse,
    refresh: RefreshMetadata,
    pending: DecidePending,
    alarm: PendingAlarm,
) -> tuple[Loop, ...]:
    """Name, period in seconds, work; and how long that may take at the very most."""
    return (
        # a film that is copied to a slow disk takes its time
        Loop(name=DOWNLOADS, every=schedule.downloads, run=track.execute, limit=6 * _HOUR),
        Loop(name=OUTBOX, every=_OUTBOX_EVERY, run=_minding(pause, outbox.execute), limit=2 * _HOUR),
        Loop(name=FEED, every=schedule.feed, run=_unless(pause, feed.execute)),
        # some dozens of films, at indexers that may take minutes each
        Loop(name=SEARCH_MISSING, every=schedule.search_missing, run=_unless(pause, missing.execute), limit=3 * _HOUR),
        Loop(name=PENDING, every=0, run=_unless(pause, pending.execute), due=alarm.wait),
        # it only asks and notes: a pause keeps the daemon from searching and grabbing, not from knowing
        Loop(
            name=REFRESH_METADATA,
            # without a key it has not run: with the first one, all that was never asked for is asked for at once
            every=schedule.refresh_metadata if refresh.has_key else 0,
            run=_while_on(schedule.refresh_metadata, refresh.execute),
            vital=False,
        ),
        Loop(name=HEALTH, every=schedule.health, run=health.execute, limit=600, vital=False),
        Loop(name=HOUSEKEEPING, every=schedule.housekeeping, run=house.execute),
    )


def _while_on(every: float, run: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """One that is switched off is not woken by a new film either."""

    async def run_while_on() -> None:
        if every > 0:
            await run()

    return run_while_on


def _minding(pause: PauseWork, run: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """This one runs every minute: it notices that the pause is over, and wakes those that rest for longer."""

    async def run_and_mind() -> None:
        pause.mind_the_end()
        await run()

    return run_and_mind


def _unless(pause: PauseWork, run: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """Nothing at all while the pause holds: a loop that rests has not failed."""

    async def run_unless_paused() -> None:
        if not pause.holds():
            await run()

    return run_unless_paused
