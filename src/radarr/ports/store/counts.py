"""How much there is of everything, for graphs and summaries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from radarr.domain.states.download import DownloadState


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The library and the queue in numbers. `library_bytes`: all films' files together, in bytes."""

    movies: int = 0
    monitored: int = 0
    """Films with a monitored slot."""
    files: int = 0
    wanted: int = 0
    """Monitored slots without a file."""
    library_bytes: int = 0
    downloads: Mapping[DownloadState, int] = field(default_factory=dict)
    """Open downloads by state; a state that none is in is left out."""

    @property
    def queue(self) -> int:
        """Open downloads."""
        return sum(self.downloads.values())


class Counts(Protocol):
    """Counts that the store makes itself: no film is read for them."""

    async def totals(self) -> Totals: ...

    async def size(self) -> int:
        """Bytes of the whole database."""
        ...
