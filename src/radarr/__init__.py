"""radarr-daemon: a headless movie acquisition daemon that speaks Radarr's v3 API."""

__version__ = "0.1.0"
