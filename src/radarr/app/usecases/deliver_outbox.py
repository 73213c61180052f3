"""Carry out the orders that were committed with the changes they belong to."""

import json
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from functools import partial

import anyio

from radarr.app.usecases import fail_download
from radarr.app.usecases.pause_work import PauseWork
from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.errors import Gone, LeaseLost, PortError, Refused
from radarr.ports.store import Store
from radarr.ports.store.records import Message

log = logging.getLogger(__name__)

_SEARCHES_AN_HOUR = 8  # after failed downloads, and for new films: what fails again and again must not ask for ever
_BATCH = 1000  # small texts; fifty searches that wait for their hour must not hide what is to be removed
_AT_ONCE = 4  # a slow indexer of one film's search must not hold up the next film


class DeliverOutbox:
    """Carry out the orders that were committed with the changes they belong to.

    - An order is struck off when it is done, so that a killed daemon repeats at most the one in hand.
    - An order whose service is away, or that meets a fault of ours, waits for the next round, and holds up no other.
    - A torrent that another download has come to use since is not removed.
    - Searches wait while a pause holds, and at most eight are carried out in an hour, save those that a person asked
      for.
    """

    def __init__(
        self, client: DownloadClient, search: SearchMovie, store: Store, clock: Clock, pause: PauseWork
    ) -> None:
        self._pause = pause
        self._client = client
        self._search = search
        self._store = store
        self._clock = clock
        self._searching = 0

    async def execute(self) -> None:
        """One round. Raises LeaseLost, Unavailable (the database)."""
        async with self._store.snapshot() as tx:
            pending = await tx.outbox.pending(_BATCH)
        at_once = anyio.CapacityLimiter(_AT_ONCE)
        lost: list[LeaseLost] = []

        async def deliver(message: Message) -> None:
            async with at_once:
                try:
                    await self._deliver(message)
                except LeaseLost as error:
                    lost.append(error)
                    tasks.cancel_scope.cancel()

        async with anyio.create_task_group() as tasks:
            for message in pending:
                tasks.start_soon(deliver, message)
        if lost:
            raise lost[0]

    async def _deliver(self, message: Message) -> None:
        try:
            done = await self._done(message)
            if done:
                async with self._store.transaction() as tx:
                    await tx.outbox.delivered(message.id)
        except LeaseLost:
            raise
        except PortError as error:
            log.warning("order %s of %s waits: %s", message.id, message.topic, error)
        except Exception:  # one order's trouble must not hold up the others
            log.exception("order %s of %s could not be carried out; it is tried again", message.id, message.topic)

    async def _done(self, message: Message) -> bool:
        try:
            return await self._carry_out(message)
        except (Gone, Refused) as error:
            log.warning("order %s of %s is void: %s", message.id, message.topic, error)
            return True

    async def _carry_out(self, message: Message) -> bool:
        order = json.loads(message.body)
        match message.topic:
            case fail_download.REMOVE_TOPIC:
                if not await self._in_use(order["id"]):
                    await self._client.remove(order["id"], delete_data=order["delete_data"])
            case fail_download.SEARCH_TOPIC if self._pause.holds():
                return False
            case fail_download.SEARCH_TOPIC:
                kind = SearchKind(order["kind"])
                search = partial(self._search.execute, order["movie_id"], kind, tuple(order["slot_ids"]))
                if kind is not SearchKind.USER_AUTOMATIC:
                    return await self._in_turn(search)
                await search()
            case topic:
                raise Refused(f"nobody carries out {topic!r}")
        return True

    async def _in_use(self, torrent_id: str) -> bool:
        async with self._store.snapshot() as tx:
            return any(torrent_id in {d.client_id, *d.grab.infohash.client_ids} for d in await tx.downloads.open())

    async def _in_turn(self, search: Callable[[], Awaitable[object]]) -> bool:
        """Whether this hour had room for it. A search is counted when it has its answers, one under way here."""
        now = self._clock.now()
        async with self._store.snapshot() as tx:
            spent = await tx.downloads.count_searches(now - timedelta(hours=1), now)
        if spent + self._searching >= _SEARCHES_AN_HOUR:
            return False
        self._searching += 1
        try:
            await search()
        finally:
            self._searching -= 1
        return True
