"""At most so many requests in any window of time, with places kept free for those that a person waits for.

A bucket that refills lets through twice its size around a refill; this counts the requests themselves, so that no
window of `window` seconds, wherever it begins, ever holds more than `limit` of them.

There are two lanes. An urgent request (a person waits, or a grab) may take any free place. A background one is
admitted only where `reserved` places stay free after it, so that the next person need not wait for what the daemon
asked of its own accord. However much is reserved, about a quarter of the places stays open to both lanes.
"""

from collections import deque

_SHORTEST = 0.001  # seconds: what rounding leaves over is a wait as well, never 0, which means admitted


class SlidingWindow:
    """The limiter. `window` in seconds; `now` is any clock in seconds, and a step back counts as standing still."""

    def __init__(self, limit: int, window: float = 60.0, reserved: int = 0) -> None:
        self._window = window
        self._limit = max(limit, 1)
        self._wanted = reserved
        self._admitted: deque[float] = deque()
        self._latest = float("-inf")

    @property
    def reserved(self) -> int:
        """Places that background requests leave free."""
        return min(max(self._wanted, 0), self._limit - max(self._limit // 4, 1))

    def reserve(self, places: int) -> None:
        """Keep so many places free from now on, or as many as leave the background its quarter."""
        self._wanted = places

    def configure(self, limit: int) -> None:
        """Another limit from now on; what was admitted still counts."""
        self._limit = max(limit, 1)

    def admit(self, now: float, *, urgent: bool) -> float:
        """0.0: admitted, and counted. Else the seconds after which to ask again."""
        self._latest = max(self._latest, now)
        while self._admitted and self._latest - self._admitted[0] >= self._window:
            self._admitted.popleft()
        places = self._limit if urgent else self._limit - self.reserved
        if len(self._admitted) < places:
            self._admitted.append(self._latest)
            return 0.0
        first_to_leave = self._admitted[len(self._admitted) - places]
        return max(first_to_leave + self._window - self._latest, _SHORTEST)
