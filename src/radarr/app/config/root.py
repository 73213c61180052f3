"""The whole configuration: every section, and where every value came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from radarr.app.config.daemon import Daemon, Database, Fuse, Health, Log, Notify, Records, Schedule, Server
from radarr.app.config.formats import LoadedFormat
from radarr.app.config.library import Downloads, FormatSettings, Library, ProfileSettings, ReleaseProfile, SlotSettings
from radarr.app.config.problem import Origin
from radarr.app.config.secret import Secret
from radarr.app.config.services import Prowlarr, Qbittorrent, Tmdb
from radarr.app.config.setting import Section, table
from radarr.app.config.values import SIZE_LIMITS
from radarr.domain.quality import SizeLimits


class Value(NamedTuple):
    """A value in force as TOML writes it ("(hidden)" for a secret), under its path, with its origin."""

    path: str
    value: object
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All settings. `notices` say in words what is set without effect, or missing for full service."""

    daemon: Daemon = table(Section("daemon", Daemon, "What the daemon may do."))
    server: Server = table(Section("server", Server, "Where the daemon listens."))
    log: Log = table(Section("log", Log, "What is logged, and where to."))
    database: Database = table(Section("database", Database, "Where the records are kept."))
    prowlarr: Prowlarr = table(Section("prowlarr", Prowlarr, "The indexer manager."))
    qbittorrent: Qbittorrent = table(Section("qbittorrent", Qbittorrent, "The torrent client."))
    tmdb: Tmdb = table(Section("tmdb", Tmdb, "The film database."))
    health: Health = table(Section("health", Health, "When a service counts as degraded."))
    library: Library = table(Section("library", Library, "The films on disk."))
    download: Downloads = table(Section("download", Downloads, "When a download has failed, in seconds; 0 never."))
    fuse: Fuse = table(Section("fuse", Fuse, "When an unattended run stops and asks.", later=True))
    schedule: Schedule = table(Section("schedule", Schedule, "How often each loop runs, in seconds; 0 is never."))
    records: Records = table(Section("records", Records, "What is remembered, and for how long."))
    slot: tuple[SlotSettings, ...] = table(
        Section(
            "slot",
            SlotSettings,
            'Further versions of a film. None given: every film has the slot "main" alone.',
            many=True,
        )
    )
    profile: tuple[ProfileSettings, ...] = table(
        Section(
            "profile",
            ProfileSettings,
            "Quality profiles. None given: Radarr's six defaults, with upgrades on and HD-1080p without Remux; "
            "else of those only the ones that a slot or library.default_profile names.",
            many=True,
        )
    )
    sizes: Mapping[str, SizeLimits] = table(
        Section(
            "sizes",
            dict,
            "Size of a quality: [min, preferred, max] in MiB per minute; 0 for the last two is no limit. "
            "Radarr's defaults where silent.",
            free=SIZE_LIMITS,
            example='"Bluray-1080p" = [4.0, 60.0, 150.0]',
        )
    )
    release_profile: tuple[ReleaseProfile, ...] = table(
        Section("release_profile", ReleaseProfile, "Terms that names must or must not have.", many=True)
    )
    custom_format: tuple[FormatSettings, ...] = table(
        Section(
            "custom_format",
            FormatSettings,
            "Custom formats: Radarr's or the guides' JSON in a file, or the same keys here; see docs/formats.md.",
            many=True,
        )
    )
    notify: tuple[Notify, ...] = table(Section("notify", Notify, "Who is told of what.", many=True, later=True))

    formats: tuple[LoadedFormat, ...] = ()
    """The custom formats by name, read from where `custom_format` says."""
    path: Path | None = None
    values: tuple[Value, ...] = ()
    notices: tuple[str, ...] = ()

    def secrets(self) -> tuple[str, ...]:
        """Every secret in clear: for the mask over the logs, and for nothing else."""
        held: tuple[Secret, ...] = (
            *(self.server.api_key, self.database.password, self.prowlarr.api_key, self.tmdb.api_key),
            *(self.qbittorrent.password, self.qbittorrent.api_key),
            *(notify.url for notify in self.notify),
        )
        return tuple(secret.reveal() for secret in held if secret)

    def origin(self, path: str) -> Origin:
        """Where the value at a path like `prowlarr.url` or `slot[0].name` came from."""
        return next((value.origin for value in self.values if value.path == path), Origin("default"))
