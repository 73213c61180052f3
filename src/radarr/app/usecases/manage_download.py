"""Act on a download as a person asks."""

import json
from dataclasses import replace

from radarr.app.usecases.bells import DOWNLOADS, OUTBOX, Bells
from radarr.app.usecases.correlation import following
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.fail_download import REMOVE_TOPIC, FailDownload
from radarr.app.usecases.import_download import ImportDownload
from radarr.app.usecases.still_open import may_end, still_open
from radarr.domain.download import Download
from radarr.domain.history import EventKind
from radarr.domain.states.download import FINAL, DownloadEvent, DownloadState
from radarr.domain.tracking import step
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.driving.queue import QueueAction
from radarr.ports.errors import Conflict, Gone, Refused
from radarr.ports.store import Store


class ManageDownload:
    """Act on a download as a person asks.

    - Pause and resume go to the client. Retry lets a waiting grab or import try again at once.
    - Fail blocklists the release, takes it out of the client and searches for the next best.
    - Remove forgets it; its data goes only where the client is to be cleaned too.
    - While its file is being imported a download is left alone.
    """

    def __init__(
        self,
        client: DownloadClient,
        imports: ImportDownload,
        fail: FailDownload,
        store: Store,
        clock: Clock,
        bells: Bells,
    ) -> None:
        self._client = client
        self._import = imports
        self._fail = fail
        self._store = store
        self._clock = clock
        self._bells = bells

    async def execute(
        self,
        download_id: int,
        action: QueueAction,
        *,
        remove_from_client: bool = True,
        blocklist: bool = False,
        search_again: bool = True,
    ) -> Download:
        """See ports.driving.queue."""
        async with self._store.snapshot() as tx:
            download = await tx.downloads.get(download_id)
        if download is None:
            raise Gone(f"there is no download {download_id}")
        if download.state in FINAL:
            raise Refused(f"{download.grab.release.title} is {download.state} already: nothing can be done to it")
        with following(download):
            match action:
                case QueueAction.PAUSE:
                    await self._client.pause(_in_client(download))
                case QueueAction.RESUME:
                    await self._client.resume(_in_client(download))
                case QueueAction.RETRY:
                    return await self._retry(download)
                case QueueAction.FAIL:
                    await self._leave_library(download)
                    return await self._fail.execute(
                        download, "a person said so", remove=remove_from_client, search_again=search_again
                    )
                case QueueAction.REMOVE:
                    await self._leave_library(download)
                    if blocklist:
                        return await self._fail.execute(
                            download, "removed by a person", remove=remove_from_client, search_again=search_again
                        )
                    return await self._forget(download, remove_from_client=remove_from_client)
        return download

    async def _forget(self, download: Download, *, remove_from_client: bool) -> Download:
        now = self._clock.now()
        event = DownloadEvent.REMOVE if remove_from_client else DownloadEvent.IGNORE
        async with self._store.transaction() as tx:
            forgotten = step(await may_end(tx, download), event, now, message="removed by a person")
            await tx.downloads.save(forgotten)
            await tx.history.add(download_event(download, EventKind.IGNORED, now, message=forgotten.message))
            if remove_from_client and forgotten.client_id and not forgotten.adopted:
                await tx.outbox.add(REMOVE_TOPIC, json.dumps({"id": forgotten.client_id, "delete_data": True}))
        self._bells.ring(OUTBOX)
        return forgotten

    async def _leave_library(self, download: Download) -> None:
        """Take back what an import that waits has put into the library."""
        if download.state is DownloadState.IMPORTING:
            raise Conflict(f"{download.grab.release.title} is being imported", remedy="try again in a moment")
        await self._import.abandon(download)

    async def _retry(self, download: Download) -> Download:
        async with self._store.transaction() as tx:
            due = replace(await still_open(tx, download), next_attempt_at=None, attempts=0)
            await tx.downloads.save(due)
        self._bells.ring(DOWNLOADS)
        return due


def _in_client(download: Download) -> str:
    if not download.client_id:
        raise Refused(f"{download.grab.release.title} is not in the client yet")
    return download.client_id
