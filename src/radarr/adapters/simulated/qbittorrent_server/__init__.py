"""A loopback server that speaks qBittorrent's Web API, and downloads real files from nowhere."""

from radarr.adapters.simulated.qbittorrent_server.server import qbittorrent_server
from radarr.adapters.simulated.qbittorrent_server.state import Content, SimulatedQBittorrent

__all__ = ["Content", "SimulatedQBittorrent", "qbittorrent_server"]
