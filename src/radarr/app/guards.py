"""What stands before each service for as long as the process lives, over every reload of the configuration."""

from dataclasses import dataclass

from radarr.adapters.transport.guard import Guard, GuardSettings
from radarr.app.config import Config
from radarr.app.health.look import PROWLARR, QBITTORRENT, TMDB
from radarr.domain.resilience.figures import ServiceReport
from radarr.ports.clock import Clock

_TMDB_PER_SECOND = 20  # half of what TMDB is said to allow

_WAYS = {
    "prowlarr": ("url", "api_key", "verify_tls", "ca_file", "proxy"),
    "qbittorrent": ("url", "username", "password", "api_key", "verify_tls"),
    "tmdb": ("url", "api_key"),
}
"""How each service is reached: the settings of its section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guards:
    """One of each service."""

    prowlarr: Guard
    qbittorrent: Guard
    tmdb: Guard

    def reports(self) -> tuple[ServiceReport, ...]:
        """What is known of each service as of now."""
        return self.prowlarr.report(), self.qbittorrent.report(), self.tmdb.report()

    def configure(self, config: Config) -> None:
        """The numbers of another configuration; nothing is forgotten."""
        self.prowlarr.configure(_prowlarr(config))
        self.qbittorrent.configure(_qbittorrent(config))
        self.tmdb.configure(_tmdb(config))

    def forget_replaced(self, before: Config, after: Config) -> None:
        """Who is reached in another way than before is another service: what that one did counts no more."""
        for guard, (name, way) in zip((self.prowlarr, self.qbittorrent, self.tmdb), _WAYS.items(), strict=True):
            old, new = getattr(before, name), getattr(after, name)
            if any(getattr(old, key) != getattr(new, key) for key in way):
                guard.forget()


def guards(config: Config, clock: Clock) -> Guards:
    """New ones, that know nothing yet."""
    return Guards(
        prowlarr=Guard(PROWLARR, _prowlarr(config), clock),
        qbittorrent=Guard(QBITTORRENT, _qbittorrent(config), clock),
        tmdb=Guard(TMDB, _tmdb(config), clock),
    )


def _prowlarr(config: Config) -> GuardSettings:
    settings = config.prowlarr
    return GuardSettings(
        rate_limit=settings.rate_limit,
        failure_threshold=settings.failure_threshold,
        failure_window=settings.failure_window,
        recovery_time=settings.recovery_time,
        retries=settings.retries,
        window=config.health.window,
        minimum=config.health.minimum_requests,
    )


def _qbittorrent(config: Config) -> GuardSettings:
    settings = config.qbittorrent
    return GuardSettings(
        failure_threshold=settings.failure_threshold,
        failure_window=settings.failure_window,
        recovery_time=settings.recovery_time,
        retries=1,
        window=config.health.window,
        minimum=config.health.minimum_requests,
    )


def _tmdb(config: Config) -> GuardSettings:
    return GuardSettings(
        rate_limit=_TMDB_PER_SECOND,
        rate_window=1.0,
        retries=1,
        window=config.health.window,
        minimum=config.health.minimum_requests,
    )
