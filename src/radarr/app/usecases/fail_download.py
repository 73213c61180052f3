"""Give a download up."""

import json
import logging
from datetime import datetime

from radarr.app.usecases.bells import OUTBOX, Bells
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.still_open import may_end
from radarr.domain.download import Download
from radarr.domain.history import BlocklistEntry, EventKind
from radarr.domain.states.download import DownloadEvent
from radarr.domain.tracking import step
from radarr.ports.clock import Clock
from radarr.ports.meter import Meter
from radarr.ports.store import Store

log = logging.getLogger(__name__)

REMOVE_TOPIC = "client.remove"
SEARCH_TOPIC = "search"


class FailDownload:
    """Give a download up.

    - Blocklist, history, the order to take it out of the client and the order to search for the next best are
      committed together; the orders are carried out from the outbox, however often the daemon is killed.
    """

    def __init__(self, store: Store, clock: Clock, bells: Bells, meter: Meter) -> None:
        self._store = store
        self._bells = bells
        self._clock = clock
        self._meter = meter

    async def execute(
        self,
        download: Download,
        message: str,
        *,
        blocklist: bool = True,
        remove: bool = True,
        search_again: bool = True,
    ) -> Download:
        """`remove` deletes its data too, which a failed download need not seed; what we only adopted stays.

        Raises Conflict when it has come to its end already, or is being imported.
        """
        now = self._clock.now()
        release = download.grab.release
        log.warning("%s failed: %s", release.title, message)
        async with self._store.transaction() as tx:
            download = await may_end(tx, download)
            failed = step(download, DownloadEvent.FAIL, now, message=message, next_attempt_at=None)
            await tx.downloads.save(failed)
            if blocklist:
                await tx.blocklist.add(_blocked(download, message, now))
            for slot_id in download.slot_ids:
                event = download_event(
                    download, EventKind.FAILED, now, slot_id, message=message, indexer=release.indexer
                )
                await tx.history.add(event)
            if remove and download.client_id and not download.adopted:
                await tx.outbox.add(REMOVE_TOPIC, json.dumps({"id": download.client_id, "delete_data": True}))
            if search_again:
                body = {"movie_id": download.movie_id, "slot_ids": list(download.slot_ids), "kind": "scheduled"}
                await tx.outbox.add(SEARCH_TOPIC, json.dumps(body))
        self._meter.failed("download")
        self._bells.ring(OUTBOX)
        return failed


def _blocked(download: Download, message: str, now: datetime) -> BlocklistEntry:
    release = download.grab.release
    return BlocklistEntry(
        at=now,
        movie_id=download.movie_id,
        title=release.title,
        infohash=download.grab.infohash.key,
        indexer=release.indexer,
        quality=download.grab.parsed.quality.name,
        size=release.size,
        message=message,
    )
