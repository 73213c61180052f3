"""Measure a film file, where that is possible."""

import logging

from radarr.domain.media.measured import Measured, Unmeasured
from radarr.ports.errors import PortError
from radarr.ports.probe import Probe

log = logging.getLogger(__name__)


class MeasureFilm:
    """Measure a film file, where that is possible.

    - One that cannot be measured is told in the log and is unknown: nothing fails for it, nothing waits for it.
    """

    def __init__(self, probe: Probe) -> None:
        self._probe = probe

    async def execute(self, path: str) -> Measured | None:
        """What the file is, None where that cannot be known. `path` is absolute."""
        try:
            found = await self._probe.measure(path)
        except PortError as error:
            log.warning("%s is taken as its name says, unmeasured: %s", path, error)
            return None
        if isinstance(found, Unmeasured):
            log.warning("it is taken as its name says, unmeasured: %s", found.message)
            return None
        return found
