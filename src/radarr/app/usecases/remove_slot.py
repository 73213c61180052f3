"""Take one version of a film out of the library."""

import logging

from radarr.app.usecases.recycle_file import recycle_file
from radarr.domain.history import EventKind, HistoryEvent
from radarr.domain.movie import MAIN_SLOT, Movie, MovieFile, Slot
from radarr.ports.clock import Clock
from radarr.ports.errors import Conflict, Gone, Refused
from radarr.ports.files import Files
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)


class RemoveSlot:
    """Take one version of a film out of the library.

    - The slot `main` stays as long as its film.
    - What becomes of its file must be said: it is kept where it lies, or goes to the recycle folder. Nothing is deleted
      by accident, and nothing for good.
    - A slot for which something is under way is not removed.
    """

    def __init__(self, files: Files, store: Store, clock: Clock) -> None:
        self._files = files
        self._store = store
        self._clock = clock

    async def execute(self, movie_id: int, name: str, *, delete_file: bool | None = None) -> None:
        """See ports.driving.movies."""
        async with self._store.snapshot() as tx:
            movie, slot = await _find(tx, movie_id, name)
            root = await tx.roots.get(slot.root_id)
        if slot.file and delete_file is None:
            raise Refused(
                f"{movie} has a file in the slot {name}: {slot.file.path}",
                remedy="say whether it goes to the recycle folder (--delete-files) or stays (--keep-files)",
            )
        recycled = slot.file if delete_file and root else None
        if recycled and root:
            await recycle_file(self._files, self._clock, root, recycled)
        async with self._store.transaction() as tx:
            movie, now = await _find(tx, movie_id, name)
            if now.file != slot.file:
                raise Conflict(f"the slot {name} of {movie} has got another file meanwhile", remedy="try again")
            if recycled:
                await tx.history.add(self._deleted(slot, recycled))
            await tx.movies.remove_slot(slot.id)
        log.info("%s: the slot %s is removed", movie, name)

    def _deleted(self, slot: Slot, file: MovieFile) -> HistoryEvent:
        return HistoryEvent(
            at=self._clock.now(),
            kind=EventKind.FILE_DELETED,
            movie_id=slot.movie_id,
            slot_id=slot.id,
            title=file.path,
            quality=file.quality.name,
            data={"reason": "Manual"},
        )


async def _find(tx: Transaction, movie_id: int, name: str) -> tuple[Movie, Slot]:
    """The slot, which may be removed now."""
    movie = await tx.movies.get(movie_id)
    slot = movie.slot(name) if movie else None
    if movie is None or slot is None:
        raise Gone(f"{movie} has no slot {name!r}" if movie else f"there is no film {movie_id}")
    if name == MAIN_SLOT:
        raise Refused("every film has the slot main", remedy="remove the film, or stop looking for it: --unmonitored")
    if under_way := await tx.downloads.open_for_slot(slot.id):
        title = under_way[0].grab.release.title
        raise Conflict(f"{title} is under way for it", remedy="`radarr queue remove` takes it out of the queue")
    return movie, slot
