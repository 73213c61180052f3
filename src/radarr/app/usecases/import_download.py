"""Import a finished download into the slots that it fills."""

import logging
from collections.abc import Mapping
from dataclasses import replace

from radarr.app.usecases.correlation import correlated, following
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.fail_download import FailDownload
from radarr.app.usecases.plan_import import PlanImport
from radarr.app.usecases.run_import import RunImport
from radarr.app.usecases.send_download import is_due, next_try
from radarr.app.usecases.still_open import still_open
from radarr.domain.download import Download
from radarr.domain.history import EventKind, HistoryEvent
from radarr.domain.importing.journal import Import, ImportState
from radarr.domain.importing.plan import Refusal
from radarr.domain.states.download import FINAL, TRANSITIONS, DownloadEvent, DownloadState
from radarr.domain.tracking import step
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.download_client import ClientTorrent
from radarr.ports.errors import LeaseLost, PortError
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)

_E = DownloadEvent
_TO_LIBRARY = (_E.CONFIRM, _E.COMPLETED, _E.INSPECT, _E.IMPORT)


class ImportDownload:
    """Import a finished download into the slots that it fills.

    - The journal names every path before the disk is touched; a slot that has this download already is done.
    - What cannot be imported waits, says why, and is tried again less and less often.
    - What is dangerous, or no film at all, is failed: blocklisted, and the next best is searched. One that has filled
      another slot already is kept, and waits for a person.
    - A film that turns out to be nothing for one of its slots is passed over there: the next best is searched for it.
    """

    def __init__(
        self, plan: PlanImport, run: RunImport, fail: FailDownload, store: Store, clock: Clock, checkpoint: Checkpoint
    ) -> None:
        self._plan = plan
        self._run = run
        self._fail = fail
        self._store = store
        self._clock = clock
        self._checkpoint = checkpoint

    async def execute(self, download: Download, torrent: ClientTorrent) -> None:
        """Import what is complete. Trouble ends in the download's message, not in an exception; LeaseLost is raised."""
        try:
            unwanted: dict[int, Refusal] = {}
            for slot_id in download.slot_ids:
                ended = await self._import_slot(download, torrent, slot_id)
                if isinstance(ended, Refusal):
                    unwanted[slot_id] = ended
                elif not ended:
                    return
            await self._ended(download, unwanted)
        except LeaseLost:
            raise
        except PortError as error:
            await self._wait(download, str(error))

    async def finish_open(self) -> None:
        """Go on with every import that was begun, as after a kill."""
        async with self._store.snapshot() as tx:
            entries = await tx.imports.open()
            downloads = {d.id: d for d in await tx.downloads.open()}
        for entry in entries:
            download = downloads.get(entry.download_id or 0)
            if download and not is_due(download, self._clock.now()):
                continue
            with following(download) if download else correlated(movie=entry.movie_id):
                await self._go_on(entry, download)
        begun = {entry.download_id for entry in entries}
        for download in downloads.values():
            if download.state is DownloadState.IMPORTING and download.id not in begun:
                await self._leave_off(download)

    async def abandon(self, download: Download) -> None:
        """Take back an import that waits, before its download is given up. Raises Unavailable, NotPermitted."""
        async with self._store.snapshot() as tx:
            entries = [e for e in await tx.imports.open() if e.download_id == download.id]
        for entry in entries:
            await self._run.abandon(entry)

    async def _leave_off(self, download: Download) -> None:
        """A kill came between the end of an import and what the download was to learn of it."""
        if await self._all_recorded(download):
            await self._finished(download)
        else:
            await self._keep(step(download, _E.RETRY, self._clock.now()))

    async def _go_on(self, entry: Import, download: Download | None) -> None:
        try:
            ended = await self._run.execute(entry)
        except LeaseLost:
            raise
        except PortError as error:
            if download is not None:
                await self._wait(download, str(error))
            return
        except Exception:  # one import's trouble must not hold up the others
            log.exception("%s could not be imported; it is tried again", entry.film.source)
            return
        if download is None:
            return
        if ended.state is ImportState.FAILED:
            await self._wait(download, ended.message)
        elif await self._all_recorded(download):
            await self._finished(download)

    async def _all_recorded(self, download: Download) -> bool:
        async with self._store.snapshot() as tx:
            return all([await _recorded(tx, download, slot_id) for slot_id in download.slot_ids])

    async def _any_recorded(self, download: Download) -> bool:
        async with self._store.snapshot() as tx:
            return any([await _recorded(tx, download, slot_id) for slot_id in download.slot_ids])

    async def _ended(self, download: Download, unwanted: Mapping[int, Refusal]) -> None:
        """Every slot has it, or does not want it."""
        if len(unwanted) == len(download.slot_ids):
            await self._fail.execute(download, "; ".join(dict.fromkeys(r.message for r in unwanted.values())))
            return
        for slot_id, refusal in unwanted.items():
            await self._fail.pass_over(download, slot_id, refusal.message)
        await self._finished(download)

    async def _import_slot(self, download: Download, torrent: ClientTorrent, slot_id: int) -> bool | Refusal:
        """Whether the slot has it; the refusal where it does not want it for good. Else the download waits."""
        async with self._store.snapshot() as tx:
            if await _recorded(tx, download, slot_id):
                return True
        planned = await self._plan.execute(download, torrent, slot_id)
        if isinstance(planned, Refusal):
            if planned.unwanted:
                return planned
            await self._refused(download, planned)
            return False
        importing = self._importing(download)
        async with self._store.transaction() as tx:
            await still_open(tx, download)
            entry = await tx.imports.add(planned)
            await tx.downloads.save(importing)
        self._checkpoint("import.planned")
        ended = await self._run.execute(entry)
        if ended.state is ImportState.FAILED:
            await self._wait(importing, ended.message)
            return False
        return True

    def _importing(self, download: Download) -> Download:
        """The download on its way into the library, from wherever it waited."""
        now = self._clock.now()
        for event in _TO_LIBRARY:
            if event in TRANSITIONS[download.state]:
                download = step(download, event, now)
        return replace(download, message="")

    async def _refused(self, download: Download, refusal: Refusal) -> None:
        if refusal.final and not await self._any_recorded(download):
            await self._fail.execute(download, refusal.message)
        else:
            await self._wait(download, refusal.message)

    async def _finished(self, download: Download) -> None:
        now = self._clock.now()
        done = step(self._importing(download), _E.FINISH, now, next_attempt_at=None)
        await self._keep(done)

    async def _wait(self, download: Download, message: str) -> None:
        now = self._clock.now()
        told = download.state is DownloadState.BLOCKED and download.message == message
        if not told:
            log.warning("%s waits: %s", download.grab.release.title, message)
        # one that the client lost is an intent again, and waits as such while its import is taken back
        blocked = step(download, _E.BLOCK, now) if _E.BLOCK in TRANSITIONS[download.state] else download
        waiting = replace(
            blocked,
            message=message,
            attempts=download.attempts + 1,
            next_attempt_at=next_try(download.attempts, now),
        )
        event = None if told else download_event(waiting, EventKind.WAITING, now, message=message)
        await self._keep(waiting, event)

    async def _keep(self, download: Download, event: HistoryEvent | None = None) -> None:
        """Save it, unless a person has given it up meanwhile."""
        async with self._store.transaction() as tx:
            now = await tx.downloads.get(download.id)
            if now is None or now.state in FINAL:
                return
            await tx.downloads.save(download)
            if event is not None:
                await tx.history.add(event)


async def _recorded(tx: Transaction, download: Download, slot_id: int) -> bool:
    entries = await tx.imports.for_slot(slot_id)
    return any(e.download_id == download.id and e.state is ImportState.RECORDED for e in entries)
