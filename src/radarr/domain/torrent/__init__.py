"""Torrents as values."""
