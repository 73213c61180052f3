"""Waiting for a place of the limiter: first come, first served, in two lanes."""

from collections.abc import Awaitable, Callable

import anyio

from radarr.domain.resilience.figures import LimiterView
from radarr.domain.resilience.sliding_window import SlidingWindow
from radarr.ports.clock import Clock

Sleep = Callable[[float], Awaitable[object]]
"""Waits for so many seconds of the clock."""

_LOOK_AGAIN = 1.0  # seconds: whoever waits notices by then that the limit was raised or the door closed


class Lanes:
    """The two lanes of one service. `limit` requests in any `window` seconds, None for no limit."""

    def __init__(self, limit: int | None, window: float, clock: Clock, sleep: Sleep = anyio.sleep) -> None:
        self._limit = limit
        self._limiter = SlidingWindow(limit or 1, window)
        self._clock = clock
        self._sleep = sleep
        self._locks = {urgent: anyio.Lock(fast_acquire=True) for urgent in (False, True)}
        self._waiting, self._waits, self._waited = 0, 0, 0.0

    def configure(self, limit: int | None) -> None:
        """Another limit from now on; what was admitted still counts."""
        self._limit = limit
        self._limiter.configure(limit or 1)

    def reserve(self, places: int) -> None:
        """Keep so many places free for the urgent lane."""
        self._limiter.reserve(places)

    def view(self) -> LimiterView | None:
        """Who waits and waited; None without a limit."""
        return LimiterView(self._waiting, self._waits, self._waited) if self._limit else None

    async def take(self, *, urgent: bool, check: Callable[[], None]) -> None:
        """Return with a place. `check` raises where none is wanted any more; it is asked before one is spent."""
        lane = self._locks[urgent]
        if not lane.locked() and self._seconds_to_place(check, urgent=urgent) <= 0:
            return
        began = self._clock.monotonic()
        self._waiting += 1
        self._waits += 1
        try:
            async with lane:
                await self._wait(check, urgent=urgent)
        finally:
            self._waiting -= 1
            self._waited += self._clock.monotonic() - began

    async def _wait(self, check: Callable[[], None], *, urgent: bool) -> None:
        while True:
            seconds = self._seconds_to_place(check, urgent=urgent)
            if seconds <= 0:
                return
            await self._sleep(min(seconds, _LOOK_AGAIN))

    def _seconds_to_place(self, check: Callable[[], None], *, urgent: bool) -> float:
        check()
        return self._limiter.admit(self._clock.monotonic(), urgent=urgent) if self._limit else 0.0
