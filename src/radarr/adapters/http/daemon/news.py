"""News for many who wait: one look at the database after each change, however many they are."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

import anyio
from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.ending import ENDING
from radarr.ports.store import Store, Transaction

T = TypeVar("T")
_FEW = 4
Look = Callable[[Transaction], Awaitable[T]]


class News:
    """What happened last."""

    def __init__(self) -> None:
        self._looking = anyio.Lock()
        self._seen: dict[object, tuple[int, object]] = {}

    async def wait(self, request: web.Request, after: int) -> None:
        """Until something has happened after that event, or the daemon stops. Raises Unavailable, LeaseLost."""
        ending = request.app[ENDING].event
        while not ending.is_set():
            store = context_of(request).store
            noted = store.revision  # before the look: what is kept during it wakes us
            if await self.newest(store) != after:
                return
            async with anyio.create_task_group() as tasks:
                for wait in (partial(store.changed, noted), ending.wait):
                    tasks.start_soon(_first, wait, tasks.cancel_scope)

    async def newest(self, store: Store) -> int:
        """The newest event's id, 0 for none."""

        async def look(tx: Transaction) -> int:
            newest = await tx.history.recent(1)
            return newest[0].id if newest else 0

        return await self.seen(store, "newest", look)

    async def seen(self, store: Store, what: object, look: Look[T]) -> T:
        """The answer to a question: looked up once after each change, whoever asks; the latest few are remembered."""
        async with self._looking:
            noted = store.revision
            known = self._seen.pop(what, None)
            if known is None or known[0] != noted:
                async with store.snapshot() as tx:
                    known = (noted, await look(tx))
            self._seen[what] = known
            while len(self._seen) > _FEW:
                del self._seen[next(iter(self._seen))]
        return known[1]  # type: ignore[return-value] # what the same question's look gave


async def _first(wait: Callable[[], Awaitable[None]], others: anyio.CancelScope) -> None:
    await wait()
    others.cancel()


NEWS: web.AppKey[News] = web.AppKey("news", News)
