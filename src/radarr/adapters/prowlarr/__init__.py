"""The Prowlarr adapter."""

from radarr.adapters.prowlarr.client import Prowlarr

__all__ = ["Prowlarr"]
