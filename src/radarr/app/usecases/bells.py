"""Wake-ups between parts of one process: who has news rings, and the loop that cares runs at once."""

from collections import defaultdict

import anyio

OUTBOX = "outbox"
DOWNLOADS = "downloads"
FEED = "feed"
PENDING = "pending"
SEARCH_MISSING = "search_missing"
REFRESH_METADATA = "refresh_metadata"
HOUSEKEEPING = "housekeeping"


class Bells:
    """One bell a loop. A ring while the loop runs lets it run once more; rings add up to one."""

    def __init__(self) -> None:
        self._bells: defaultdict[str, anyio.Event] = defaultdict(anyio.Event)

    def ring(self, name: str) -> None:
        """Wake the loop of this name."""
        self._bells[name].set()

    async def wait(self, name: str) -> None:
        """Until somebody rings."""
        await self._bells[name].wait()

    def silence(self, name: str) -> None:
        """The loop is about to run: what rings from now on is for the next run."""
        self._bells.pop(name, None)
