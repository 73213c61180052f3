"""The named moments of a grab and an import at which the daemon may be killed without harm.

A use-case calls its checkpoint between two steps. In production nothing happens there; a fault test
hands in one that kills the process, and then looks whether anything was lost.
"""

from typing import Protocol

POINTS = (
    "grab.decided",  # the best release is known, nothing is written
    "grab.fetched",  # its torrent is in memory, nothing is written
    "grab.intended",  # the intent is committed, the client knows nothing
    "grab.added",  # the client has it, the database does not know
    "grab.confirmed",  # the database knows
    "track.completed",  # the client is done, the database knows
    "import.planned",  # the journal names every path, the disk is untouched
    "import.linked",  # the temporary file is complete, the journal says planned
    "import.staged",  # the journal says staged
    "import.recycling",  # the old file is in the recycle folder, the journal says staged
    "import.recycled",  # the journal says recycled
    "import.publishing",  # the file has its final name, the journal does not know
    "import.published",  # the journal says published, the library does not know
    "import.recorded",  # the library knows
)


class Checkpoint(Protocol):
    """Called with one of POINTS."""

    def __call__(self, point: str, /) -> None:
        """Return at once, or never."""
        ...


def no_checkpoint(_point: str, /) -> None:
    """What production uses."""
