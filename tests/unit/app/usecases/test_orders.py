"""Orders and searches that meet trouble: none is lost, and none holds up the others."""

import json

import pytest

from radarr.app.usecases import read_releases
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.history import Outcome
from radarr.domain.parsing import parse
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.ports.driving.movies import MovieChange
from radarr.ports.driving.queue import QueueAction
from radarr.ports.errors import Gone, LeaseLost, Unavailable
from radarr.ports.indexer import IndexerAnswer, IndexerInfo, MovieQuery
from tests.unit.app.usecases.house import BEST, GOOD, House, house

pytestmark = pytest.mark.anyio


async def orders(home: House) -> list[str]:
    async with home.store.snapshot() as tx:
        return [message.topic for message in await tx.outbox.pending(9)]


async def test_a_fault_in_one_order_holds_up_no_other() -> None:
    async with house() as home:
        async with home.store.transaction() as tx:
            await tx.outbox.add("search", "{}")
        home.offer(GOOD)
        await home.want_sintel(search=True)
        await home.search()
        assert await home.states() == {GOOD: "confirmed"}
        assert await orders(home) == ["search"]


async def test_who_lost_the_lease_while_carrying_out_orders_is_told_so() -> None:
    async with house() as home:
        await home.want_sintel(search=True)
        decide = home.container.decide()

        async def lost(*_: object) -> None:
            raise LeaseLost("another daemon has taken over this database")

        decide.execute = lost  # type: ignore[method-assign, assignment]
        with pytest.raises(LeaseLost):
            await home.search()
        assert await orders(home) == ["search"]


async def test_a_removed_torrent_that_is_grabbed_again_is_not_taken_away() -> None:
    async with house() as home:
        home.offer(GOOD)
        movie = await home.want_sintel(search=True)
        await home.search()
        await home.container.manage_download().execute(1, QueueAction.REMOVE)
        await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        await home.search()
        assert home.client.removed == []
        assert len(await home.client.torrents()) == 1


async def test_films_under_way_do_not_keep_others_from_being_searched() -> None:
    async with house() as home:
        for number in range(9):
            await home.want_sintel(tmdb_id=100 + number, title=f"Film {number}")
        for number in range(8):
            home.offer(f"Film.{number}.2010.1080p.BluRay.x264-TWO")
        await home.container.feed().execute()
        assert len(await home.states()) == 8
        await home.container.missing().execute()
        assert {title for _, title in home.indexers.asked} == {"Film 8"}


async def test_a_film_that_breaks_its_search_does_not_keep_others_from_theirs() -> None:
    async with house() as home:
        await home.want_sintel(tmdb_id=1, title="Broken")
        await home.want_sintel()
        home.offer(GOOD)
        ask = home.container.ask()
        execute = ask.execute

        async def breaks(
            query: MovieQuery, kind: SearchKind, among: frozenset[int] | None = None
        ) -> tuple[IndexerAnswer, ...]:
            if query.titles == ("Broken",):
                raise ValueError
            return await execute(query, kind, among)

        ask.execute = breaks  # type: ignore[method-assign]
        await home.container.missing().execute()
        assert GOOD in await home.states()


async def test_a_film_rests_only_when_an_indexer_has_answered() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        home.indexers.failing = {1: Unavailable("Alpha is down"), 2: Unavailable("Beta is down")}
        await home.container.missing().execute()
        async with home.store.snapshot() as tx:
            assert (await tx.movies.get(movie.id) or movie).slots[0].searched_at is None
        home.indexers.failing.clear()
        home.offer(GOOD)
        await home.container.missing().execute()
        assert GOOD in await home.states()


async def test_what_is_changed_during_a_search_stays_changed_and_counts() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        home.offer(BEST)
        home.offer(GOOD, indexer_id=2)
        answer = home.indexers.search

        async def slowly(indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:  # noqa: ARG001
            change = MovieChange(movie_id=movie.id, monitored=False)
            await home.container.change_movie().execute(change)
            return await answer(indexer, query)

        home.indexers.search = slowly  # type: ignore[method-assign]
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert await home.states() == {}
        async with home.store.snapshot() as tx:
            assert not (await tx.movies.get(movie.id) or movie).slots[0].monitored
            assert {e.outcome for e in await tx.ledger.for_movie(movie.id)} == {Outcome.REJECTED}


async def test_a_search_that_was_under_way_when_the_film_came_grabs_nothing_less() -> None:
    async with house() as home:
        home.offer(BEST)
        movie = await home.want_sintel(search=True)
        await home.search()
        await home.downloaded(BEST)
        home.clock.go_on(minutes=6)
        home.indexers.releases[1].clear()
        home.offer(GOOD)
        answer = home.indexers.search

        async def slowly(indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:  # noqa: ARG001
            await home.track()
            return await answer(indexer, query)

        home.indexers.search = slowly  # type: ignore[method-assign]
        await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        assert await home.states() == {BEST: "imported"}


async def test_orders_keep_to_the_hours_searches_though_several_are_carried_out_at_once() -> None:
    async with house() as home:
        for number in range(12):
            movie = await home.want_sintel(tmdb_id=100 + number, title=f"Film {number}")
            order = {"movie_id": movie.id, "slot_ids": [movie.slots[0].id], "kind": "scheduled"}
            async with home.store.transaction() as tx:
                await tx.outbox.add("search", json.dumps(order))
        home.indexers.silent = {1, 2}
        await home.search()
        assert len({title for _, title in home.indexers.asked}) == 8
        assert len(await orders(home)) == 4


async def test_a_film_that_is_gone_does_not_keep_the_others_of_a_command_from_being_searched() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        home.offer(GOOD)
        with pytest.raises(Gone):
            await home.container.search_library().movies((99, movie.id))
        assert GOOD in await home.states()


async def test_a_name_that_breaks_the_parser_costs_no_other_release_its_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(name: str) -> ParsedRelease | None:
        if name == "Broken":
            raise RecursionError
        return parse(name)

    monkeypatch.setattr(read_releases, "parse", breaks)
    async with house() as home:
        home.offer("Broken")
        home.offer(GOOD)
        await home.want_sintel()
        await home.container.feed().execute()
        assert GOOD in await home.states()
