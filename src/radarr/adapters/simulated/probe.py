"""A probe of films that are not there: for trials of use-cases."""

from collections.abc import Mapping

from radarr.domain.media.measured import Measured, Unmeasured
from radarr.ports.errors import Gone, PortError


class SimulatedProbe:
    """A Probe whose answers are given by path. `trouble` is raised by every call while it is set."""

    def __init__(self, films: Mapping[str, Measured | Unmeasured] | None = None) -> None:
        self.films = dict(films or {})
        self.asked: list[str] = []
        self.trouble: PortError | None = None

    async def measure(self, path: str) -> Measured | Unmeasured:
        if self.trouble is not None:
            raise self.trouble
        self.asked.append(path)
        if path not in self.films:
            raise Gone(f"{path} is not there any more")
        return self.films[path]
