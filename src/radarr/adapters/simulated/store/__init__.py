"""The store in memory."""

from radarr.adapters.simulated.store.store import MemoryStore

__all__ = ["MemoryStore"]
