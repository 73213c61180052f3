"""Opens what the daemon talks to, from the configuration's plain values."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from radarr.adapters.filesystem import LibraryFiles
from radarr.adapters.persistence import SqlStore, open_store
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.tmdb import Tmdb
from radarr.adapters.transport.client import Transport
from radarr.app import state_folder
from radarr.app.config import Config
from radarr.ports.clock import Clock


def database_url(config: Config, folder: Path) -> str:
    """The configured one, else SQLite in the state folder."""
    return config.database.url or f"sqlite:///{folder / 'radarr-daemon.db'}"
