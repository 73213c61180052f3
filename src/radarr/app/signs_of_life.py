"""What the service manager hears while the daemon lives: that it does, and what is most wrong."""

import logging
from collections.abc import Callable

import anyio

from radarr.app.generation import Generation
from radarr.ports.service_manager import ServiceManager

log = logging.getLogger(__name__)

_EVERY = 20.0  # seconds between two, at most a third of what the service manager waits


class SignsOfLife:
    """None are given while a vital loop hangs. `current` says which generation is in force."""

    def __init__(self, manager: ServiceManager, current: Callable[[], Generation]) -> None:
        self._manager = manager
        self._current = current
        self._told = ""

    async def run(self) -> None:
        """Never returns."""
        watchdog = self._manager.watchdog_seconds
        every = min(_EVERY, watchdog / 3) if watchdog else _EVERY
        while True:
            if self._current().supervisor.alive():
                self._manager.alive()
            self.tell_troubles()
            await anyio.sleep(every)

    def tell_again(self) -> None:
        """Another line took the place of the trouble that stands."""
        self._told = ""

    def tell_troubles(self) -> None:
        """Once each. A bug in the telling costs the line, and no more."""
        try:
            troubles = self._current().troubles()
        except Exception as error:
            troubles = f"how all fares cannot be told ({type(error).__name__}): this is a bug"
            if troubles != self._told:
                log.exception("how all fares cannot be told")
        if troubles != self._told:
            self._told = troubles
            self._manager.status(troubles or "all is well")
