"""A clock for tests."""

from datetime import UTC, datetime


class StoppedClock:
    """Time passes when we say so."""

    def __init__(self) -> None:
        self.seconds = 1_767_225_600.0

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.seconds, UTC)

    def monotonic(self) -> float:
        return self.seconds
