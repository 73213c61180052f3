"""What waits is decided again when it is due, not when the feed happens to run."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from radarr.app.usecases.keep_pending import MOST
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.pending import Pending
from radarr.ports.driving.movies import MovieChange
from radarr.ports.errors import Gone, Unavailable
from tests.unit.app.usecases.house import BEST, GOOD, NOON, House, house
from tests.unit.app.usecases.test_waiting import BETTER, WORSE, asking

pytestmark = pytest.mark.anyio


async def waiting(home: House) -> tuple[Pending, ...]:
    async with home.store.snapshot() as tx:
        return await tx.pending.all()


async def titles(home: House) -> list[str]:
    return [each.release.title for each in await waiting(home)]


async def later(home: House, **span: float) -> None:
    """The timer wakes the loop."""
    home.clock.go_on(**span)
    await home.container.pending().execute()


def no_longer_offered(home: House) -> None:
    for releases in home.indexers.releases.values():
        releases.clear()


def to_wait(home: House) -> float | None:
    return home.container.pending_alarm().wait()


async def test_the_best_that_came_within_the_delay_is_taken_though_the_feed_does_not_run_again() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        await home.container.pending().execute()
        assert to_wait(home) is None
        home.offer(WORSE, published_at=NOON)
        await home.container.feed().execute()
        home.clock.go_on(minutes=30)
        home.offer(BETTER, published_at=NOON + timedelta(minutes=20))
        await home.container.feed().execute()
        no_longer_offered(home)
        assert await titles(home) == [WORSE, BETTER]
        assert to_wait(home) == 3600  # at most, so that a clock that is set anew is noticed
        await later(home, minutes=89)
        assert await home.states() == {}
        await later(home, minutes=1)
        assert (list(await home.states()), await titles(home)) == ([BETTER], [])
        await later(home, minutes=15)
        assert to_wait(home) is None


async def test_what_waits_is_decided_with_what_the_feed_offers_now() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(BETTER, published_at=NOON)
        await home.container.feed().execute()
        no_longer_offered(home)
        home.offer(WORSE, published_at=NOON - timedelta(hours=3))
        await home.container.feed().execute()
        assert list(await home.states()) == [BETTER]


async def test_what_is_too_new_waits_for_its_age_beside_what_is_taken() -> None:
    async with house() as home:
        asking(home, minimum_age=120)
        await home.want_sintel()
        home.offer(BETTER, published_at=NOON)
        home.offer(WORSE, published_at=NOON - timedelta(hours=3))
        await home.container.feed().execute()
        assert list(await home.states()) == [WORSE]
        assert [(p.reason.value, p.due_at) for p in await waiting(home)] == [
            ("MinimumAge", NOON + timedelta(minutes=120))
        ]
        await later(home, minutes=120)
        assert set(await home.states()) == {WORSE, BETTER}


async def test_what_is_not_out_yet_is_taken_on_the_day() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        async with home.store.transaction() as tx:
            await tx.movies.save(replace(movie, digital_release=date(2026, 1, 3)))
        home.offer(GOOD)
        await home.container.feed().execute()
        no_longer_offered(home)
        assert await home.states() == {}
        await later(home, hours=35)
        assert await home.states() == {}
        await later(home, hours=1)
        assert list(await home.states()) == [GOOD]


async def test_what_is_refused_for_good_does_not_wait() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer("Sintel.2010.CAM.x264-BAD", published_at=NOON)
        await home.container.feed().execute()
        assert await titles(home) == []


async def test_what_is_wanted_no_longer_is_forgotten_when_it_is_due() -> None:
    async with house() as home:
        asking(home, delay=120)
        movie = await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        await home.container.change_movie().execute(MovieChange(movie_id=movie.id, monitored=False))
        await later(home, minutes=120)
        assert (await home.states(), await titles(home)) == ({}, [])


async def test_what_could_not_be_had_for_the_moment_is_tried_again_and_what_is_gone_is_not() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        release = home.offer(GOOD, published_at=NOON)
        payload = home.indexers.payloads[release.guid]
        home.indexers.payloads[release.guid] = Unavailable("Alpha has had enough of us")
        await home.container.feed().execute()
        await later(home, minutes=120)
        assert (await home.states(), await titles(home)) == ({}, [GOOD])
        home.indexers.payloads[release.guid] = payload
        await later(home, minutes=15)
        assert (list(await home.states()), await titles(home)) == ([GOOD], [])


async def test_a_release_that_is_gone_when_it_is_due_gives_way_to_the_next() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        gone = home.offer(BETTER, published_at=NOON)
        home.offer(WORSE, published_at=NOON)
        home.indexers.payloads[gone.guid] = Gone("it was taken down")
        await home.container.feed().execute()
        await later(home, minutes=120)
        assert (list(await home.states()), await titles(home)) == ([WORSE], [])


async def test_a_person_who_searches_takes_what_waits_though_no_indexer_offers_it_any_more() -> None:
    async with house() as home:
        asking(home, delay=120)
        movie = await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        no_longer_offered(home)
        await home.container.search().execute(movie.id, SearchKind.USER_AUTOMATIC)
        assert (list(await home.states()), await titles(home)) == ([GOOD], [])


async def test_who_only_looks_on_changes_nothing() -> None:
    async with house() as home:
        asking(home, minimum_age=120)
        movie = await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.search().execute(movie.id, SearchKind.USER_INTERACTIVE)
        assert await titles(home) == []


async def test_in_a_mode_that_only_observes_nothing_waits_for_ever() -> None:
    async with house(RADARR__DAEMON__MODE="observe") as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        await later(home, minutes=120)
        assert (await home.states(), await titles(home)) == ({}, [])


async def test_the_same_release_of_two_indexers_waits_once() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(GOOD, 2, published_at=NOON)
        await home.container.feed().execute()
        home.offer(GOOD, 1, published_at=NOON)
        await home.container.feed().execute()
        assert [(p.release.indexer, [a.indexer for a in p.release.alternates]) for p in await waiting(home)] == [
            ("Alpha", ["Beta"])
        ]


async def test_no_more_than_a_hundred_releases_wait_for_one_slot() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel(runtime=100)
        for number in range(MOST + 20):
            home.offer(f"Sintel.2010.1080p.WEB-DL.H264-G{number}", published_at=NOON, size=(900 + 40 * number) << 20)
        await home.container.feed().execute()
        assert len(await titles(home)) == MOST


async def test_a_feed_that_offers_the_same_again_writes_nothing_new() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        before = await waiting(home)
        no_longer_offered(home)
        home.offer(GOOD, published_at=NOON, seeders=50)
        await home.container.feed().execute()
        assert await waiting(home) == before


async def test_other_settings_count_from_the_next_start_on() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        asking(home, delay=0)
        home.container.pending_alarm().is_known = False  # as after a start
        for use_case in (home.container.scores, home.container.facts, home.container.decide, home.container.grab):
            use_case.reset()
        home.container.grab_best.reset()
        home.container.pending.reset()
        await home.container.pending().execute()
        assert (list(await home.states()), await titles(home)) == ([GOOD], [])


async def test_between_two_moments_nothing_is_read() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.pending().execute()
        await home.container.feed().execute()
        home.store.trouble = Unavailable("the database is away")
        await later(home, minutes=119)
        assert to_wait(home) == 60.0


async def test_a_slot_whose_profile_is_gone_stops_only_itself(caplog: pytest.LogCaptureFixture) -> None:
    async with house() as home:
        movie = await home.want_sintel()
        async with home.store.transaction() as tx:
            await tx.movies.add_slot(replace(movie.slots[0], name="lost", profile="no longer there"))
        home.offer(BEST)
        await home.container.feed().execute()
        assert list(await home.states()) == [BEST]
        assert "the slot lost is left out" in caplog.text
