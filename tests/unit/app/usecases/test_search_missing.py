"""What is searched in a round, and where."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from dependency_injector import providers

from radarr.app.usecases.indexer_feeds import IndexerFeeds
from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.movie import Movie, MovieFile
from radarr.domain.quality import BY_NAME
from radarr.domain.searching.want import SearchRecord
from radarr.ports.driving.movies import MovieChange
from radarr.ports.driving.searches import PlannedSearch
from radarr.ports.indexer import AnswerKind
from tests.contract.store.examples import decided
from tests.unit.app.usecases.house import NOON, House, house
from tests.unit.app.usecases.market import Market

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def markets(count: int = 2, **settings: str) -> AsyncIterator[tuple[House, Market]]:
    async with house(**settings) as home:
        market = Market(home.clock, count)
        home.container.indexer.override(providers.Object(market))
        yield home, market


async def record(home: House, movie: Movie) -> SearchRecord:
    async with home.store.snapshot() as tx:
        found = await tx.searching.get(movie.slots[0].id)
    assert found
    return found


async def has(home: House, movie: Movie, quality: str) -> None:
    async with home.store.transaction() as tx:
        file = MovieFile(path="a.mkv", size=1, quality=BY_NAME[quality], added_at=NOON)
        await tx.movies.set_file(movie.slots[0].id, file)


def where(market: Market) -> list[int]:
    """The indexers at which films were searched since one asked last, in order."""
    found = sorted(one.indexer_id for one in market.asked if one.title)
    market.asked.clear()
    return found


async def test_a_round_searches_what_the_budgets_allow_until_the_next() -> None:
    async with markets() as (home, market):
        for number in range(30):
            await home.want_sintel(tmdb_id=100 + number, title=f"Film {number}")
        await home.container.missing().execute()
        first = len({one.title for one in market.asked})
        assert 0 < first < 10
        for _ in range(23):
            home.clock.go_on(hours=1)
            await home.container.missing().execute()
        assert market.spent_within(24) <= 100 - 48, "half of it is the feed's"
        assert len({one.title for one in market.asked}) > 20


async def test_a_round_without_anything_due_asks_nobody_and_writes_nothing() -> None:
    async with markets() as (home, market):
        await home.want_sintel()
        await home.container.missing().execute()
        before, asked = home.store.revision, len(market.asked)
        home.clock.go_on(hours=23)
        await home.container.missing().execute()
        assert (home.store.revision, len(market.asked)) == (before, asked)


async def test_a_film_that_has_just_come_out_is_searched_though_the_hour_is_spent() -> None:
    async with markets() as (home, market):
        for number in range(30):
            await home.want_sintel(tmdb_id=100 + number, title=f"Film {number}")
        new = await home.want_sintel(tmdb_id=99, title="New")
        async with home.store.transaction() as tx:
            await tx.movies.save(replace(new, digital_release=(NOON + timedelta(days=1)).date()))
        await home.container.missing().execute()
        home.clock.go_on(hours=12)
        await home.container.missing().execute()
        market.asked.clear()
        await home.container.missing().execute()
        assert {one.title for one in market.asked} <= {"New"}
        assert (await record(home, new)).searches == 1


async def test_a_film_whose_indexers_were_read_since_rests_without_a_search() -> None:
    async with markets() as (home, market):
        movie = await home.want_sintel()
        await home.container.feed().execute()
        await home.container.missing().execute()
        assert where(market) == [1, 2]
        home.clock.go_on(hours=3)
        await home.container.feed().execute()
        home.clock.go_on(hours=21)
        await home.container.feed().execute()
        market.asked.clear()
        await home.container.missing().execute()
        assert len(where(market)) == 2, "after 21 hours the feed had a gap"
        for _ in range(24):
            home.clock.go_on(hours=3)
            await home.container.feed().execute()
        market.asked.clear()
        await home.container.missing().execute()
        assert where(market) == []
        assert await record(home, movie) == SearchRecord(
            3, home.clock.now(), (await record(home, movie)).profile, missing=True, asked=_asked_at(home, hours=72)
        )


def _asked_at(home: House, hours: int) -> tuple[tuple[int, object], ...]:
    at = home.clock.now() - timedelta(hours=hours)
    return ((1, at), (2, at))


async def test_an_indexer_that_was_left_out_is_asked_with_the_next_search() -> None:
    async with markets() as (home, market):
        await home.want_sintel()
        await home.container.feed().execute()
        gate = home.container.gate()
        rested = {standing.info.id: standing for standing in gate.standings}[2]
        rested.ladder = rested.ladder.failed(home.clock.monotonic(), "HTTP 500", 3600.0)
        await home.container.missing().execute()
        assert where(market) == [1]
        for _ in range(8):
            home.clock.go_on(hours=3)
            await home.container.feed().execute()
        market.asked.clear()
        await home.container.missing().execute()
        assert where(market) == [2]


async def test_what_was_refused_for_the_moment_alone_is_searched_again() -> None:
    async with markets() as (home, market):
        movie = await home.want_sintel()
        await home.container.feed().execute()
        await home.container.missing().execute()
        assert where(market) == [1, 2]
        passing = (Rejection(Reason.MINIMUM_SEEDERS, "nobody has it"),)
        async with home.store.transaction() as tx:
            await tx.ledger.record((decided(movie, indexer_id=2, rejections=passing),))
        for _ in range(8):
            home.clock.go_on(hours=3)
            await home.container.feed().execute()
        market.asked.clear()
        await home.container.missing().execute()
        assert where(market) == [2]


async def test_a_slot_that_is_wanted_otherwise_is_searched_anew() -> None:
    async with markets() as (home, market):
        movie = await home.want_sintel()
        await home.container.missing().execute()
        change = home.container.change_movie()
        await change.execute(MovieChange(movie_id=movie.id, monitored=False))
        await home.container.missing().execute()
        await change.execute(MovieChange(movie_id=movie.id, monitored=True))
        assert where(market) == [1, 2]
        home.clock.go_on(minutes=10)  # what was answered a moment ago is not asked again
        await home.container.missing().execute()
        assert where(market) == [1, 2]
        await change.execute(MovieChange(movie_id=movie.id, monitored=True))
        await home.container.missing().execute()
        assert where(market) == []


async def test_a_person_who_searches_begins_the_count_anew_and_one_who_looks_on_does_not() -> None:
    async with markets() as (home, _):
        movie = await home.want_sintel()
        await home.container.missing().execute()
        home.clock.go_on(days=1)
        await home.container.missing().execute()
        assert (await record(home, movie)).searches == 2
        await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert (await record(home, movie)).searches == 2
        await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        assert (await record(home, movie)).searches == 1


@pytest.mark.parametrize(("upgrades", "searched"), [("true", True), ("false", False)])
async def test_a_film_below_its_cut_off_is_searched_where_that_is_wanted(upgrades: str, *, searched: bool) -> None:
    async with markets(RADARR__PROWLARR__SEARCH_UPGRADES=upgrades) as (home, market):
        poor = await home.want_sintel()
        fine = await home.want_sintel(tmdb_id=1, title="Fine")
        await has(home, poor, "WEBDL-480p")
        await has(home, fine, "Bluray-1080p")
        await home.container.missing().execute()
        assert {one.title for one in market.asked} == ({"Sintel"} if searched else set())


async def test_a_person_is_answered_though_the_budgets_are_spent() -> None:
    async with markets(RADARR__PROWLARR__DAILY_BUDGET="3") as (home, _):
        movie = await home.want_sintel()
        for _ in range(3):
            home.clock.go_on(hours=1)
            report = await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
            assert {answer.kind for answer in report.answers} == {AnswerKind.EMPTY}


async def test_what_passed_while_the_daemon_was_off_is_a_gap_and_caught_up() -> None:
    async with markets() as (home, market):
        movie = await home.want_sintel()
        await home.container.feed().execute()
        await home.container.missing().execute()
        assert home.container.indexer_feeds().gaps() == {}
        market.films["Sintel"] = (2, NOON + timedelta(hours=4))
        home.clock.go_on(hours=12)
        memory = IndexerMemory(home.store, home.clock)
        home.container.indexer_memory.override(providers.Object(memory))
        for name in ("gate", "ask", "indexer_feeds", "feed", "missing", "search"):
            getattr(home.container, name).reset()
        await home.container.feed().execute()
        assert set(home.container.indexer_feeds().gaps()) == {1, 2}
        before = await record(home, movie)
        await home.container.missing().execute()
        assert list(await home.states()) == ["Sintel.2010.1080p.WEB-DL.H264-ONE"]
        after = await record(home, movie)
        assert (after.searches, after.last_at) == (before.searches, before.last_at), "its next search comes as planned"
        await home.container.missing().execute()
        assert home.container.indexer_feeds().gaps() == {}


async def test_a_gap_gets_no_more_searches_than_are_set() -> None:
    async with markets(1, RADARR__PROWLARR__GAP_SEARCHES="2") as (home, market):
        for number in range(5):
            await home.want_sintel(tmdb_id=100 + number, title=f"Film {number}")
        await home.container.feed().execute()
        for _ in range(3):
            home.clock.go_on(hours=2)
            await home.container.feed().execute()
            await home.container.missing().execute()
        assert len({one.title for one in market.asked if one.title}) == 5
        home.clock.go_on(hours=12)
        await home.container.feed().execute()
        market.asked.clear()
        for _ in range(3):
            await home.container.missing().execute()
        assert len(where(market)) == 2
        assert isinstance(home.container.indexer_feeds(), IndexerFeeds)


async def test_a_release_that_can_never_be_had_does_not_cost_a_search_an_hour() -> None:
    async with markets(1) as (home, market):
        await home.want_sintel()
        market.films["Sintel"] = (1, NOON)
        market.closed = True
        for _ in range(48):
            await home.container.missing().execute()
            home.clock.go_on(hours=1)
        assert await home.states() == {}
        assert len(where(market)) == 5, "at 0, 1, 3, 9 and 33 hours"
        market.closed = False
        home.clock.go_on(hours=10)
        await home.container.missing().execute()
        assert list(await home.states()) == ["Sintel.2010.1080p.WEB-DL.H264-ONE"]


async def test_the_next_search_of_a_film_is_told() -> None:
    async with markets() as (home, _):
        movie = await home.want_sintel()
        slot_id = movie.slots[0].id
        plan = home.container.plan_searches()
        assert await plan.execute(movie.id) == (PlannedSearch(slot_id, NOON, 0),)
        await home.container.missing().execute()
        assert await plan.execute(movie.id) == (PlannedSearch(slot_id, NOON + timedelta(days=1), 1),)
        await has(home, movie, "Bluray-1080p")
        assert await plan.execute(movie.id) == ()
        assert await plan.execute(99) == ()


async def test_no_search_is_told_where_searches_are_switched_off() -> None:
    async with markets(RADARR__SCHEDULE__SEARCH_MISSING="0") as (home, _):
        movie = await home.want_sintel()
        assert await home.container.plan_searches().execute(movie.id) == ()
