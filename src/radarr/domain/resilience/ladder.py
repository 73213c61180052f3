"""How long an indexer that fails is left alone.

    failure    one step up, and it rests as long as the step says, or as long as it asked for itself
    failure    while it rests: no step, since it is of a request that was under way already
    success    one step down, and it rests no more

So an indexer that fails now and then is soon asked as often as ever, and one that is dead is asked once a day. What
fails before an indexer (the indexer manager is away) says nothing of it and does not come here.
"""

from typing import NamedTuple

MINUTE = 60.0
DAY = 86400.0
STEPS = tuple(n * MINUTE for n in (1, 5, 15, 30, 60, 180, 360, 720, 1440))
"""Seconds of rest, by level from 1 on."""


class Ladder(NamedTuple):
    """`level` 0 is the ground. `until` and `failing_since` in seconds of a clock that never jumps, None for never.

    `last_error` says why it last went up; "" on the ground.
    """

    level: int = 0
    until: float | None = None
    failing_since: float | None = None
    last_error: str = ""

    def rests(self, now: float) -> bool:
        """Whether it must not be asked."""
        return self.until is not None and now < self.until

    def failed(self, now: float, why: str, retry_after: float | None = None) -> "Ladder":
        """It failed. `retry_after` is the rest that it asked for, in seconds; at least a minute, at most a day.

        None at all (0, or a moment that has passed) is no wish: who fails each minute would be asked each minute.
        """
        stated = min(max(retry_after, MINUTE), DAY) if retry_after is not None and retry_after > 0 else None
        if self.until is not None and now < self.until:
            return self._replace(until=max(self.until, now + (stated or 0)), last_error=why)
        level = min(self.level + 1, len(STEPS))
        rest = STEPS[level - 1] if stated is None else stated
        since = now if self.failing_since is None else self.failing_since
        return Ladder(level, now + rest, since, why)

    def succeeded(self) -> "Ladder":
        """It answered."""
        level = max(self.level - 1, 0)
        return Ladder(level, last_error=self.last_error if level else "")
