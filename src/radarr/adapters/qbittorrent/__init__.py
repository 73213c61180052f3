"""qBittorrent 4.1 to 5.3 as our torrent client, by its Web API v2."""

from radarr.adapters.qbittorrent.client import QBittorrent
from radarr.adapters.qbittorrent.paths import PathMap

__all__ = ["PathMap", "QBittorrent"]
