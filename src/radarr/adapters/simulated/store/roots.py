"""Root folders, names and loops in memory."""

from dataclasses import replace
from datetime import datetime

from radarr.adapters.simulated.store.state import State
from radarr.domain.movie import RootFolder


class MemoryRoots:
    """`ports.store.roots.Roots`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, root: RootFolder) -> RootFolder:
        if known := await self.by_path(root.path):
            return known
        added = replace(root, id=self._state.next_id("roots"))
        return self._state.put(self._state.roots, added.id, added)

    async def get(self, root_id: int) -> RootFolder | None:
        return self._state.roots.get(root_id)

    async def by_path(self, path: str) -> RootFolder | None:
        return next((root for root in self._state.roots.values() if root.path == path), None)

    async def all(self) -> tuple[RootFolder, ...]:
        return tuple(self._state.roots.values())

    async def in_use(self) -> frozenset[int]:
        return frozenset(slot.root_id for slot in self._state.slots.values())


class MemoryNames:
    """`ports.store.roots.Names`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def id_of(self, kind: str, name: str) -> int:
        known = self._state.names.get((kind, name))
        if known is not None:
            return known
        return self._state.put(self._state.names, (kind, name), self._state.next_id("names"))


class MemoryLoops:
    """`ports.store.loops.Loops`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def last_run(self, name: str) -> datetime | None:
        return self._state.loops.get(name)

    async def ran(self, name: str, at: datetime) -> None:
        self._state.put(self._state.loops, name, at)
