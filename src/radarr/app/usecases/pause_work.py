"""Pause all searching and grabbing, and resume it."""

import logging
from datetime import datetime

from radarr.app.usecases.bells import Bells
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.pause import Pause
from radarr.ports.clock import Clock
from radarr.ports.errors import Refused, Unavailable
from radarr.ports.store import Store

log = logging.getLogger(__name__)


class PauseWork:
    """Pause all searching and grabbing, and resume it.

    - Nothing is searched or grabbed while it holds, whoever asks; downloads are watched and imported.
    - It outlives a restart, and holds for what an older configuration still has in hand.
    - What was asked for meanwhile is done when it ends, the loops first of all.
    """

    def __init__(self, store: Store, clock: Clock, bells: Bells, under_way: UnderWay, wakes: tuple[str, ...]) -> None:
        self._store = store
        self._clock = clock
        self._bells = bells
        self._wakes = wakes
        self._under_way = under_way

    async def load(self) -> None:
        """Take up the pause that was kept last. Raises Unavailable."""
        async with self._under_way.pausing, self._store.snapshot() as tx:
            self._under_way.pause = await tx.pauses.get()

    async def current(self) -> Pause | None:
        """See ports.driving.pause."""
        return self._under_way.pause if self.holds() else None

    async def pause(self, until: datetime | None = None) -> Pause:
        """See ports.driving.pause."""
        now = self._clock.now()
        if until is not None and until <= now:
            raise Refused(f"{until:%Y-%m-%d %H:%M} UTC has passed", remedy="name a moment to come")
        made = Pause(now, until)
        await self._keep(made)
        log.info("paused %s", made)
        return made

    async def resume(self) -> None:
        """See ports.driving.pause."""
        await self._keep(None)
        log.info("resumed")
        self._wake()

    async def _keep(self, pause: Pause | None) -> None:
        async with self._under_way.pausing:
            async with self._store.transaction() as tx:
                await tx.pauses.set(pause)
            self._under_way.pause = pause

    def mind_the_end(self) -> None:
        """Wake what waited, once, where it has ended by itself."""
        if self._under_way.pause is None or self.holds():
            return
        self._under_way.pause = None
        log.info("the pause is over")
        self._wake()

    def _wake(self) -> None:
        for name in self._wakes:
            self._bells.ring(name)

    def holds(self) -> bool:
        """Whether nothing may be searched or grabbed now."""
        pause = self._under_way.pause
        return pause is not None and pause.holds(self._clock.now())

    def check(self) -> None:
        """Raises Unavailable while it holds."""
        if self.holds():
            raise Unavailable(f"the daemon is paused {self._under_way.pause}", remedy="`radarr resume` ends the pause")
