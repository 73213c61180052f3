"""Asking all indexers at once, for a film and for what is new."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import anyio
import pytest
from anyio.abc import TaskGroup

from radarr.adapters.simulated.indexer import SimulatedIndexer
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.indexer_gate import IndexerGate
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.show_indexers import ShowIndexers
from radarr.app.usecases.test_indexer import TestIndexer
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.release import Release
from radarr.domain.resilience.figures import ServiceState
from radarr.ports.errors import Gone, Unauthorised, Unavailable
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, MovieQuery
from tests.unit.app.usecases.house import HandClock

pytestmark = pytest.mark.anyio

ALPHA = IndexerInfo(1, "Alpha", "torrent", id_params=("imdbid",))
BETA = IndexerInfo(2, "Beta", "torrent", feed=False)
GAMMA = IndexerInfo(3, "Gamma", "torrent", interactive=False)
SINTEL = MovieQuery(("Sintel", "Durian"), 2010, "tt1727587")
PERSON, DAEMON = SearchKind.USER_INTERACTIVE, SearchKind.SCHEDULED


@dataclass
class World:
    """Three simulated indexers, asked through a gate."""

    indexer: SimulatedIndexer
    store: MemoryStore
    clock: HandClock
    ask: AskIndexers
    test: TestIndexer
    show: ShowIndexers
    reserved: list[int] = field(default_factory=list)

    def kinds(self, answers: tuple[IndexerAnswer, ...]) -> dict[str, str]:
        return {answer.indexer.name: answer.kind.value for answer in answers}

    async def levels(self) -> dict[str, int]:
        """As they are stored."""
        async with self.store.snapshot() as tx:
            return {record.name: record.level for record in await tx.indexers.all()}


def made(tasks: TaskGroup, daily_budget: int = 100) -> World:
    indexer, store, clock = SimulatedIndexer([ALPHA, BETA, GAMMA]), MemoryStore(), HandClock()
    memory = IndexerMemory(store, clock)
    gate = IndexerGate(indexer, memory, clock, daily_budget=daily_budget, feed_every=0, window=300, minimum=2)
    reserved: list[int] = []
    ask = AskIndexers(indexer, gate, tasks, clock, deadline=0.05, cache_ttl=60, reserve=reserved.append)
    show = ShowIndexers(ask, gate, clock, degraded_rate=0.1)
    return World(indexer, store, clock, ask, TestIndexer(indexer, ask, gate), show, reserved)


@asynccontextmanager
async def world(daily_budget: int = 100) -> AsyncIterator[World]:
    async with anyio.create_task_group() as tasks:
        yield made(tasks, daily_budget)
        tasks.cancel_scope.cancel()


async def test_a_persons_search_is_urgent_and_room_is_kept_for_it() -> None:
    async with world() as home:
        await home.ask.execute(SINTEL, PERSON)
        assert (home.indexer.urgent, home.reserved) == ([1, 2], [2])


async def test_who_is_late_is_named_and_no_failure() -> None:
    async with world() as home:
        home.indexer.delays[2] = 0.2
        assert home.kinds(await home.ask.execute(SINTEL, PERSON)) == {"Alpha": "empty", "Beta": "late"}
        await anyio.sleep(0.3)
        assert home.kinds(await home.ask.execute(SINTEL, PERSON)) == {"Alpha": "empty", "Beta": "empty"}
        assert len(home.indexer.queries) == 2


async def test_a_person_waits_no_longer_for_the_list_of_indexers_than_for_their_answers() -> None:
    async with world() as home:
        listed = home.indexer.indexers

        async def hangs() -> tuple[IndexerInfo, ...]:
            await anyio.sleep_forever()
            return ()

        home.indexer.indexers = hangs  # type: ignore[method-assign]
        with pytest.raises(Unavailable, match=r"does not list its indexers within 0\.05 s"):
            await home.ask.execute(SINTEL, PERSON)
        with pytest.raises(Unavailable, match="does not list"):
            await home.show.execute()
        home.indexer.indexers = listed  # type: ignore[method-assign]
        await home.ask.indexers()
        home.indexer.indexers = hangs  # type: ignore[method-assign]
        home.clock.go_on(minutes=5)
        assert home.kinds(await home.ask.execute(SINTEL, PERSON)) == {"Alpha": "empty", "Beta": "empty"}
        assert [info for info, _ in await home.show.execute()] == [ALPHA, BETA, GAMMA]
        assert (await home.test.execute(1)).kind is AnswerKind.EMPTY


async def test_who_failed_is_remembered_though_another_hangs_for_hours() -> None:
    async with world() as home:
        home.indexer.delays[2] = 3600
        home.indexer.faults[1] = IndexerAnswer(ALPHA, AnswerKind.LIMITED, retry_after=900)
        await home.ask.execute(SINTEL, PERSON)
        await anyio.sleep(0.01)
        assert (await home.levels())["Alpha"] == 1


async def test_a_search_ends_with_what_has_arrived_when_its_indexers_are_left() -> None:
    """As when another configuration has taken over, and who waits is no part of the background."""
    found: list[dict[str, str]] = []
    async with anyio.create_task_group() as people:
        async with anyio.create_task_group() as background:
            home = made(background)
            home.indexer.delays[2] = 3600

            async def search() -> None:
                found.append(home.kinds(await home.ask.execute(SINTEL, DAEMON)))

            people.start_soon(search)
            await anyio.wait_all_tasks_blocked()
            background.cancel_scope.cancel()
        with anyio.move_on_after(1):
            await anyio.wait_all_tasks_blocked()
        people.cancel_scope.cancel()
    assert found == [{"Alpha": "empty", "Beta": "late", "Gamma": "empty"}]


@pytest.mark.parametrize("late", [None, 0.2], ids=["all-in-time", "one-late"])
async def test_a_bug_behind_a_search_ends_neither_the_search_nor_the_daemon(
    late: float | None, caplog: pytest.LogCaptureFixture
) -> None:
    async with world() as home:
        await home.ask.indexers()
        home.indexer.delays[2] = late or 0
        home.store.trouble = RuntimeError("a bug in the store")  # type: ignore[assignment]
        answers = await home.ask.execute(SINTEL, PERSON)
        assert home.kinds(answers) == {"Alpha": "empty", "Beta": "late" if late else "empty"}
        await anyio.sleep(0.3 if late else 0.01)
    assert "a bug in the store" in caplog.text


async def test_an_answer_is_used_again_and_costs_nothing() -> None:
    async with world() as home:
        home.indexer.publish(Release(guid="g", indexer_id=1, indexer="Alpha", title="Sintel 2010", size=1))
        for _ in range(3):
            answers = await home.ask.execute(SINTEL, DAEMON)
            assert home.kinds(answers) == {"Alpha": "hits", "Beta": "empty", "Gamma": "empty"}
        assert len(home.indexer.queries) == 3


async def test_the_feeds_that_are_on_are_read_and_each_answers_for_itself() -> None:
    async with world() as home:
        home.indexer.faults[1] = IndexerAnswer(ALPHA, AnswerKind.FAILED, message="Alpha: HTTP 500")
        assert home.kinds(await home.ask.latest()) == {"Alpha": "failed", "Gamma": "empty"}
        assert home.kinds(await home.ask.latest()) == {"Alpha": "blocked", "Gamma": "empty"}
        assert [query for _, query in home.indexer.queries] == [None] * 3
        assert await home.levels() == {"Alpha": 1, "Gamma": 0}


async def test_ten_feed_rounds_stop_where_the_budget_ends() -> None:
    async with world(daily_budget=4) as home:
        kinds = [home.kinds(await home.ask.latest())["Alpha"] for _ in range(10)]
        assert kinds == ["empty"] * 4 + ["limited"] * 6


async def test_a_manager_that_is_away_fails_the_round_and_no_indexer() -> None:
    async with world() as home:
        await home.ask.indexers()
        home.indexer.trouble = Unavailable("Prowlarr cannot be reached")
        with pytest.raises(Unavailable, match="cannot be reached"):
            await home.ask.latest()
        home.indexer.trouble = None
        assert home.kinds(await home.ask.latest()) == {"Alpha": "empty", "Gamma": "empty"}


async def test_a_wrong_key_fails_the_round() -> None:
    async with world() as home:
        await home.ask.indexers()
        home.indexer.trouble = Unauthorised("Prowlarr does not accept the API key")
        with pytest.raises(Unauthorised):
            await home.ask.latest()
        with pytest.raises(Unauthorised):
            await home.ask.execute(SINTEL, DAEMON)


async def test_an_answer_that_cannot_be_read_costs_the_others_nothing(caplog: pytest.LogCaptureFixture) -> None:
    async with world() as home:
        latest = home.indexer.latest

        async def nonsense(info: IndexerInfo) -> IndexerAnswer:
            if info == GAMMA:
                return await latest(info)
            raise ValueError("no XML")

        home.indexer.latest = nonsense  # type: ignore[method-assign]
        assert home.kinds(await home.ask.latest()) == {"Alpha": "failed", "Gamma": "empty"}
        assert "the answer could not be read" in caplog.text


async def test_a_person_tests_an_indexer_that_rests_and_a_good_answer_ends_the_rest() -> None:
    async with world() as home:
        home.indexer.faults[1] = IndexerAnswer(ALPHA, AnswerKind.FAILED, message="Alpha: HTTP 500")
        await home.ask.latest()
        assert (await home.test.execute(1)).kind is AnswerKind.FAILED
        home.indexer.faults.clear()
        assert (await home.test.execute(1)).kind is AnswerKind.EMPTY
        assert home.kinds(await home.ask.latest())["Alpha"] == "empty"


async def test_there_is_no_testing_what_there_is_not() -> None:
    async with world() as home:
        with pytest.raises(Gone, match="no usable indexer 9") as raised:
            await home.test.execute(9)
        assert raised.value.remedy == "those that there are: Alpha (1), Beta (2), Gamma (3)"


async def test_it_is_shown_how_each_indexer_fares() -> None:
    async with world() as home:
        assert home.show.health() == ()
        home.indexer.faults[1] = IndexerAnswer(ALPHA, AnswerKind.FAILED, message="Alpha: HTTP 500")
        await home.ask.latest()
        (_, alpha), (_, beta), (_, gamma) = await home.show.execute()
        assert (alpha.state, alpha.level, alpha.last_error) == (ServiceState.CIRCUIT_OPEN, 1, "HTTP 500")
        assert (beta.state, beta.figures.requests) == (ServiceState.HEALTHY, 0)
        assert (gamma.spent, gamma.budget, gamma.others) == (1, 100, 0)
        home.clock.go_on(seconds=60)
        (alpha, *_) = home.show.health()
        assert (alpha.state, alpha.resting_until) == (ServiceState.DOWN, None)
