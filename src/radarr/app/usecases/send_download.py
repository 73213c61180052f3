"""Carry out an intent to download."""

import json
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from radarr.app.usecases.fail_download import REMOVE_TOPIC
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.download import Download
from radarr.domain.states.download import DownloadEvent, DownloadState
from radarr.domain.tracking import step
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.download_client import AddRequest, DownloadClient
from radarr.ports.errors import LeaseLost, PortError, Refused
from radarr.ports.meter import Meter
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_UNSENT = frozenset({DownloadState.INTENDED, DownloadState.SENT})
_GIVEN_UP = frozenset({DownloadState.FAILED, DownloadState.REMOVED})
_WAITS = (5, 15, 60, 300, 900)  # seconds until the next try while the client is away: one that restarts is back soon


def next_try(attempts: int, now: datetime) -> datetime:
    """When to try again after that many failed tries."""
    return now + timedelta(seconds=_WAITS[min(attempts, len(_WAITS) - 1)])


def is_due(download: Download, now: datetime) -> bool:
    """Whether it may be tried again. What waits for longer than anything does waits for a clock that was set back."""
    at = download.next_attempt_at
    return at is None or not timedelta() < at - now <= timedelta(seconds=_WAITS[-1])


class SendDownload:
    """Carry out an intent to download.

    - The client is asked by infohash first and afterwards, so repeating it never adds a second torrent.
    - A torrent that somebody else had put there is adopted: it stays theirs, and is never removed.
    - While the client is away the intent waits and is tried again.
    - What the client refuses for good is for the caller to fail.
    """

    def __init__(
        self,
        client: DownloadClient,
        store: Store,
        clock: Clock,
        checkpoint: Checkpoint,
        meter: Meter,
        under_way: UnderWay,
    ) -> None:
        self._client = client
        self._store = store
        self._clock = clock
        self._checkpoint = checkpoint
        self._meter = meter
        self._sending = under_way.sending

    async def execute(self, download: Download) -> Download:
        """The download as it stands afterwards: confirmed, or waiting with a message. Raises Refused.

        One that is being sent at this moment is left to who does it: a client calls the second of two a duplicate.
        """
        if download.id in self._sending:
            return download
        self._sending.add(download.id)
        try:
            return await self._send(download)
        finally:
            self._sending.discard(download.id)

    async def _send(self, download: Download) -> Download:
        grab = download.grab
        request = AddRequest(
            infohash=grab.infohash,
            name=grab.release.title,
            category=grab.category,
            tag=grab.tag,
            torrent=grab.torrent,
            magnet=grab.magnet,
        )
        try:
            added = await self._client.add(request)
        except (Refused, LeaseLost):
            raise
        except PortError as error:
            log.warning("%s waits: %s", grab.release.title, error)
            return await self._save(
                replace(
                    download,
                    message=str(error),
                    attempts=download.attempts + 1,
                    next_attempt_at=next_try(download.attempts, self._clock.now()),
                )
            )
        self._checkpoint("grab.added")
        log.info("%s: %s", grab.release.title, "was in the client already" if added.existed else "sent to the client")
        now = self._clock.now()
        sent = step(
            download,
            DownloadEvent.CONFIRM,
            now,
            client_id=added.torrent.id,
            save_path=added.torrent.save_path,
            progressed_at=now,
            adopted=download.adopted or (added.existed and grab.tag not in added.torrent.tags),
            message="",
            attempts=0,
            next_attempt_at=None,
        )
        confirmed = await self._save(sent)
        if confirmed is sent:  # nobody else of us, and no person, was quicker
            self._meter.grabbed(grab.release.indexer, download.size)
        self._checkpoint("grab.confirmed")
        return confirmed

    async def _save(self, sent: Download) -> Download:
        """Keep it, unless it was sent by another part of us meanwhile, or given up by a person."""
        async with self._store.transaction() as tx:
            now = await tx.downloads.get(sent.id) or sent
            if now.state in _UNSENT:
                await tx.downloads.save(sent)
                return sent
            if now.state in _GIVEN_UP and sent.client_id and not sent.adopted:
                # the order to remove it went out before the client had it
                await tx.outbox.add(REMOVE_TOPIC, json.dumps({"id": sent.client_id, "delete_data": True}))
            return now
