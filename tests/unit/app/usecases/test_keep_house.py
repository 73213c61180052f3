from dataclasses import replace
from datetime import timedelta

import pytest

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.history import BlocklistEntry, LedgerEntry, Outcome
from tests.unit.app.usecases.house import NOON, House, house

pytestmark = pytest.mark.anyio

DECISION = LedgerEntry(
    movie_id=1,
    slot_id=1,
    kind=SearchKind.FEED,
    guid="a",
    indexer_id=1,
    indexer="Alpha",
    title="Sintel.2010.1080p.BluRay.x264-TWO",
    outcome=Outcome.REJECTED,
    profile="HD-1080p",
    first_seen=NOON,
    last_seen=NOON,
)
BLOCKED = BlocklistEntry(at=NOON, movie_id=1, title="Sintel.2010", infohash=None, indexer="Alpha", message="it stalled")


async def _remember(home: House, decisions: int) -> None:
    async with home.store.transaction() as tx:
        await tx.ledger.record(tuple(replace(DECISION, guid=str(n)) for n in range(decisions)))
        await tx.blocklist.add(BLOCKED)


async def _left(home: House) -> tuple[int, int]:
    async with home.store.snapshot() as tx:
        return len(await tx.ledger.for_movie(1)), len(await tx.blocklist.all())


async def test_decisions_are_dropped_when_they_were_not_seen_for_long_and_blocklisted_releases_stay() -> None:
    async with house() as home:
        await _remember(home, 1200)
        home.clock.go_on(days=90)
        await home.container.keep_house().execute()
        assert await _left(home) == (1200, 1)
        home.clock.go_on(seconds=1)
        await home.container.keep_house().execute()
        assert await _left(home) == (0, 1)


async def test_no_more_decisions_are_kept_than_the_owner_wants() -> None:
    async with house(RADARR__RECORDS__LEDGER_ENTRIES="700", RADARR__RECORDS__LEDGER_DAYS="0") as home:
        await _remember(home, 1300)
        home.clock.go_on(days=9000)
        await home.container.keep_house().execute()
        assert await _left(home) == (700, 1)


async def test_a_blocklisted_release_may_be_tried_again_when_the_owner_says_so() -> None:
    async with house(RADARR__RECORDS__BLOCKLIST_DAYS="30") as home:
        await _remember(home, 1)
        home.clock.span += timedelta(days=30, seconds=1)
        await home.container.keep_house().execute()
        assert await _left(home) == (1, 0)
