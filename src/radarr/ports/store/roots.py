"""Root folders, and ids for what the configuration names."""

from typing import Protocol

from radarr.domain.movie import RootFolder


class Roots(Protocol):
    """Root folders by id; the sentinel is kept so that another disk mounted there is noticed."""

    async def add(self, root: RootFolder) -> RootFolder:
        """Returns it with its id. A known path keeps its id and sentinel."""
        ...

    async def get(self, root_id: int) -> RootFolder | None: ...

    async def by_path(self, path: str) -> RootFolder | None: ...

    async def all(self) -> tuple[RootFolder, ...]: ...

    async def in_use(self) -> frozenset[int]:
        """Ids of those that some slot lies in."""
        ...


class Names(Protocol):
    """Integer ids for things that the configuration names; never reused."""

    async def id_of(self, kind: str, name: str) -> int:
        """The id of a profile, an indexer ..., given on first sight. Needs a writing transaction for a new one."""
        ...
