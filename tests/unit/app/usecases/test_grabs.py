"""What cannot be had, or is wanted by several slots."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from dependency_injector import providers

from radarr.app.usecases.add_movie import SlotRules
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.download import Download
from radarr.domain.importing.journal import Import
from radarr.domain.importing.plan import Refusal
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.ports.download_client import ClientTorrent
from radarr.ports.driving.movies import MovieChange
from radarr.ports.errors import Unavailable
from radarr.ports.indexer import IndexerAnswer, IndexerInfo
from tests.unit.app.usecases.house import BEST, GOOD, House, house

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def two_slots() -> AsyncIterator[House]:
    async with house() as home:
        rules = [SlotRules(name=name, profile="HD-1080p", root="/library") for name in ("main", "second")]
        with home.container.slots.override(providers.Object({rule.name: rule for rule in rules})):
            yield home


async def test_what_could_not_be_had_for_the_moment_is_tried_in_the_next_round_of_the_feed() -> None:
    async with house() as home:
        release = home.offer(GOOD)
        payload = home.indexers.payloads[release.guid]
        home.indexers.payloads[release.guid] = Unavailable("Alpha has had enough of us")
        await home.want_sintel()
        await home.container.feed().execute()
        assert await home.states() == {}
        home.indexers.payloads[release.guid] = payload
        await home.container.feed().execute()
        assert await home.states() == {GOOD: "confirmed"}


async def test_what_could_not_be_had_for_the_moment_does_not_rest_a_day() -> None:
    async with house() as home:
        release = home.offer(GOOD)
        payload = home.indexers.payloads[release.guid]
        home.indexers.payloads[release.guid] = Unavailable("Alpha has had enough of us")
        await home.want_sintel()
        await home.container.missing().execute()
        home.indexers.payloads[release.guid] = payload
        await home.container.missing().execute()
        assert await home.states() == {GOOD: "confirmed"}


async def test_a_film_that_is_added_meets_what_the_feed_has_offered_before() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel(tmdb_id=1, title="Another")
        await home.container.feed().execute()
        await home.want_sintel()
        await home.container.feed().execute()
        assert GOOD in await home.states()


async def test_one_indexer_whose_feed_is_nonsense_costs_no_other_its_news() -> None:
    async with house() as home:
        home.offer(GOOD, indexer_id=2)
        latest = home.indexers.latest

        async def nonsense(indexer: IndexerInfo) -> IndexerAnswer:
            if indexer.id == 1:
                raise ValueError
            return await latest(indexer)

        home.indexers.latest = nonsense  # type: ignore[method-assign]
        await home.want_sintel()
        await home.container.feed().execute()
        assert GOOD in await home.states()


async def test_while_the_database_is_away_after_the_intent_no_second_release_is_grabbed() -> None:
    async with house() as home:
        home.offer(BEST)
        home.offer(GOOD)
        add = home.client.add

        async def adds(*request: object) -> object:
            added = await add(*request)  # type: ignore[arg-type]
            home.store.trouble = Unavailable("the database stays locked")
            return added

        home.client.add = adds  # type: ignore[method-assign, assignment]
        movie = await home.want_sintel()
        with pytest.raises(Unavailable):
            await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        home.store.trouble = None
        home.client.add = add  # type: ignore[method-assign]
        await home.track()
        assert list(await home.states()) == [BEST]


async def test_a_release_that_one_of_two_slots_has_got_meanwhile_is_grabbed_for_the_other() -> None:
    async with two_slots() as home:
        movie = await home.want_sintel(slots=("main", "second"))
        home.offer(GOOD)
        fetch = home.indexers.fetch
        main = movie.slots[0]

        async def meanwhile(release: object) -> object:
            await home.container.change_movie().execute(MovieChange(movie_id=movie.id, monitored=False))
            return await fetch(release)  # type: ignore[arg-type]

        home.indexers.fetch = meanwhile  # type: ignore[method-assign, assignment]
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        async with home.store.snapshot() as tx:
            (download,) = await tx.downloads.open()
        assert download.slot_ids == tuple(s.id for s in movie.slots if s.id != main.id)


async def test_what_was_shown_for_two_films_is_grabbed_for_the_one_that_was_looked_at_last() -> None:
    async with house() as home:
        first = await home.want_sintel(tmdb_id=1)
        home.offer(GOOD)
        await home.container.search().execute(first.id, SearchKind.USER_INTERACTIVE)
        second = await home.want_sintel(tmdb_id=2)
        await home.container.search().execute(second.id, SearchKind.USER_INTERACTIVE)
        download = await home.container.grab_shown().execute(1, f"1-{GOOD}")
        assert (download.movie_id, download.slot_ids) == (second.id, (second.slots[0].id,))


async def test_a_download_that_has_filled_one_slot_is_kept_though_another_refuses_it_for_good() -> None:
    async with two_slots() as home:
        home.offer(GOOD)
        movie = await home.want_sintel(slots=("main", "second"), search=True)
        await home.search()
        await home.downloaded(GOOD)
        plan = home.container.plan_import()
        execute = plan.execute

        async def for_main_only(download: Download, torrent: ClientTorrent, slot_id: int) -> Import | Refusal:
            if slot_id == movie.slots[0].id:
                return await execute(download, torrent, slot_id)
            return Refusal((ImportRejection(ImportReason.SAMPLE, "it is a sample"),))

        plan.execute = for_main_only  # type: ignore[method-assign]
        await home.track()
        await home.search()
        assert await home.states() == {GOOD: "blocked"}
        assert home.client.removed == []
        assert len([name for name in home.library() if name.endswith(".mkv")]) == 1
