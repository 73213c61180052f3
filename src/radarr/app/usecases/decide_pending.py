"""Decide again what waits, when it is due."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from radarr.app.usecases.correlation import correlated, new_word
from radarr.app.usecases.decide_releases import DecideReleases, Verdicts, Wanted
from radarr.app.usecases.grab_best import GrabBest
from radarr.app.usecases.pending_alarm import PendingAlarm
from radarr.app.usecases.read_releases import read_again
from radarr.domain.decision.due import AGAIN
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.pending import Offer, Pending, offer_of, offers_of
from radarr.ports.clock import Clock
from radarr.ports.store import Store, Transaction

log = logging.getLogger(__name__)

_AT_ONCE = 20  # films decided in one transaction


class DecidePending:
    """Decide again what waits, when it is due, whether or not the feed offers it any more.

    - All that waits for a film is decided together: the best of it is taken.
    - What is accepted is grabbed. Where that is not possible for the moment it is tried again after a while; what is
      wanted no longer, or by no slot that is monitored, is forgotten.
    - Between two such moments nothing is read or written. When the daemon starts all of it is decided once, since
      settings may be others now.
    """

    def __init__(
        self,
        decide: DecideReleases,
        grab: GrabBest,
        store: Store,
        clock: Clock,
        alarm: PendingAlarm,
        *,
        observe: bool = False,
    ) -> None:
        self._decide = decide
        self._grab = grab
        self._store = store
        self._clock = clock
        self._alarm = alarm
        self._observe = observe

    async def execute(self) -> None:
        """Everything that is due. Raises Unavailable, Unauthorised, LeaseLost."""
        if not self._alarm.is_due():
            return
        with correlated(new_word(), search=SearchKind.FEED.value):
            if not self._alarm.is_known:
                await self._everything()
            while movie_ids := await self._due():
                await self._films(movie_ids)

    async def _everything(self) -> None:
        async with self._store.snapshot() as tx:
            waiting = iter(sorted({each.movie_id for each in await tx.pending.all()}))
        while movie_ids := tuple(islice(waiting, _AT_ONCE)):
            await self._films(movie_ids)

    async def _due(self) -> tuple[int, ...]:
        """Films of which something is due; none: the alarm is set for the next."""
        async with self._store.transaction() as tx:  # what others are about to write down has been by then
            movie_ids = await tx.pending.due(self._clock.now(), _AT_ONCE)
            if not movie_ids:
                self._alarm.clear()
                self._alarm.bring_forward(await tx.pending.next_due())
            return movie_ids

    async def _films(self, movie_ids: tuple[int, ...]) -> None:
        async with self._store.transaction() as tx:
            movies = await tx.movies.some(movie_ids)
            wanted = [Wanted(movie, tuple(slot for slot in movie.slots if slot.monitored)) for movie in movies]
            waiting = await tx.pending.of_movies(movie_ids)
            verdicts = await self._decide.execute(tx, read_again(waiting), wanted, SearchKind.FEED)
            await self._put_off(tx, await tx.pending.of_movies(movie_ids), verdicts)
        log.info("%d releases that waited for %d films are decided", len(waiting), len(movies))
        slot_ids = list(dict.fromkeys(d.candidate.slot.id for d in verdicts.decisions if d.accepted))
        await self._grab.execute(verdicts, slot_ids, SearchKind.FEED)

    async def _put_off(self, tx: Transaction, left: Iterable[Pending], verdicts: Verdicts) -> None:
        """What is still due is about to be grabbed, and tried again should that fail; or nobody wants it."""
        now = self._clock.now()
        accepted: set[tuple[int, Offer]] = {
            (decision.candidate.slot.id, offer)
            for decision in verdicts.decisions
            if decision.accepted and not self._observe
            for offer in offers_of(decision.candidate.release)
        }
        for waiting in left:
            offer = offer_of(waiting.release)
            if (waiting.slot_id, offer) in accepted:
                await tx.pending.put(replace(waiting, due_at=now + AGAIN))
            elif waiting.due_at <= now:
                await tx.pending.drop(waiting.slot_id, [offer])
