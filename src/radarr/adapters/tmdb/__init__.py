"""The TMDB adapter."""

from radarr.adapters.tmdb.client import Tmdb

__all__ = ["Tmdb"]
