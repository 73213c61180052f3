"""Carry out the orders that were committed with the changes they belong to."""

import json
import logging
from datetime import timedelta

import anyio

from radarr.app.usecases import fail_download
from radarr.app.usecases.search_missing import SEARCHES_AN_HOUR
from radarr.app.usecases.search_movie import SearchMovie
from radarr.domain.decision.kinds import SearchKind
from radarr.ports.clock import Clock
from radarr.ports.download_client import DownloadClient
from radarr.ports.errors import Gone, PortError, Refused
from radarr.ports.store import Store
from radarr.ports.store.records import Message

log = logging.getLogger(__name__)

_BATCH = 50
_AT_ONCE = 4  # a slow indexer of one film's search must not hold up the next film


class DeliverOutbox:
    """Carry out the orders that were committed with the changes they belong to.

    - An order is struck off when it is done, so that a killed daemon repeats at most the one in hand.
    - An order whose service is away waits for the next round, and holds up no other.
    - Searches count against the hourly number of automatic ones, save those that a person asked for.
    """

    def __init__(self, client: DownloadClient, search: SearchMovie, store: Store, clock: Clock) -> None:
        self._client = client
        self._search = search
        self._store = store
        self._clock = clock

    async def execute(self) -> None:
        """One round."""
        async with self._store.snapshot() as tx:
            pending = await tx.outbox.pending(_BATCH)
        at_once = anyio.CapacityLimiter(_AT_ONCE)
        async with anyio.create_task_group() as tasks:
            for message in pending:
                tasks.start_soon(self._deliver, message, at_once)

    async def _deliver(self, message: Message, at_once: anyio.CapacityLimiter) -> None:
        async with at_once:
            try:
                done = await self._carry_out(message)
            except (Gone, Refused) as error:
                log.warning("order %s of %s is void: %s", message.id, message.topic, error)
                done = True
            except PortError as error:
                log.warning("order %s of %s waits: %s", message.id, message.topic, error)
                done = False
        if done:
            async with self._store.transaction() as tx:
                await tx.outbox.delivered(message.id)

    async def _carry_out(self, message: Message) -> bool:
        order = json.loads(message.body)
        match message.topic:
            case fail_download.REMOVE_TOPIC:
                await self._client.remove(order["id"], delete_data=order["delete_data"])
            case fail_download.SEARCH_TOPIC:
                kind = SearchKind(order["kind"])
                if kind is not SearchKind.USER_AUTOMATIC and await self._spent():
                    return False
                await self._search.execute(order["movie_id"], kind, tuple(order["slot_ids"]))
            case topic:
                raise Refused(f"nobody carries out {topic!r}")
        return True

    async def _spent(self) -> bool:
        async with self._store.snapshot() as tx:
            since = self._clock.now() - timedelta(hours=1)
            return await tx.downloads.count_searches(since) >= SEARCHES_AN_HOUR
