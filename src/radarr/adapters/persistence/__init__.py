"""One schema on SQLite and PostgreSQL."""

from radarr.adapters.persistence.store import SqlStore, open_store

__all__ = ["SqlStore", "open_store"]
