"""Show what is under way."""

from collections.abc import Iterable, Iterator, Mapping

from radarr.domain.movie import Movie
from radarr.domain.pending import Pending
from radarr.ports.download_client import ClientTorrent, DownloadClient
from radarr.ports.driving.queue import QueueItem, QueueView, WaitingItem
from radarr.ports.errors import PortError
from radarr.ports.store import Store


class ShowQueue:
    """Show what is under way.

    - Our downloads come from the database, and are shown while the client is away too.
    - What waits until it is due comes after them, the soonest first.
    - What else lies in our category is shown as unmatched, and never touched.
    """

    def __init__(self, client: DownloadClient, store: Store) -> None:
        self._client = client
        self._store = store

    async def execute(self) -> QueueView:
        """See ports.driving.queue."""
        async with self._store.snapshot() as tx:
            downloads = await tx.downloads.open()
            pending = await tx.pending.all()
            movie_ids = {d.movie_id for d in downloads} | {p.movie_id for p in pending}
            movies = {movie.id: movie for movie in await tx.movies.some(movie_ids)}
        items = tuple(QueueItem(download=d, movie=movies.get(d.movie_id)) for d in downloads)
        waiting = tuple(_waiting(pending, movies))
        try:
            listed = await self._client.torrents()
        except PortError as error:
            return QueueView(items=items, waiting=waiting, problem=str(error))
        return QueueView(items=items, waiting=waiting, unmatched=await self._strangers(listed))

    async def _strangers(self, listed: tuple[ClientTorrent, ...]) -> tuple[ClientTorrent, ...]:
        async with self._store.snapshot() as tx:
            strangers = [t for t in listed if not t.ours and not await tx.downloads.by_infohash(t.infohash)]
        return tuple(strangers)


def _waiting(pending: Iterable[Pending], movies: Mapping[int, Movie]) -> Iterator[WaitingItem]:
    names = {slot.id: slot.name for movie in movies.values() for slot in movie.slots}
    for each in sorted(pending, key=lambda each: (each.due_at, each.id)):
        if each.movie_id in movies:
            yield WaitingItem(pending=each, movie=movies[each.movie_id], slot=names.get(each.slot_id, ""))
