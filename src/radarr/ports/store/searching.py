"""What is looked for, and what is remembered of the searches for it."""

from typing import Protocol

from radarr.domain.searching.want import SearchRecord, Want


class SlotSearches(Protocol):
    """The searches for each slot."""

    async def wants(self, after: int, limit: int) -> tuple[Want, ...]:
        """The next monitored slots of ids beyond that one (0: from the start on), at most so many, in order of id."""
        ...

    async def get(self, slot_id: int) -> SearchRecord | None:
        """None: it was not searched yet."""
        ...

    async def save(self, slot_id: int, record: SearchRecord) -> None:
        """Keep it in the place of the one before; of a slot that is there no more nothing is kept."""
        ...

    async def forget(self, slot_id: int) -> None:
        """As if it had not been searched yet."""
        ...

    async def open_offers(self, slot_id: int) -> frozenset[int]:
        """The ids of the indexers that offered what was not refused for good and has not been grabbed."""
        ...
