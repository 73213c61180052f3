"""The journal of the library's changes."""

from typing import Protocol

from radarr.domain.importing.journal import Import


class Imports(Protocol):
    """Imports are never removed."""

    async def add(self, entry: Import) -> Import:
        """Keep an intent; returns it with its id. Raises Conflict if an open one has the same slot or target."""
        ...

    async def get(self, import_id: int) -> Import | None: ...

    async def save(self, entry: Import) -> None: ...

    async def open(self) -> tuple[Import, ...]:
        """Those in state planned, staged, recycled or published, oldest first."""
        ...

    async def for_slot(self, slot_id: int) -> tuple[Import, ...]:
        """Every import of a slot, newest first."""
        ...
