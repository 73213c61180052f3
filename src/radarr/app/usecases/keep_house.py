"""Drop the records that are too old to tell anybody anything."""

import logging
from datetime import datetime, timedelta
from typing import NamedTuple

from radarr.ports.clock import Clock
from radarr.ports.store import Store

log = logging.getLogger(__name__)

_AT_ONCE = 500  # rows a transaction: others who want to write wait no longer than for these


class Keeping(NamedTuple):
    """For how many days records are kept, 0 for ever; and how many decisions at most."""

    ledger_days: int
    ledger_entries: int
    blocklist_days: int


class KeepHouse:
    """Drop the records that are too old to tell anybody anything.

    - Decisions go by the time they were last seen, and the oldest go first where there are too many.
    - Blocklisted releases are kept for ever unless the owner says otherwise: what failed once fails again.
    - History is never dropped.
    """

    def __init__(self, store: Store, clock: Clock, *, keeping: Keeping) -> None:
        self._store = store
        self._clock = clock
        self._keeping = keeping

    async def execute(self) -> None:
        """One round; one that finds nothing writes nothing."""
        decisions = await self._forget_decisions()
        releases = await self._forget_blocked() if self._keeping.blocklist_days else 0
        if decisions or releases:
            log.info("housekeeping: %d decisions and %d blocklisted releases were forgotten", decisions, releases)

    async def _forget_decisions(self) -> int:
        before = self._days_ago(self._keeping.ledger_days)
        total = 0
        while True:
            async with self._store.transaction() as tx:
                gone = await tx.ledger.forget(before, self._keeping.ledger_entries, _AT_ONCE)
            total += gone
            if gone < _AT_ONCE:
                return total

    async def _forget_blocked(self) -> int:
        async with self._store.transaction() as tx:
            return await tx.blocklist.forget(self._days_ago(self._keeping.blocklist_days))

    def _days_ago(self, days: int) -> datetime:
        now = self._clock.now()
        return now - timedelta(days=days) if days else datetime.min.replace(year=1970, tzinfo=now.tzinfo)
