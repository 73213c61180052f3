"""What the daemon has in hand, whatever its configuration says now."""

import itertools

import anyio

from radarr.domain.pause import Pause
from radarr.ports.driving.commands import CommandStatus


class UnderWay:
    """What the daemon has in hand. There is one in a process.

    Another configuration has use-cases of its own, while those of the one before end what they began: what both
    may lay hands on is kept here.
    """

    def __init__(self) -> None:
        self.pause: Pause | None = None
        """In force: whoever still searches for the configuration before heeds it, too."""
        self.pausing = anyio.Lock()
        """Held while it is read or kept: what is remembered here is what was kept last."""
        self.tracking = anyio.Lock()
        """Held by who looks after the downloads: no film is imported by two at once."""
        self.sending: set[int] = set()
        """The downloads that are being sent to the client."""
        self.commands: dict[int, CommandStatus] = {}
        """Of the API, oldest first; its clients know them by number."""
        self.command_ids = itertools.count(1)
