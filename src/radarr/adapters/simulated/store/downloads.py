"""Grabs and downloads in memory."""

from dataclasses import replace
from datetime import datetime

from radarr.adapters.simulated.store.state import State
from radarr.domain.decision.facts import Blocked
from radarr.domain.download import Download
from radarr.domain.importing.journal import ImportState
from radarr.domain.states.download import FINAL, LET_GO
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.errors import Conflict


class MemoryDownloads:
    """`ports.store.downloads.Downloads`."""

    def __init__(self, state: State) -> None:
        self._state = state

    async def add(self, download: Download) -> Download:
        for known in await self.by_infohash(download.grab.infohash):
            if known.state not in FINAL:
                raise Conflict(f"{download.grab.release.title} is under way already, as download {known.id}")
        if any(known.grab.tag == download.grab.tag for known in self._state.downloads.values()):
            raise Conflict(f"the tag {download.grab.tag} is another grab's")
        added = replace(
            download,
            id=self._state.next_id("downloads"),
            grab=replace(download.grab, id=self._state.next_id("grabs")),
            slot_ids=tuple(sorted(download.slot_ids)),
        )
        return self._state.put(self._state.downloads, added.id, added)

    async def get(self, download_id: int) -> Download | None:
        return self._state.downloads.get(download_id)

    async def save(self, download: Download) -> None:
        known = self._state.downloads.get(download.id)
        if known is None:
            return
        grab = replace(known.grab, infohash=download.grab.infohash)
        self._state.put(self._state.downloads, known.id, replace(download, grab=grab, slot_ids=known.slot_ids))

    async def open(self) -> tuple[Download, ...]:
        return tuple(download for download in self._state.downloads.values() if download.state not in FINAL)

    async def open_for_slot(self, slot_id: int) -> tuple[Download, ...]:
        return tuple(download for download in await self.open() if slot_id in download.slot_ids)

    async def by_infohash(self, infohash: Infohash) -> tuple[Download, ...]:
        return tuple(download for download in self._newest() if _same(download.grab.infohash, infohash))

    async def imported_infohashes(self, slot_id: int) -> frozenset[str]:
        return frozenset(
            self._state.downloads[entry.download_id].grab.infohash.key
            for entry in self._state.imports.values()
            if entry.slot_id == slot_id
            and entry.state is ImportState.RECORDED
            and entry.download_id in self._state.downloads
        )

    async def served_slots(self) -> frozenset[int]:
        return frozenset(slot_id for download in self._state.downloads.values() for slot_id in download.slot_ids)

    async def let_go(self, slot_id: int) -> tuple[Blocked, ...]:
        return tuple(
            Blocked(d.grab.release.title, d.grab.infohash.key, d.grab.release.indexer, d.grab.release.size)
            for d in self._state.downloads.values()
            if slot_id in d.slot_ids and d.state in LET_GO
        )

    async def recent(self, limit: int) -> tuple[Download, ...]:
        return self._newest()[:limit]

    async def count_searches(self, since: datetime, until: datetime) -> int:
        return sum(since <= at <= until for at in self._state.searches.values())

    async def note_search(self, at: datetime, movie_id: int) -> None:  # noqa: ARG002  # nobody asks for it yet
        self._state.put(self._state.searches, self._state.next_id("searches"), at)

    def _newest(self) -> tuple[Download, ...]:
        return tuple(reversed(self._state.downloads.values()))


def _same(one: Infohash, other: Infohash) -> bool:
    return bool(one.v1 and one.v1 == other.v1) or bool(one.v2 and one.v2 == other.v2)
