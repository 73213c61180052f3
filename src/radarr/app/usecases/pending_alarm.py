"""When the next release that waits is due: kept in memory, so that nobody has to ask the database every minute."""

from datetime import datetime

from radarr.app.usecases.bells import PENDING, Bells
from radarr.ports.clock import Clock

_OVERDUE = 60.0  # seconds: what is due and could not be decided, as in a pause
_LONGEST = 3600.0  # seconds, after which a clock that was set anew is noticed


class PendingAlarm:
    """The one timer of all that waits."""

    def __init__(self, clock: Clock, bells: Bells) -> None:
        self._clock = clock
        self._bells = bells
        self._at: datetime | None = None
        self.is_known = False
        """Whether what waits was ever looked at."""

    def bring_forward(self, at: datetime | None) -> None:
        """Something is due at that moment; None says nothing."""
        if at is not None and (self._at is None or at < self._at):
            self._at = at
            if self.is_known:  # else the loop has its first run before it, and reads them all
                self._bells.ring(PENDING)

    def clear(self) -> None:
        """Whatever is due from now on has still to be told."""
        self._at, self.is_known = None, True

    def is_due(self) -> bool:
        """Whether there may be something to decide."""
        return not self.is_known or (self._at is not None and self._at <= self._clock.now())

    def wait(self) -> float | None:
        """Seconds until then; None where nothing waits."""
        if self._at is None:
            return None
        left: float = (self._at - self._clock.now()).total_seconds()
        return min(left, _LONGEST) if left > 0 else _OVERDUE
