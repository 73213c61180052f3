"""Show what is under way."""

from radarr.ports.download_client import ClientTorrent, DownloadClient
from radarr.ports.driving.queue import QueueItem, QueueView
from radarr.ports.errors import PortError
from radarr.ports.store import Store


class ShowQueue:
    """Show what is under way.

    - Our downloads come from the database, and are shown while the client is away too.
    - What else lies in our category is shown as unmatched, and never touched.
    """

    def __init__(self, client: DownloadClient, store: Store) -> None:
        self._client = client
        self._store = store

    async def execute(self) -> QueueView:
        """See ports.driving.queue."""
        async with self._store.snapshot() as tx:
            downloads = await tx.downloads.open()
            movies = {movie.id: movie for movie in await tx.movies.some({d.movie_id for d in downloads})}
        items = tuple(QueueItem(download=d, movie=movies.get(d.movie_id)) for d in downloads)
        try:
            listed = await self._client.torrents()
        except PortError as error:
            return QueueView(items=items, problem=str(error))
        return QueueView(items=items, unmatched=await self._strangers(listed))

    async def _strangers(self, listed: tuple[ClientTorrent, ...]) -> tuple[ClientTorrent, ...]:
        async with self._store.snapshot() as tx:
            strangers = [t for t in listed if not t.ours and not await tx.downloads.by_infohash(t.infohash)]
        return tuple(strangers)
