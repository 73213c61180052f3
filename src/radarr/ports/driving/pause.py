"""Asking for quiet: no searches, no grabs; imports go on."""

from datetime import datetime
from typing import Protocol

from radarr.domain.pause import Pause


class PauseWork(Protocol):
    """Pauses and resumes."""

    async def current(self) -> Pause | None:
        """The pause in force."""
        ...

    async def pause(self, until: datetime | None = None) -> Pause:
        """Takes effect at once and outlives a restart. Raises Refused for a moment that has passed."""
        ...

    async def resume(self) -> None:
        """No pause is no error."""
        ...
