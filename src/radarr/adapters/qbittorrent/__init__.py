"""The qBittorrent adapter, Web API 2.0 to 2.16 (qBittorrent 4.1 to 5.3)."""
