"""Carry out a journaled import, from wherever it stands."""

import logging
from dataclasses import replace

from radarr.app.usecases.told_claim import told_claim
from radarr.domain.history import EventKind, HistoryEvent
from radarr.domain.importing.journal import Import, ImportItem, ImportState, Retired
from radarr.domain.movie import RootFolder
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.errors import Conflict, Gone, PortError
from radarr.ports.files import Files
from radarr.ports.meter import Meter
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)


class RunImport:
    """Carry out a journaled import, from wherever it stands.

    - The new file is complete under a hidden name first, then the old one goes to the recycle folder, then the
      new one gets its final name. Each step is committed after it was done, and can be repeated.
    - A root that is away, another's, read-only or full stops the import where it stands; it goes on later.
    - What cannot go on (the source is gone, a stranger's file has the name) is taken back whole.
    - Extras follow their film; one that cannot be had is left out and told.
    """

    def __init__(
        self,
        files: Files,
        store: Store,
        clock: Clock,
        checkpoint: Checkpoint,
        meter: Meter,
        *,
        transfer: tuple[str, ...],
    ) -> None:
        self._files = files
        self._store = store
        self._clock = clock
        self._checkpoint = checkpoint
        self._meter = meter
        self._transfer = transfer

    async def execute(self, entry: Import) -> Import:
        """The import in its final state: recorded, or failed with a message and undone.

        Raises Unavailable, NoSpace, NotPermitted, Refused: it stands where it was and can be tried again.
        """
        async with self._store.snapshot() as tx:
            root = await tx.roots.get(entry.root_id)
        if root is None:
            return await self._end(entry, ImportState.FAILED, "its root folder is no longer known")
        await self._files.check_root(root)
        try:
            if entry.state is ImportState.PLANNED:
                entry = await self._stage(root, entry)
            if entry.state is ImportState.STAGED:
                entry = await self._recycle(root, entry)
            if entry.state is ImportState.RECYCLED:
                entry = await self._publish(root, entry)
        except (Conflict, Gone) as error:
            await self.undo(root, entry)
            return await self._end(entry, ImportState.FAILED, str(error))
        return await self._record(entry) if entry.state is ImportState.PUBLISHED else entry

    async def undo(self, root: RootFolder, entry: Import) -> None:
        """Take back what was done of an import that has not been published."""
        for item in (entry.film, *entry.extras):
            await self._files.discard(root, item.temporary)
        for old in _replaced(entry):
            if await self._files.size(root, old.recycled) is not None:
                await self._files.restore(root, old.recycled, old.path)

    async def abandon(self, entry: Import) -> Import:
        """Take an import back for good. One that may have its final name already is finished instead."""
        if entry.state in {ImportState.RECYCLED, ImportState.PUBLISHED}:
            return await self.execute(entry)
        async with self._store.snapshot() as tx:
            root = await tx.roots.get(entry.root_id)
        if root is not None:
            await self._files.check_root(root)
            await self.undo(root, entry)
        return await self._end(entry, ImportState.UNDONE, "its download was given up")

    async def _stage(self, root: RootFolder, entry: Import) -> Import:
        film = await self._files.stage(root, entry.film, self._transfer)
        extras: list[ImportItem] = []
        for extra in entry.extras:
            try:
                extras.append(await self._files.stage(root, extra, self._transfer))
            except PortError as error:
                log.warning("%s is left out: %s", extra.source, error)
                await self._files.discard(root, extra.temporary)  # of an earlier try
        self._checkpoint("import.linked")
        staged = await self._save(replace(entry, state=ImportState.STAGED, film=film, extras=tuple(extras)))
        self._checkpoint("import.staged")
        return staged

    async def _recycle(self, root: RootFolder, entry: Import) -> Import:
        for old in _replaced(entry):
            try:
                await self._files.recycle(root, old.path, old.recycled)
            except Gone:  # somebody took the old file away already: that is what we wanted
                log.warning("%s was not there any more", old.path)
            self._checkpoint("import.recycling")
        recycled = await self._save(replace(entry, state=ImportState.RECYCLED))
        self._checkpoint("import.recycled")
        return recycled

    async def _publish(self, root: RootFolder, entry: Import) -> Import:
        await self._files.publish(root, entry.film)
        published: list[ImportItem] = []
        for extra in entry.extras:
            try:
                await self._files.publish(root, extra)
                published.append(extra)
            except (Conflict, Gone) as error:  # the film has its final name: nothing may be taken back any more
                log.warning("%s is left out: %s", extra.source, error)
                await self._files.discard(root, extra.temporary)
        self._checkpoint("import.publishing")
        saved = await self._save(replace(entry, state=ImportState.PUBLISHED, extras=tuple(published)))
        self._checkpoint("import.published")
        return saved

    async def _record(self, entry: Import) -> Import:
        recorded = replace(entry, state=ImportState.RECORDED, ended_at=self._clock.now())
        async with self._store.transaction() as tx:
            await self._put_into_library(tx, entry)
            await tx.imports.save(recorded)
            told = await told_claim(tx, entry.slot_id, entry.file.infohash or "")
            await tx.history.add(_imported(entry, recorded, told))
        log.info("%s: imported by %s as %s", entry.file.scene_name, entry.film.transfer, entry.film.target)
        self._meter.imported(
            entry.film.size, upgrade=entry.replaces is not None, transfer=entry.film.transfer or "unknown"
        )
        if told:
            self._meter.failed("claim")
        self._checkpoint("import.recorded")
        return recorded

    async def _put_into_library(self, tx: Transaction, entry: Import) -> None:
        movie = await tx.movies.get(entry.movie_id)
        slot = next((s for s in movie.slots if s.id == entry.slot_id), None) if movie else None
        if slot is None:
            log.warning("%s: its film was removed while it was imported", entry.film.target)
            return
        await tx.movies.set_file(slot.id, replace(entry.file, added_at=self._clock.now()))
        folder = entry.film.target.rpartition("/")[0]
        await tx.movies.save_slot(replace(slot, folder=folder))

    async def _end(self, entry: Import, state: ImportState, message: str) -> Import:
        log.warning("%s was not imported: %s", entry.film.target, message)
        if state is ImportState.FAILED:
            self._meter.failed("import")
        return await self._save(replace(entry, state=state, ended_at=self._clock.now(), message=message))

    async def _save(self, entry: Import) -> Import:
        async with self._store.transaction() as tx:
            await tx.imports.save(entry)
        return entry


def _replaced(entry: Import) -> tuple[Retired, ...]:
    """The file that gives way, and what came with it."""
    if entry.replaces is None or entry.recycled is None:
        return ()
    return (Retired(entry.replaces.path, entry.recycled), *entry.retired)


def _imported(entry: Import, recorded: Import, told: dict[str, str]) -> HistoryEvent:
    return HistoryEvent(
        at=recorded.ended_at or entry.started_at,
        kind=EventKind.IMPORTED,
        movie_id=entry.movie_id,
        slot_id=entry.slot_id,
        download_id=entry.download_id,
        infohash=entry.file.infohash,
        title=entry.file.scene_name,
        quality=entry.file.quality.name,
        data={
            "droppedPath": entry.film.source,
            "importedPath": entry.film.target,
            "transfer": entry.film.transfer or "",
            "size": str(entry.film.size),
            "import": str(entry.id),
            "replaced": entry.replaces.path if entry.replaces else "",
            "recycled": (entry.recycled or "") if entry.replaces else "",
            **told,
        },
    )
