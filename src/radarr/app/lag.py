"""How late the event loop is: what keeps it busy for long keeps every request and every loop waiting."""

from collections import deque

import anyio

from radarr.ports.clock import Clock
from radarr.ports.driving.lag import Lag

EVERY = 0.5  # seconds between two samples
_KEPT = 240  # samples: two minutes


class LoopLag:
    """Samples by how much a timer comes late."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._late: deque[float] = deque(maxlen=_KEPT)

    async def run(self) -> None:
        """Never returns; cancel it to stop."""
        while True:
            due = self._clock.monotonic() + EVERY
            await anyio.sleep(EVERY)
            self.note(self._clock.monotonic() - due)

    def note(self, late: float) -> None:
        """One sample, in seconds; a timer that comes early is on time."""
        self._late.append(max(0.0, late))

    def view(self) -> Lag:
        """Over the samples that are kept."""
        if not self._late:
            return Lag()
        ordered = sorted(self._late)
        return Lag(p50_ms=_share(ordered, 0.50), p99_ms=_share(ordered, 0.99), max_ms=_milliseconds(ordered[-1]))


def _share(ordered: list[float], share: float) -> float:
    """The sample that this share of all does not exceed."""
    return _milliseconds(ordered[min(len(ordered) - 1, int(share * len(ordered)))])


def _milliseconds(seconds: float) -> float:
    return round(seconds * 1000, 3)
