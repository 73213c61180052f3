"""Settings of the daemon itself."""

from dataclasses import dataclass

from radarr.app.config.kinds import NAME, SECONDS, SECRET, TEXT, listing, number, one_of, whole
from radarr.app.config.secret import Secret
from radarr.app.config.setting import setting
from radarr.app.config.values import DATABASE_URL, LOG_FILE, NETWORK, URL_BASE

_LEVELS = one_of("debug", "info", "warning", "error", synonyms={"trace": "debug", "warn": "warning", "fatal": "error"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Daemon:
    """What the daemon may do."""

    mode: str = setting(
        one_of("act", "observe"), "act", '"observe": search, decide, explain, grab nothing: beside a running Radarr'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where the daemon listens."""

    host: str = setting(NAME, "127.0.0.1", "address to listen on")
    port: int = setting(whole(0, 65535), 7878, "TCP port; 0 takes a free one")
    url_base: str = setting(URL_BASE, "", "path in front of every address, behind a reverse proxy")
    api_key: Secret = setting(
        SECRET, "", "empty: made on first start and kept in the state folder; on PostgreSQL it must be given"
    )
    allowed_hosts: tuple[str, ...] = setting(
        listing(NAME), [], "further Host names; loopback, IP literals, single labels and *.local always pass"
    )
    trusted_proxies: tuple[str, ...] = setting(listing(NETWORK), [], "networks whose X-Forwarded-* are believed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What is logged: to standard error, and to a file where nobody else keeps it."""

    level: str = setting(_LEVELS, "info", "least important messages to write")
    format: str = setting(one_of("auto", "console", "json"), "auto", "auto: console on a terminal, json otherwise")
    file: str = setting(
        LOG_FILE,
        "auto",
        "auto: logs/ in the state folder, unless the journal or a terminal has it; 5 of 5 MiB are kept",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Database:
    """Where the records are kept."""

    url: str = setting(DATABASE_URL, "", "empty: SQLite in the state folder; or postgresql://user@host/db")
    password: Secret = setting(SECRET, "", "password of the PostgreSQL user")


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """When a service counts as degraded."""

    window: int = setting(whole(1), 300, "seconds over which rates are taken")
    minimum_requests: int = setting(whole(1), 10, "fewer requests in the window say nothing")
    degraded_error_rate: float = setting(number(0, 1), 0.10, "share of failed requests from which on it is degraded")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuse:
    """When an unattended run stops and asks."""

    files: int = setting(whole(1), 5, "more removals than this in one unattended run ...")
    percent: float = setting(number(0, 100), 2, "... or this share of a root, in percent: stop and ask")


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How often each loop runs, in seconds; 0 switches it off."""

    feed: int = setting(SECONDS, 1800, "read the indexers' newest releases")
    downloads: int = setting(SECONDS, 15, "look at the torrent client")
    search_missing: int = setting(SECONDS, 3600, "search films that are wanted")
    refresh_metadata: int = setting(SECONDS, 86400, "ask the film database for changes")
    scan_library: int = setting(SECONDS, 86400, "compare the files with the records")
    health: int = setting(SECONDS, 60, "probe the services")
    housekeeping: int = setting(SECONDS, 86400, "drop what is too old")


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What is remembered."""

    ledger_days: int = setting(whole(0), 90, "days until a decision that was not seen again is dropped; 0 never")
    ledger_entries: int = setting(whole(1), 200_000, "decisions kept at most; the oldest are dropped first")
    blocklist_days: int = setting(whole(0), 0, "days until a blocklisted release may be tried again; 0 never")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """Who is told."""

    kind: str = setting(
        one_of("webhook", "discord", "ntfy", "apprise", "jellyfin", "plex", "emby"), "webhook", "what listens there"
    )
    name: str = setting(TEXT, "", "what to call it")
    url: Secret = setting(SECRET, "", "its address, which may hold a key and is therefore never shown")
    on: tuple[str, ...] = setting(
        listing(one_of("grabbed", "imported", "upgraded", "failed", "waiting")),
        ["grabbed", "imported", "upgraded", "failed", "waiting"],
        "of what it is told",
    )
