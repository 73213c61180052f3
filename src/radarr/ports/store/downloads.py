"""Grabs and what comes of them."""

from datetime import datetime
from typing import Protocol

from radarr.domain.decision.facts import Blocked
from radarr.domain.download import Download
from radarr.domain.torrent.infohash import Infohash


class Downloads(Protocol):
    """Downloads with their grabs. A download is open until imported, failed, superseded, ignored or removed."""

    async def add(self, download: Download) -> Download:
        """Keep an intent; returns it with ids of download and grab. Raises Conflict if one of that infohash is open."""
        ...

    async def get(self, download_id: int) -> Download | None: ...

    async def save(self, download: Download) -> None:
        """Keep all but slots and grab, which never change, save for an infohash that metadata completed."""
        ...

    async def open(self) -> tuple[Download, ...]:
        """Every open download, oldest first."""
        ...

    async def open_for_slot(self, slot_id: int) -> tuple[Download, ...]: ...

    async def by_infohash(self, infohash: Infohash) -> tuple[Download, ...]:
        """All that ever had this infohash, newest first; a match of either version counts."""
        ...

    async def imported_infohashes(self, slot_id: int) -> frozenset[str]:
        """Infohash keys of downloads that were imported into this slot."""
        ...

    async def served_slots(self) -> frozenset[int]:
        """Ids of all slots that ever had a download: who asks about many slots need not ask about the others."""
        ...

    async def let_go(self, slot_id: int) -> tuple[Blocked, ...]:
        """What was grabbed for this slot, and then removed, ignored or superseded, oldest first."""
        ...

    async def recent(self, limit: int) -> tuple[Download, ...]:
        """The newest, open or not."""
        ...

    async def count_searches(self, since: datetime, until: datetime) -> int:
        """How many automatic film searches `note_search` has noted between these; a clock may have been set back."""
        ...

    async def note_search(self, at: datetime, movie_id: int) -> None:
        """Remember an automatic film search."""
        ...
