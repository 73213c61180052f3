"""Opens what the daemon talks to, from the configuration's plain values."""

import socket
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from radarr.adapters.filesystem import LibraryFiles
from radarr.adapters.persistence import SqlStore, open_store
from radarr.adapters.probe import MediaInfoProbe
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.adapters.transport.guard import Guard
from radarr.app import state_folder
from radarr.app.config import Config
from radarr.ports.clock import Clock

_TMDB_SILENCE = 10.0  # seconds: a person waits for a film to be found, at most for twice as long


def database_url(config: Config, folder: Path) -> str:
    """The configured one, else SQLite in the state folder."""
    return config.database.url or f"sqlite:///{folder / 'radarr-daemon.db'}"


def store(config: Config, folder: Path) -> AbstractAsyncContextManager[SqlStore]:
    """The database, migrated, its lease taken for this state folder."""
    holder = f"{socket.gethostname()} {state_folder.instance(folder)}"
    return open_store(database_url(config, folder), holder=holder, password=config.database.password.reveal())


def files(config: Config) -> LibraryFiles:
    """The library's disks."""
    return LibraryFiles(minimum_free=config.library.minimum_free, file_mode=config.library.file_mode)


def probe(config: Config) -> MediaInfoProbe:
    """What films really are."""
    return MediaInfoProbe(timeout=config.library.probe_timeout)


@asynccontextmanager
async def prowlarr(config: Config, clock: Clock, guard: Guard | None = None) -> AsyncIterator[Prowlarr]:
    """The indexer manager."""
    settings = config.prowlarr
    async with Transport(
        "Prowlarr",
        settings.url,
        timeout=settings.timeout,
        verify=(settings.ca_file or True) if settings.verify_tls else False,
        proxy=settings.proxy,
        guard=guard,
        setting="prowlarr.url",
        trust="give its issuer's certificate as prowlarr.ca_file, or set prowlarr.verify_tls = false",
    ) as transport:
        yield Prowlarr(transport, api_key=settings.api_key.reveal(), categories=settings.categories, clock=clock)


@asynccontextmanager
async def qbittorrent(config: Config, clock: Clock, guard: Guard | None = None) -> AsyncIterator[QBittorrent]:
    """The torrent client."""
    settings = config.qbittorrent
    async with Transport(
        "qBittorrent",
        settings.url,
        timeout=settings.timeout,
        verify=settings.verify_tls,
        guard=guard,
        setting="qbittorrent.url",
        trust="add its issuer to the system's certificates, or set qbittorrent.verify_tls = false",
    ) as transport:
        yield QBittorrent(
            transport,
            username=settings.username,
            password=settings.password.reveal(),
            api_key=settings.api_key.reveal(),
            category=settings.category,
            path_map=tuple((entry.remote, entry.local) for entry in settings.path_map),
            session_lifetime=settings.session_lifetime,
            clock=clock,
        )


@asynccontextmanager
async def tmdb(config: Config, guard: Guard | None = None) -> AsyncIterator[Tmdb]:
    """The film database."""
    async with Transport(
        "TMDB",
        config.tmdb.url,
        timeout=_TMDB_SILENCE,
        guard=guard,
        setting="tmdb.url",
        trust="check tmdb.url: something between us and TMDB uses a certificate of its own",
    ) as transport:
        yield Tmdb(transport, api_key=config.tmdb.api_key.reveal(), images=config.tmdb.image_url)
