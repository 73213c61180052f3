"""Watch every download, from intent to library."""

import logging
from collections.abc import Awaitable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import anyio

from radarr.app.usecases.client_reports import Listed, complete, report, twice
from radarr.app.usecases.clock_watch import ClockWatch
from radarr.app.usecases.correlation import following
from radarr.app.usecases.download_event import download_event
from radarr.app.usecases.fail_download import FailDownload
from radarr.app.usecases.import_download import ImportDownload
from radarr.app.usecases.send_download import SendDownload, is_due
from radarr.app.usecases.still_open import still_open
from radarr.app.usecases.under_way import UnderWay
from radarr.domain.download import Download
from radarr.domain.history import EventKind
from radarr.domain.states.download import DownloadEvent, DownloadState
from radarr.domain.tracking import Patience, given_up, look_again, noteworthy, observe, step
from radarr.ports.checkpoint import Checkpoint
from radarr.ports.clock import Clock
from radarr.ports.download_client import ClientState, ClientTorrent, DownloadClient
from radarr.ports.errors import Conflict, LeaseLost, PortError, Refused
from radarr.ports.store import Store

log = logging.getLogger(__name__)

SETTLE = 2.0
"""Seconds between the two looks at a download that has become complete: the client's list lags behind."""
_ABSENT_POLLS = 3
_ABSENT_FOR = timedelta(seconds=120)
_UNSENT = frozenset({DownloadState.INTENDED, DownloadState.SENT})
_DONE = frozenset({DownloadState.COMPLETED, DownloadState.INSPECTING, DownloadState.IMPORTING, DownloadState.BLOCKED})


class TrackDownloads:
    """Watch every download, from intent to library.

    - Intents that were not carried out are carried out; imports that were begun are finished.
    - A download is complete when the client says so twice, a moment apart.
    - One that the client lists no more was taken away by a person and is let go, unless the client or the daemon
      was away in between: then it is sent again.
    - Patience is bounded: no metadata, no progress; time in which the client or we were away does not count, nor
      does a jump of the clock. On a private tracker the trouble is told and the torrent kept.
    - One download's trouble never holds up another.
    """

    def __init__(
        self,
        client: DownloadClient,
        send: SendDownload,
        imports: ImportDownload,
        fail: FailDownload,
        store: Store,
        clock: Clock,
        checkpoint: Checkpoint,
        under_way: UnderWay,
        *,
        patience: Patience,
        private_failover: bool = False,
        settle: float = SETTLE,
    ) -> None:
        self._client = client
        self._send = send
        self._import = imports
        self._fail = fail
        self._store = store
        self._clock = clock
        self._checkpoint = checkpoint
        self._under_way = under_way
        self._patience = patience
        self._private_failover = private_failover
        self._settle = settle
        self._seen: set[int] = set()
        self._absent: dict[int, tuple[int, datetime]] = {}
        self._clock_watch = ClockWatch(clock)

    async def execute(self) -> None:
        """One round; what is asked for during another follows it. Raises Unavailable, Unauthorised of the client."""
        async with self._under_way.tracking:
            await self._look_after_all()

    async def _look_after_all(self) -> None:
        self._mind_the_clock()
        await self._import.finish_open()
        for download in await self._open():
            if download.state in _UNSENT and self._due(download):
                await self._guarded(download, self._send_again(download))
        watched = [d for d in await self._open() if d.state not in _UNSENT]
        if not watched:
            return
        torrents = await self._list(watched)
        if any(self._newly_complete(d, torrents) for d in watched):
            await anyio.sleep(self._settle)
            torrents = twice(torrents, await self._list(watched))
        for download in watched:
            await self._guarded(download, self._watch(download, torrents.get(download.id)))

    def _mind_the_clock(self) -> None:
        """After a jump every waiting begins anew: nobody was there to wait."""
        if seconds := self._clock_watch.jump():
            log.warning("the clock jumped by %+.0f s; the downloads' waiting begins anew", seconds)
            self._seen.clear()
            self._absent.clear()

    async def _open(self) -> tuple[Download, ...]:
        async with self._store.snapshot() as tx:
            return await tx.downloads.open()

    async def _list(self, watched: Iterable[Download]) -> dict[int, ClientTorrent]:
        """The client's torrents by download id; a torrent that left our category is looked up by itself."""
        try:
            listed = Listed(await self._client.torrents())
            found = {d.id: listed.find(d) or await self._client.find(d.grab.infohash, d.grab.tag) for d in watched}
        except PortError:
            self._seen.clear()
            self._absent.clear()
            raise
        return {key: torrent for key, torrent in found.items() if torrent is not None}

    async def _guarded(self, download: Download, work: Awaitable[None]) -> None:
        with following(download):
            try:
                await work
            except LeaseLost:
                raise
            except PortError as error:
                log.warning("%s: %s", download.grab.release.title, error)
            except Exception:  # one download's trouble must not hold up the others
                log.exception("%s could not be looked after; it is tried again", download.grab.release.title)

    async def _send_again(self, download: Download) -> None:
        try:
            await self._send.execute(download)
        except Refused as error:
            await self._fail.execute(download, str(error))

    async def _watch(self, download: Download, torrent: ClientTorrent | None) -> None:
        if torrent is None:
            await self._missing(download)
            return
        now = self._clock.now()
        self._absent.pop(download.id, None)
        after = observe(download, report(torrent), now)
        if download.id not in self._seen:
            self._seen.add(download.id)
            after = look_again(after, now)
        if noteworthy(download, after):
            await self._save(download, after)
        if torrent.state is ClientState.COMPLETED:
            if download.state not in _DONE:
                log.info("%s: downloaded", download.grab.release.title)
                self._checkpoint("track.completed")
            if self._due(after):
                await self._import.execute(after, torrent)
        elif reason := given_up(after, self._patience, now):
            await self._give_up(after, reason)

    async def _give_up(self, download: Download, reason: str) -> None:
        if download.grab.release.privacy == "public" or self._private_failover:
            await self._fail.execute(download, reason)
        elif download.message != reason:
            # taking a torrent off a private tracker before its time is a hit and run: a person decides
            await self._save(download, replace(download, message=reason))

    async def _missing(self, download: Download) -> None:
        now = self._clock.now()
        polls, since = self._absent.get(download.id, (0, now))
        self._absent[download.id] = (polls + 1, since)
        if download.state is DownloadState.IMPORTING:
            return  # the journal is finished first
        if download.id not in self._seen:
            log.warning("%s is not in the client any more; it is sent again", download.grab.release.title)
            again = step(download, DownloadEvent.RESEND, now, client_id=None, next_attempt_at=None)
            await self._save(download, again)
        elif polls + 1 >= _ABSENT_POLLS and now - since >= _ABSENT_FOR:
            await self._let_go(download, now)

    async def _let_go(self, download: Download, now: datetime) -> None:
        message = "taken out of the client by somebody else"
        log.warning("%s: %s", download.grab.release.title, message)
        gone = step(download, DownloadEvent.REMOVE, now, message=message)
        async with self._store.transaction() as tx:
            await still_open(tx, download)
            await tx.downloads.save(gone)
            await tx.history.add(download_event(download, EventKind.IGNORED, now, message=message))

    def _newly_complete(self, download: Download, torrents: dict[int, ClientTorrent]) -> bool:
        return download.state not in _DONE and complete(torrents.get(download.id))

    def _due(self, download: Download) -> bool:
        return is_due(download, self._clock.now())

    async def _save(self, before: Download, after: Download) -> None:
        """Keep what became of it. Raises Conflict where somebody else was quicker: it is looked at again."""
        async with self._store.transaction() as tx:
            if (await still_open(tx, before)).state is not before.state:
                raise Conflict("it was changed by somebody else at the same moment")
            await tx.downloads.save(after)
