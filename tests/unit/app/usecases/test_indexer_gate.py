"""Who may ask an indexer, and when."""

import logging
from datetime import timedelta

import anyio
import pytest

from radarr.adapters.simulated.indexer import SimulatedIndexer
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.domain.release import Release
from radarr.domain.resilience.budget import FEED, PERSON, SEARCH, Purpose
from radarr.ports.errors import Gone, PortError, Unavailable
from radarr.ports.indexer import AnswerKind, FetchFailed, IndexerAnswer, IndexerInfo, IndexerUse, Payload
from tests.unit.app.usecases.house import HandClock

pytestmark = pytest.mark.anyio

ALPHA = IndexerInfo(1, "Alpha", "torrent", query_limit=20, grab_limit=2)
BETA = IndexerInfo(2, "Beta", "torrent")
RELEASE = Release(guid="g", indexer_id=1, indexer="Alpha", title="Sintel.2010", size=1, link="https://example/1")


class World:
    """A gate before two simulated indexers."""

    def __init__(self) -> None:
        self.clock = HandClock()
        self.store = MemoryStore()
        self.indexer = SimulatedIndexer([ALPHA, BETA])
        self.gate = self.new_gate()

    def new_gate(self) -> IndexerGate:
        """As after a restart."""
        memory = IndexerMemory(self.store, self.clock)
        return IndexerGate(self.indexer, memory, self.clock, daily_budget=10, feed_every=17280, window=300, minimum=3)

    async def ask(self, purpose: Purpose = SEARCH, info: IndexerInfo = ALPHA, most: int = 3) -> IndexerAnswer:
        await self.gate.know((ALPHA, BETA))
        return await self.gate.ask(info, lambda: self.indexer.latest(info), purpose, most)

    async def fetch(self) -> Payload:
        await self.gate.know((ALPHA, BETA))
        return await self.gate.fetch(RELEASE)

    def fail(self, kind: AnswerKind = AnswerKind.FAILED, retry_after: float | None = None) -> None:
        """From now on."""
        self.indexer.faults[1] = IndexerAnswer(ALPHA, kind, message="Alpha: HTTP 500", retry_after=retry_after)

    def recover(self) -> None:
        self.indexer.faults.clear()

    @property
    def asked(self) -> int:
        return len(self.indexer.queries)


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize("kind", [AnswerKind.FAILED, AnswerKind.LIMITED, AnswerKind.BLOCKED])
async def test_an_indexer_that_failed_is_not_asked_again_by_anybody_before_its_time(
    world: World, kind: AnswerKind
) -> None:
    world.fail(kind)
    await world.ask()
    for purpose in (FEED, SEARCH, PERSON):
        answer = await world.ask(purpose)
        assert answer.kind is AnswerKind.BLOCKED
        assert answer.message.startswith("Alpha: it rests after failures (HTTP 500)")
        assert "2026-01-01 12:01:00 UTC" in answer.message
        assert answer.retry_after == 60
    assert world.asked == 1
    world.clock.go_on(seconds=60)
    await world.ask()
    assert world.asked == 2


async def test_one_that_fails_costs_the_others_nothing(world: World) -> None:
    world.fail()
    await world.ask()
    assert (await world.ask(info=BETA)).kind is AnswerKind.EMPTY


async def test_it_rests_as_long_as_it_asked_for(world: World) -> None:
    world.fail(AnswerKind.LIMITED, retry_after=900)
    await world.ask()
    world.clock.go_on(seconds=899)
    assert (await world.ask()).retry_after == 1
    world.clock.go_on(seconds=1)
    await world.ask()
    assert world.asked == 2


@pytest.mark.parametrize("kind", [AnswerKind.LATE, AnswerKind.DISABLED])
async def test_what_is_no_failure_makes_nobody_rest(world: World, kind: AnswerKind) -> None:
    world.fail(kind)
    await world.ask()
    await world.ask()
    assert world.asked == 2


async def test_a_manager_that_is_away_is_no_indexers_failure_and_costs_no_query(world: World) -> None:
    world.indexer.trouble = Unavailable("Prowlarr cannot be reached")
    for _ in range(20):
        with pytest.raises(Unavailable):
            await world.ask()
    world.indexer.trouble = None
    assert (await world.ask()).kind is AnswerKind.EMPTY
    assert world.gate.standings[0].budget.used(0) == 1


async def test_the_daemon_keeps_to_its_budget_and_a_person_to_the_limit(world: World) -> None:
    answers = [await world.ask(most=1) for _ in range(12)]
    assert [answer.kind for answer in answers].count(AnswerKind.EMPTY) == 5  # half of 20, less what the feed needs
    answers = [await world.ask(FEED, most=1) for _ in range(12)]
    assert [answer.kind for answer in answers].count(AnswerKind.EMPTY) == 5
    assert "10 queries a day that we allow ourselves" in answers[-1].message
    answers = [await world.ask(PERSON, most=1) for _ in range(12)]
    assert [answer.kind for answer in answers].count(AnswerKind.EMPTY) == 10
    assert answers[-1].kind is AnswerKind.LIMITED
    assert "its limit of 20 queries a day is used up (ours 20, other programs' 0)" in answers[-1].message
    assert world.asked == 20


async def test_a_feed_is_read_less_often_where_half_of_the_budget_does_not_last(world: World) -> None:
    world.gate = IndexerGate(
        world.indexer,
        IndexerMemory(world.store, world.clock),
        world.clock,
        daily_budget=10,
        feed_every=1800,
        window=300,
        minimum=3,
    )
    assert (await world.ask(FEED, most=1)).kind is AnswerKind.EMPTY
    refused = await world.ask(FEED, most=1)
    assert refused.kind is AnswerKind.LIMITED
    assert "its feed is read every 288 min, so that 10 queries a day last" in refused.message
    assert (await world.ask(SEARCH, most=1)).kind is AnswerKind.EMPTY
    world.clock.go_on(minutes=288)
    assert (await world.ask(FEED, most=1)).kind is AnswerKind.EMPTY


async def test_searches_at_the_same_moment_do_not_overdraw_together(world: World) -> None:
    await world.gate.know((ALPHA, BETA))
    answering = anyio.Event()

    async def answer_late() -> IndexerAnswer:
        await answering.wait()
        return await world.indexer.latest(ALPHA)

    async with anyio.create_task_group() as tasks:
        for _ in range(20):
            tasks.start_soon(world.gate.ask, ALPHA, answer_late, FEED, 3)
        await anyio.wait_all_tasks_blocked()
        answering.set()
    assert world.asked == 3  # each may cost three, and costs one


async def test_what_other_programs_ask_counts_to_the_limit(world: World) -> None:
    await world.ask(PERSON, most=1)
    world.indexer.use = {1: IndexerUse(queries=18)}
    await world.gate.count_others()
    assert world.gate.standings[0].others == (17, 0, 17)
    answers = [await world.ask(PERSON, most=1) for _ in range(4)]
    assert [answer.kind for answer in answers].count(AnswerKind.EMPTY) == 2


async def test_the_statistics_are_read_once_an_hour_and_done_without_where_they_fail(world: World) -> None:
    await world.ask()
    world.indexer.use = {1: IndexerUse(queries=20)}
    world.indexer.trouble = Unavailable("Prowlarr cannot be reached")
    await world.gate.count_others()
    world.indexer.trouble = None
    await world.gate.count_others()
    assert world.gate.standings[0].others is None
    world.clock.go_on(hours=1)
    await world.gate.count_others()
    assert world.gate.standings[0].others == (19, 0, 19)


async def test_a_restart_asks_nobody_early_and_remembers_what_was_asked(world: World) -> None:
    world.fail(AnswerKind.LIMITED, retry_after=3600)
    await world.ask(PERSON)
    await world.gate.save()
    world.clock.go_on(minutes=30)
    world.gate = world.new_gate()
    assert (await world.ask()).retry_after == 1800
    assert world.asked == 1
    assert world.gate.standings[0].budget.used(world.clock.monotonic()) == 1


async def test_another_indexer_with_the_same_id_is_not_taken_for_the_old_one(world: World) -> None:
    world.fail()
    await world.ask()
    await world.gate.save()
    other = ALPHA._replace(name="Another")
    for gate in (world.gate, world.new_gate()):
        await gate.know((other, BETA))
        assert gate.standings[0].ladder.level == 0


async def test_nothing_is_written_where_nothing_has_changed(world: World) -> None:
    await world.ask()
    await world.gate.save()
    before = world.store.revision
    world.recover()
    await world.gate.know((ALPHA, BETA))
    await world.gate.save()
    assert world.store.revision == before


async def test_what_could_not_be_saved_is_saved_the_next_time(world: World) -> None:
    await world.ask()
    world.store.trouble = Unavailable("the database is locked")
    await world.gate.save()
    world.store.trouble = None
    await world.gate.save()
    async with world.store.snapshot() as tx:
        assert [record.name for record in await tx.indexers.all()] == ["Alpha"]


async def test_an_indexer_that_is_gone_is_forgotten_after_a_day(world: World) -> None:
    await world.ask()
    await world.gate.save()
    await world.gate.know((BETA,))
    assert [standing.info.name for standing in world.gate.standings] == ["Beta"]
    await world.gate.save()
    async with world.store.snapshot() as tx:
        assert len(await tx.indexers.all()) == 1
    world.clock.go_on(hours=26)
    await world.gate.save()
    async with world.store.snapshot() as tx:
        assert await tx.indexers.all() == ()


@pytest.mark.parametrize(
    ("error", "rests"),
    [
        pytest.param(FetchFailed("Prowlarr could not fetch the torrent (status 500)"), True, id="failed"),
        pytest.param(Gone("Prowlarr has this release no more"), False, id="gone"),
        pytest.param(Unavailable("Prowlarr cannot be reached"), False, id="manager-away"),
    ],
)
async def test_a_fetch_that_fails_counts_against_the_indexer(world: World, error: PortError, *, rests: bool) -> None:
    world.indexer.publish(RELEASE, error)
    with pytest.raises(type(error)):
        await world.fetch()
    assert ((await world.ask()).kind is AnswerKind.BLOCKED) == rests


async def test_nothing_is_fetched_from_an_indexer_that_rests(world: World) -> None:
    world.indexer.publish(RELEASE, Payload(torrent=b""))
    world.fail()
    await world.ask()
    assert world.gate.resting() == {RELEASE.indexer_id}
    with pytest.raises(Unavailable, match="Alpha: it rests") as raised:
        await world.fetch()
    assert raised.value.retry_after == 60
    assert world.indexer.fetched == []


async def test_a_grab_begun_before_a_restart_does_not_ask_an_indexer_that_still_rests(world: World) -> None:
    world.fail(AnswerKind.LIMITED, 3600)
    await world.ask()
    await world.gate.save()
    world.recover()
    world.gate = world.new_gate()
    with pytest.raises(Unavailable, match="rests after failures"):
        await world.gate.fetch(RELEASE)  # nobody has read the directory yet
    assert world.indexer.fetched == []
    await world.gate.know((ALPHA, BETA))
    assert {standing.info for standing in world.gate.standings} == {ALPHA, BETA}


async def test_a_magnet_that_the_indexer_stated_is_taken_though_it_rests(world: World) -> None:
    release = RELEASE._replace(magnet="magnet:?xt=urn:btih:" + "a" * 40)
    world.indexer.publish(release)
    world.fail()
    await world.ask()
    assert (await world.gate.fetch(release)).magnet == release.magnet


async def test_no_more_is_fetched_than_the_indexer_hands_out(world: World) -> None:
    world.indexer.publish(RELEASE, Payload(torrent=b""))
    world.indexer.use = {1: IndexerUse(grabs=1)}
    await world.gate.know((ALPHA, BETA))
    await world.gate.count_others()
    await world.fetch()
    with pytest.raises(Unavailable, match="its limit of 2 downloads a day is used up"):
        await world.fetch()


async def test_the_wall_clock_may_be_set_back_and_forth(world: World) -> None:
    world.fail()
    await world.ask()
    now = world.clock.now
    for jump in (timedelta(days=-400), timedelta(days=400)):
        world.clock.now = lambda jump=jump: now() + jump  # type: ignore[method-assign,misc]
        assert (await world.ask()).retry_after == 60
    world.clock.go_on(seconds=60)
    world.recover()
    assert (await world.ask()).kind is AnswerKind.EMPTY


async def test_it_is_said_once_when_an_indexer_fails_and_once_when_it_answers(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    world.fail()
    for _ in range(5):
        await world.ask()
    world.clock.go_on(seconds=60)
    world.recover()
    for _ in range(5):
        await world.ask(most=1)
    said = [record.message for record in caplog.records if record.name.endswith("indexer_gate")]
    assert said == ["indexer Alpha rests until 2026-01-01 12:01:00 UTC: HTTP 500", "indexer Alpha answers again"]
