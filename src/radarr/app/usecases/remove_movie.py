"""Take a film out of the library."""

from radarr.app.usecases.import_download import ImportDownload
from radarr.app.usecases.recycle_file import recycle_file
from radarr.domain.history import EventKind, HistoryEvent
from radarr.domain.movie import Movie
from radarr.domain.states.download import DownloadEvent, DownloadState
from radarr.domain.tracking import step
from radarr.ports.clock import Clock
from radarr.ports.errors import Conflict, Gone
from radarr.ports.files import Files
from radarr.ports.store import Store


class RemoveMovie:
    """Take a film out of the library.

    - Its files stay, or go to the recycle folder where that is asked for; nothing is deleted for good.
    - A film whose import is under way is not removed; one that waits is taken back.
    """

    def __init__(self, files: Files, imports: ImportDownload, store: Store, clock: Clock) -> None:
        self._files = files
        self._import = imports
        self._store = store
        self._clock = clock

    async def execute(self, movie_id: int, *, delete_files: bool = False) -> None:
        """See ports.driving.movies."""
        async with self._store.snapshot() as tx:
            movie = await tx.movies.get(movie_id)
            if movie is None:
                raise Gone(f"there is no film {movie_id}")
            open_downloads = [d for d in await tx.downloads.open() if d.movie_id == movie_id]
        if any(d.state is DownloadState.IMPORTING for d in open_downloads):
            raise Conflict(f"{movie} is being imported", remedy="try again in a moment")
        for download in open_downloads:
            await self._import.abandon(download)
        if delete_files:
            await self._recycle(movie)
        now = self._clock.now()
        async with self._store.transaction() as tx:
            for download in [d for d in await tx.downloads.open() if d.movie_id == movie_id]:
                if download.state is DownloadState.IMPORTING:
                    raise Conflict(f"{movie} is being imported", remedy="try again in a moment")
                await tx.downloads.save(step(download, DownloadEvent.IGNORE, now, message="its film was removed"))
            await tx.history.add(
                HistoryEvent(at=now, kind=EventKind.MOVIE_DELETED, movie_id=movie_id, title=str(movie))
            )
            await tx.movies.remove(movie_id)

    async def _recycle(self, movie: Movie) -> None:
        for slot in movie.slots:
            if slot.file is None:
                continue
            async with self._store.snapshot() as tx:
                root = await tx.roots.get(slot.root_id)
            if root is not None:
                await recycle_file(self._files, self._clock, root, slot.file)
