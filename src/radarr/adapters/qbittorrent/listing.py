"""What the client holds, kept up with changes instead of being read whole each time.

`sync/maindata` tells what changed since the answer that we name. qBittorrent keeps that per session, so a login, a
restart, or another program with the same API key may bring a full answer at any time. What a change does not
mention is as it was; only what it lists as removed is gone. Now and then, and whenever a change speaks of a torrent
that we never saw whole, all is read anew.
"""

from collections.abc import Mapping

import anyio
from msgspec import UNSET

from radarr.adapters.qbittorrent.session import Session
from radarr.adapters.qbittorrent.wire import MainData, TorrentFields, decode
from radarr.adapters.transport.client import MIB
from radarr.ports.clock import Clock

RESYNC_EVERY = 300.0  # seconds
_LIMIT = 128 * MIB  # some 60,000 torrents


class Listing:
    """All torrents of the client by their id."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._clock = clock
        self._lock = anyio.Lock()
        self._torrents: dict[str, TorrentFields] = {}
        self._rid = 0
        self._epoch = -1
        self._whole_at = 0.0

    async def refresh(self) -> Mapping[str, TorrentFields]:
        """The torrents as they are now; valid until the next call."""
        async with self._lock:  # one call at a time, or their changes would cross
            if self._stale() or not self._merge(await self._ask(self._rid)):
                self._merge(await self._ask(0))
            return self._torrents

    def _stale(self) -> bool:
        return self._epoch != self._session.epoch or self._clock.monotonic() - self._whole_at >= RESYNC_EVERY

    async def _ask(self, rid: int) -> MainData:
        return decode(await self._session.get("sync/maindata", {"rid": rid}, limit=_LIMIT), MainData)

    def _merge(self, data: MainData) -> bool:
        """Take it in; False if it speaks of a torrent that we do not know."""
        if data.full_update:
            self._torrents = {}
            self._whole_at = self._clock.monotonic()
            self._epoch = self._session.epoch
        whole = True
        for torrent_id, fields in data.torrents.items():
            known = self._torrents.setdefault(torrent_id, fields)
            if known is not fields:
                _overwrite(known, fields)
            whole = whole and known.state is not UNSET and known.name is not UNSET
        for torrent_id in data.torrents_removed:
            self._torrents.pop(torrent_id, None)
        self._rid = data.rid
        return whole


def _overwrite(known: TorrentFields, changes: TorrentFields) -> None:
    for name in changes.__struct_fields__:
        value = getattr(changes, name)
        if value is not UNSET:
            setattr(known, name, value)
