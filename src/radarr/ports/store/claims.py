"""What releases claimed, and what their files turned out to be."""

from typing import Protocol

from radarr.domain.media.claims import ClaimRecord, Honesty


class Claims(Protocol):
    """Claims that were measured. They outlive their films, as a group's record does."""

    async def keep(self, claim: ClaimRecord) -> None:
        """One a slot and torrent; a later one takes its place."""
        ...

    async def get(self, slot_id: int, infohash: str) -> ClaimRecord | None: ...

    async def contradicted(self, movie_id: int) -> tuple[ClaimRecord, ...]:
        """Those of a film that have lies, oldest first."""
        ...

    async def honesty(self, group: str) -> Honesty:
        """A group's record; its name in any case of letters."""
        ...
