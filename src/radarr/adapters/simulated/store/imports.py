"""The journal of the library's changes in memory."""

from dataclasses import replace

from radarr.adapters.simulated.store.state import State
from radarr.domain.importing.journal import Import, ImportState
from radarr.ports.errors import Conflict

_OPEN = frozenset({ImportState.PLANNED, ImportState.STAGED, ImportState.RECYCLED, ImportState.PUBLISHED})


class MemoryImports:
    """`ports.store.imports.Imports`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, entry: Import) -> Import:
        target = (entry.root_id, entry.film.target)
        if any(o.slot_id == entry.slot_id or (o.root_id, o.film.target) == target for o in await self.open()):
            raise Conflict(f"an import to {entry.film.target} is under way already")
        added = replace(entry, id=self._state.next_id("imports"))
        return self._state.put(self._state.imports, added.id, added)

    async def get(self, import_id: int) -> Import | None:
        return self._state.imports.get(import_id)

    async def save(self, entry: Import) -> None:
        if entry.id in self._state.imports:
            self._state.put(self._state.imports, entry.id, entry)

    async def open(self) -> tuple[Import, ...]:
        return tuple(entry for entry in self._state.imports.values() if entry.state in _OPEN)

    async def for_slot(self, slot_id: int) -> tuple[Import, ...]:
        return tuple(entry for entry in reversed(self._state.imports.values()) if entry.slot_id == slot_id)
