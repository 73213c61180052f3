"""Grab the best accepted release of each slot."""

import logging
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from radarr.app.usecases.decide_releases import Verdicts
from radarr.app.usecases.grab_release import GrabRelease
from radarr.domain.decision.candidate import Candidate, Decision
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.history import Outcome
from radarr.domain.pending import offers_of
from radarr.ports.errors import Conflict, Gone, Refused, Unavailable
from radarr.ports.store import Store

log = logging.getLogger(__name__)


class Grabs(NamedTuple):
    """The downloads begun, and the slots that got nothing because a release could not be had for the moment."""

    downloads: tuple[Download, ...] = ()
    postponed: frozenset[int] = frozenset()


class GrabBest:
    """Grab the best accepted release of each slot.

    - One release that is the best of several slots is downloaded once.
    - In the mode "observe" nothing is grabbed, and the ledger shows what would have been.
    - What waits for a slot and is not as good as what is grabbed for it is forgotten.
    - A release that cannot be had, or turns out to be no torrent, gives way to the next best.
    """

    def __init__(self, grab: GrabRelease, store: Store, *, observe: bool = False) -> None:
        self._observe = observe
        self._grab = grab
        self._store = store

    async def execute(self, verdicts: Verdicts, slot_ids: Sequence[int], kind: SearchKind) -> Grabs:
        """At most one download a slot. Raises Unauthorised, LeaseLost."""
        if self._observe:
            return Grabs()
        waiting = {slot_id: list(verdicts.best(slot_id)) for slot_id in slot_ids}
        grabbed: list[Download] = []
        postponed: set[int] = set()
        while waiting := {slot_id: queue for slot_id, queue in waiting.items() if queue}:
            release = next(iter(waiting.values()))[0].candidate.release
            same = [queue.pop(0) for queue in waiting.values() if queue[0].candidate.release == release]
            download = await self._try([decision.candidate for decision in same], kind, postponed)
            if download is not None:
                grabbed.append(download)
                postponed -= set(download.slot_ids)
                await self._forget({slot_id: waiting.get(slot_id, ()) for slot_id in download.slot_ids})
                waiting = {slot_id: queue for slot_id, queue in waiting.items() if slot_id not in download.slot_ids}
        return Grabs(tuple(grabbed), frozenset(postponed))

    async def _try(self, candidates: Sequence[Candidate], kind: SearchKind, postponed: set[int]) -> Download | None:
        try:
            return await self._grab.execute(candidates, kind)
        except Conflict as error:
            log.info("%s", error)
        except (Gone, Refused, Unavailable) as error:
            log.warning("%s is passed over: %s", candidates[0].release.title, error)
            await self._mark_failed(candidates, is_gone=not isinstance(error, Unavailable))
            if isinstance(error, Unavailable):
                postponed.update(candidate.slot.id for candidate in candidates)
        return None

    async def _forget(self, beaten: Mapping[int, Sequence[Decision]]) -> None:
        """What was as welcome, and is not as good, waits no longer."""
        if any(beaten.values()):
            async with self._store.transaction() as tx:
                for slot_id, decisions in beaten.items():
                    offers = [offer for d in decisions for offer in offers_of(d.candidate.release)]
                    await tx.pending.drop(slot_id, offers)

    async def _mark_failed(self, candidates: Sequence[Candidate], *, is_gone: bool) -> None:
        """What is gone for good does not wait any more either."""
        async with self._store.transaction() as tx:
            for candidate in candidates:
                release = candidate.release
                await tx.ledger.mark(candidate.slot.id, release.indexer_id, release.guid, Outcome.GRAB_FAILED)
                if is_gone:
                    await tx.pending.drop(candidate.slot.id, offers_of(release))
