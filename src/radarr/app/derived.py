"""What follows from the configuration, and from what was put together: plain values for the container."""

from datetime import datetime

from radarr.app.config import Config
from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB, Terms
from radarr.app.loop import Loop
from radarr.app.supervisor import Supervisor
from radarr.app.usecases.bells import FEED, OUTBOX, PENDING, SEARCH_MISSING, Bells
from radarr.app.usecases.keep_house import Keeping
from radarr.app.usecases.refresh_metadata import RefreshMetadata
from radarr.app.usecases.run_commands import Work
from radarr.app.usecases.search_library import SearchLibrary
from radarr.app.usecases.show_health import ShowHealth
from radarr.app.usecases.sync_feed import SyncFeed
from radarr.app.usecases.track_downloads import TrackDownloads
from radarr.domain.library import LibraryRules
from radarr.domain.profile import Profile
from radarr.domain.resilience.figures import ServiceReport
from radarr.ports.clock import Clock
from radarr.ports.store import Store


def library(config: Config) -> LibraryRules:
    """The rules of the library."""
    library = config.library
    return LibraryRules(
        folder_format=library.folder_format,
        file_format=library.file_format,
        colon=library.colon,
        rename=library.rename,
        transfer=library.transfer,
        extras=library.extras,
        minimum_free=library.minimum_free,
    )


def keeping(config: Config) -> Keeping:
    """For how long records are kept."""
    records = config.records
    return Keeping(records.ledger_days, records.ledger_entries, records.blocklist_days)


def has_metadata_key(config: Config) -> bool:
    """Whether the film database can be asked."""
    return bool(config.tmdb.api_key)


def observes(config: Config) -> bool:
    """Whether nothing is grabbed."""
    return config.daemon.mode == "observe"


def terms(config: Config) -> Terms:
    """By what the health is judged."""
    key = config.server.api_key.reveal()
    return Terms(
        degraded_error_rate=config.health.degraded_error_rate,
        minimum_free=config.library.minimum_free,
        transfer=config.library.transfer,
        metadata_key=has_metadata_key(config),
        key_length=len(key) if key else None,
    )


def services(terms: Terms) -> tuple[str, ...]:
    """Those whose health is told, by name."""
    return (PROWLARR, QBITTORRENT, TMDB) if terms.metadata_key else (PROWLARR, QBITTORRENT)


def roots(config: Config) -> tuple[str, ...]:
    """Every root folder."""
    return (*config.library.roots, *(slot.root for slot in config.slot))


def no_reports() -> tuple[ServiceReport, ...]:
    """Nothing is known of the services."""
    return ()


def no_lane(places: int) -> None:
    """There is no limiter."""


def watched(show: ShowHealth, loops: tuple[Loop, ...], bells: Bells, store: Store, clock: Clock) -> Supervisor:
    """The loops look after the health, and the health tells of the loops."""
    supervisor = Supervisor(loops, bells, store, clock)
    show.watch(supervisor.status)
    return supervisor


def wakes(config: Config) -> tuple[str, ...]:
    """What waited for the end of a pause; a loop that is switched off does not run for it."""
    periods = {FEED: config.schedule.feed, SEARCH_MISSING: config.schedule.search_missing}
    return (OUTBOX, PENDING, *(name for name, every in periods.items() if every > 0))


def names(profiles: dict[str, Profile]) -> frozenset[str]:
    """Of all profiles."""
    return frozenset(profiles)


def database(config: Config) -> str:
    """Which of the two kinds it is."""
    return "postgresql" if config.database.url else "sqlite"


def now(clock: Clock) -> datetime:
    """When the daemon was started: what is asked for but once."""
    return clock.now()


def works(library: SearchLibrary, feed: SyncFeed, track: TrackDownloads, metadata: RefreshMetadata) -> dict[str, Work]:
    """What each command of the API does."""

    async def sync(_movie_ids: tuple[int, ...]) -> str:
        await feed.execute()
        return "the feed was read"

    async def refresh(_movie_ids: tuple[int, ...]) -> str:
        await track.execute()
        return "the downloads were looked at"

    return {
        "MoviesSearch": library.movies,
        "MissingMoviesSearch": library.missing,
        "RefreshMovie": metadata.movies,
        "RssSync": sync,
        "RefreshMonitoredDownloads": refresh,
        "ProcessMonitoredDownloads": refresh,
    }
