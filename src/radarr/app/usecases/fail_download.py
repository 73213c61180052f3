"""Give a download up."""

import json
import logging
from datetime import datetime

from radarr.app.usecases.bells import OUTBOX, Bells
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.still_open import may_end
from radarr.app.usecases.told_claim import CONTRADICTIONS, told_claim
from radarr.domain.download import Download
from radarr.domain.history import BlocklistEntry, EventKind, HistoryEvent
from radarr.domain.states.download import DownloadEvent
from radarr.domain.tracking import step
from radarr.ports.clock import Clock
from radarr.ports.meter import Meter
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)

REMOVE_TOPIC = "client.remove"
SEARCH_TOPIC = "search"


class FailDownload:
    """Give a download up.

    - Blocklist, history, the order to take it out of the client and the order to search for the next best are
      committed together; the orders are carried out from the outbox, however often the daemon is killed.
    - Where its file contradicts what it claimed, the history tells that too.
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
            events = [
                await tx.history.add(await self._event(tx, download, EventKind.FAILED, slot_id, message))
                for slot_id in download.slot_ids
            ]
            if remove and download.client_id and not download.adopted:
                await tx.outbox.add(REMOVE_TOPIC, json.dumps({"id": download.client_id, "delete_data": True}))
            if search_again:
                await _order_search(tx, download.movie_id, download.slot_ids)
        self._meter.failed("download")
        if any(CONTRADICTIONS in event.data for event in events):
            self._meter.failed("claim")
        self._bells.ring(OUTBOX)
        return failed

    async def pass_over(self, download: Download, slot_id: int, message: str) -> None:
        """Go without it in one of its slots, while others have it: it stays, and another is searched for that slot."""
        log.warning("%s is nothing for one of its slots: %s", download.grab.release.title, message)
        async with self._store.transaction() as tx:
            await tx.history.add(await self._event(tx, download, EventKind.IGNORED, slot_id, message))
            await _order_search(tx, download.movie_id, (slot_id,))
        self._bells.ring(OUTBOX)

    async def _event(
        self, tx: Transaction, download: Download, kind: EventKind, slot_id: int, message: str
    ) -> HistoryEvent:
        told = await told_claim(tx, slot_id, download.grab.infohash.key)
        indexer = download.grab.release.indexer
        return download_event(download, kind, self._clock.now(), slot_id, message=message, indexer=indexer, **told)


async def _order_search(tx: Transaction, movie_id: int, slot_ids: tuple[int, ...]) -> None:
    body = {"movie_id": movie_id, "slot_ids": list(slot_ids), "kind": "scheduled"}
    await tx.outbox.add(SEARCH_TOPIC, json.dumps(body))


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
