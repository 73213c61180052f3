"""Time, as far as use-cases may know it."""

from datetime import datetime
from typing import Protocol, runtime_checkable


@runtime_checkable
class Clock(Protocol):
    """`now` for what is written down (UTC, aware), `monotonic` in seconds for spans."""

    def now(self) -> datetime:
        """The present moment in UTC, cut to milliseconds."""
        ...

    def monotonic(self) -> float:
        """Seconds that never jump."""
        ...
