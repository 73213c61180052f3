"""A loop as data, and how it fares: what is counted, what is told, when it runs next."""

import logging
import random
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from radarr.ports.clock import Clock
from radarr.ports.driving.status import LoopStatus
from radarr.ports.errors import PortError

log = logging.getLogger(__name__)

_FIRST_WAIT = 5.0  # seconds after a first failure; doubled with each further one, up to the loop's own period
_SPREAD = 0.2  # of a wait after a failure, so that several daemons do not come back in step
_TOLD_AGAIN = 3600.0  # seconds after which a trouble that stays is told once more
_MOST_TOLD = 50  # troubles remembered: one whose words change with every failure must not fill the memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """Work done again and again. `every` in seconds, 0 only when woken; `jitter` is a share of it.

    `due` says after how many seconds one that has no period is next needed, None: only when woken.
    One that runs for longer than `limit` seconds hangs. The daemon lives only while no `vital` one does.
    """

    name: str
    every: float
    run: Callable[[], Awaitable[None]]
    jitter: float = 0.1
    due: Callable[[], float | None] | None = None
    limit: float = 3600
    vital: bool = True


@dataclass(slots=True)
class LoopRecord:
    """How one loop fares."""

    loop: Loop
    clock: Clock
    last_run: datetime | None = None
    next_run: datetime | None = None
    failures: int = 0
    _running_since: datetime | None = None
    _began: float | None = None
    _duration: float | None = None
    _runs: int = 0
    _failed: int = 0
    _crashes: int = 0
    _last_error: str = ""
    _told: dict[str, float] = field(default_factory=dict)
    _hang_told: bool = False

    def begin(self) -> None:
        """It runs from now on."""
        self.next_run = None
        self._runs += 1
        self._running_since, self._began = self.clock.now(), self.clock.monotonic()

    def end(self) -> None:
        """It does not run any more, whatever came of it."""
        if self._began is not None:
            self._duration = self.clock.monotonic() - self._began
        self._running_since = self._began = None
        self._hang_told = False

    def succeeded(self) -> None:
        """All is well."""
        if self.failures:
            log.info("%s: well again after %d failures", self.loop.name, self.failures)
        self.failures, self._last_error = 0, ""
        self._told.clear()

    def troubled(self, error: PortError) -> None:
        """Something beyond us failed."""
        self._count(str(error))
        if self._is_news(error.message):  # a remedy may say in how many seconds
            log.warning("%s: %s", self.loop.name, error)

    def crashed(self, error: Exception) -> None:
        """A mistake of ours: told with its traceback, then hourly in a line, as the same place fails the same way."""
        self._crashes += 1
        self._count(f"{type(error).__name__}: {error}")
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__} {place.filename}:{place.lineno}"
        is_known = where in self._told
        if not self._is_news(where):
            return
        if is_known:
            log.warning("the loop %s failed as before, %d times in a row", self.loop.name, self.failures)
        else:
            log.error("the loop %s failed; it is tried again", self.loop.name, exc_info=error)

    def hangs(self) -> bool:
        """Whether it has been running for longer than it ever should, which is told once."""
        if self._began is None or self.clock.monotonic() - self._began <= self.loop.limit:
            return False
        if not self._hang_told:
            self._hang_told = True
            log.error("the loop %s has been running for over %g s: it hangs", self.loop.name, self.loop.limit)
        return True

    def next_wait(self) -> float | None:
        """Seconds until it is due; None: only when woken."""
        loop = self.loop
        if self.failures:
            wait = _FIRST_WAIT * (1 << min(self.failures - 1, 10))
            return _spread(min(wait, loop.every) if loop.every > 0 else wait, _SPREAD)
        if loop.due is not None:
            return loop.due()
        return _spread(loop.every, loop.jitter) if loop.every > 0 else None

    def status(self) -> LoopStatus:
        """For people and programs."""
        return LoopStatus(
            name=self.loop.name,
            every=self.loop.every,
            last_run=self.last_run,
            next_run=self.next_run,
            failures=self.failures,
            last_error=self._last_error,
            duration=self._duration,
            running_since=self._running_since,
            runs=self._runs,
            failed=self._failed,
            crashes=self._crashes,
            hung=self.hangs(),
        )

    def _count(self, message: str) -> None:
        self.failures += 1
        self._failed += 1
        self._last_error = message

    def _is_news(self, trouble: str) -> bool:
        """A trouble that stays is told hourly: a service that is down for a night must not fill the log."""
        now = self.clock.monotonic()
        at = self._told.get(trouble)
        if at is not None and now - at < _TOLD_AGAIN:
            return False
        if len(self._told) >= _MOST_TOLD:
            self._told.clear()
        self._told[trouble] = now
        return True


def _spread(seconds: float, share: float) -> float:
    return seconds * (1 + random.uniform(-share, share))  # noqa: S311  # spreads load, guards nothing
