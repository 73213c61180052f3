"""Thirty days of a library of 500 missing films and 20 indexers with budgets of 100 queries a day."""

from collections import defaultdict
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from dependency_injector import providers

from radarr.app.usecases.library_index import Library, LibraryIndex
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.searching.policy import interval
from radarr.ports.driving.movies import NewMovie
from radarr.ports.indexer import AnswerKind
from tests.unit.app.usecases.house import NOON, House, house
from tests.unit.app.usecases.market import Market

pytestmark = pytest.mark.anyio

FILMS, DAYS, BUDGET = 500, 30, 100
GAP_AT = 20 * 24
"""The hour in which rows of a feed are missed."""
MISSED = "Film 7"


class Still(LibraryIndex):
    """Of a library that stays as it is: it is read once."""

    library: Library | None = None

    async def look(self) -> Library:
        self.library = self.library or await super().look()
        return self.library


class Month:
    """What happened, as the records tell."""

    def __init__(self, home: House, market: Market) -> None:
        self.home, self.market = home, market
        self.steps: dict[int, list[datetime]] = defaultdict(list)
        self.refused: list[str] = []

    async def pass_by(self, hours: int) -> None:
        container = self.home.container
        for hour in range(hours):
            if hour == GAP_AT:
                self.market.bursts[3] = self.home.clock.now()
                self.market.films[MISSED] = (3, self.home.clock.now() - timedelta(minutes=30))
            if hour % 2 == 0:
                await container.feed().execute()
            await container.missing().execute()
            await self._note()
            if hour % 24 == 12:
                await self._look_on(1 + hour % FILMS)
            self.home.clock.go_on(hours=1)

    async def _note(self) -> None:
        async with self.home.store.snapshot() as tx:
            wants = await tx.searching.wants(0, FILMS)
        for want in wants:
            steps = self.steps[want.movie_id]
            if want.record and (not steps or steps[-1] != want.record.last_at):
                steps.append(want.record.last_at)

    async def _look_on(self, movie_id: int) -> None:
        report = await self.home.container.search().execute(movie_id, SearchKind.USER_INTERACTIVE)
        self.refused += [a.message for a in report.answers if a.kind not in {AnswerKind.HITS, AnswerKind.EMPTY}]


@pytest.mark.timeout(600)  # fifteen seconds of work, on a machine that has time for it
async def test_a_month_keeps_to_the_budgets_searches_every_film_and_catches_up() -> None:
    async with house(RADARR__SCHEDULE__FEED="7200") as home:
        market = Market(home.clock)
        home.container.indexer.override(providers.Object(market))
        home.container.library_index.override(providers.Object(Still(home.store)))
        for number in range(FILMS):
            await home.container.add_movie().execute(
                NewMovie(tmdb_id=1000 + number, title=f"Film {number}", year=2010, runtime=90)
            )
        month = Month(home, market)
        await month.pass_by(DAYS * 24)
        assert market.spent_within(24) <= BUDGET
        assert month.refused == [], "a person is never told that a budget is spent"
        every_film_was_searched_at_its_intervals(month)
        the_gap_was_caught_up(market)
        assert await home.states() == {f"{MISSED.replace(' ', '.')}.2010.1080p.WEB-DL.H264-ONE": "confirmed"}


def every_film_was_searched_at_its_intervals(month: Month) -> None:
    """The budgets do not suffice for all at once: first searches take a week, second ones another."""
    assert len(month.steps) == FILMS
    for steps in month.steps.values():
        assert steps[0] <= NOON + timedelta(days=7)
        for number, (earlier, later) in enumerate(pairwise(steps), 1):
            assert later - earlier >= interval(number)
            assert later <= max(earlier + interval(number), NOON + timedelta(days=13)) + timedelta(days=1)
    assert {len(steps) for steps in month.steps.values()} <= {4, 5}
    at_all = {(one.title, one.indexer_id) for one in month.market.asked if one.title}
    assert len(at_all) == FILMS * month.market.count, "nobody is left out for ever"


def the_gap_was_caught_up(market: Market) -> None:
    found_at = NOON + timedelta(hours=GAP_AT)
    asked: dict[tuple[datetime, str], set[int]] = defaultdict(set)
    for one in market.asked:
        if one.title and not one.person and found_at <= one.at < found_at + timedelta(days=1):
            asked[one.at, one.title].add(one.indexer_id)
    there = [title for (at, title), indexers in asked.items() if indexers == {3} and at == found_at]
    assert MISSED in there
    assert len(there) <= 20
