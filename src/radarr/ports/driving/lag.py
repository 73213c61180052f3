"""Asking how late the event loop is."""

from typing import NamedTuple


class Lag(NamedTuple):
    """By how much the daemon's own timers came late over the last minutes, in milliseconds; 0 before the first."""

    p50_ms: float = 0.0
    p99_ms: float = 0.0
    max_ms: float = 0.0
