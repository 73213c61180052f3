"""A failed login is not repeated: five bad ones from one address ban it for an hour, with all that live there.

The password is tried again after an hour, then after two, four and so on, at most once a day; at once after a
change of the settings.
"""

from radarr.ports.clock import Clock
from radarr.ports.errors import Unauthorised

HOUR = 3600.0
_LONGEST = 24 * HOUR


class Latch:
    """Remembers why we may not log in, and for how long."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._error: Unauthorised | None = None
        self._until = 0.0
        self._wrong = 0

    def check(self) -> None:
        """Return if a login may be tried. Raises Unauthorised as the last one did."""
        if self._error is not None and self._clock.monotonic() < self._until:
            raise Unauthorised(self._error.message, remedy=self._error.remedy) from self._error

    def close(self, error: Unauthorised, seconds: float) -> Unauthorised:
        """No login for so long; gives the error to raise."""
        self._error, self._until = error, self._clock.monotonic() + seconds
        return error

    def wrong_password(self, error: Unauthorised) -> Unauthorised:
        """No login for longer each time."""
        self._wrong += 1
        return self.close(error, min(HOUR * 2 ** (self._wrong - 1), _LONGEST))

    def open(self) -> None:
        """Forget it all: we are in, or the settings are new."""
        self._error, self._wrong = None, 0
