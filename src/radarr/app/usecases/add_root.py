"""Make a folder a root of the library."""

from radarr.domain.movie import RootFolder
from radarr.ports.errors import Unavailable
from radarr.ports.files import Files
from radarr.ports.store import Store


class AddRoot:
    """Make a folder a root of the library.

    - Its sentinel file is written when it is added, and its UUID kept.
    - A known root is left as it is: a sentinel that is missing or different means another disk, and writing a
      new one there would hide that.
    """

    def __init__(self, files: Files, store: Store) -> None:
        self._files = files
        self._store = store

    async def execute(self, path: str) -> RootFolder:
        """See ports.driving.movies."""
        path = path.rstrip("/") or "/"
        async with self._store.snapshot() as tx:
            known = await tx.roots.by_path(path)
        if known is not None:
            return known
        root = await self._files.add_root(path)
        async with self._store.transaction() as tx:
            for other in await tx.roots.all():
                if other.sentinel == root.sentinel:
                    raise Unavailable(
                        f"{path} holds the sentinel of the root {other.path}",
                        remedy="it is the same folder under another name; use that name",
                    )
            return await tx.roots.add(root)
