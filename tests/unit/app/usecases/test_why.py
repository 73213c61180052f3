"""Why a film was grabbed or not: what was considered, what came nearest, and what would have got it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from dependency_injector import providers

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.history import Outcome
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.ports.driving.why import SlotStory
from radarr.ports.errors import Gone, Refused
from tests.unit.app.usecases.house import GOOD, NOON, House, house

pytestmark = pytest.mark.anyio

SMALL = "Sintel.2010.720p.WEB-DL.H264-ONE"
GERMAN = "Sintel.2010.German.720p.WEB-DL.H264-TWO"
CAM = "Sintel.2010.CAM.XviD-SEAT"


async def story(home: House) -> SlotStory:
    (found,) = (await home.container.show_why().execute(1)).slots
    return found


async def look_for(home: House, kind: SearchKind = SearchKind.USER_INTERACTIVE) -> None:
    await home.container.search().execute(1, kind)


def wish(home: House, **changes: Any) -> None:
    """As after a reload, with other wishes in all profiles."""
    profiles = {p.name: replace(p, id=n, **changes) for n, p in enumerate(DEFAULT_PROFILES, 1)}
    home.container.profiles.override(providers.Object(profiles))
    home.container.reset_singletons()


async def test_the_release_that_came_nearest_is_named_with_the_least_that_would_have_got_it() -> None:
    async with house() as home:
        for name in (CAM, GERMAN, SMALL):
            home.offer(name)
        await home.want_sintel(original_language="English")
        await look_for(home)
        found = await story(home)
        assert found.nearest is not None
        assert (found.nearest.latest.title, found.nearest.changes) == (SMALL, ("allow WEBDL-720p",))
        assert [line.latest.title for line in found.considered] == [SMALL, CAM, GERMAN]
        assert found.considered[2].changes == ("allow WEBDL-720p", "language Any instead of Original")


async def test_the_same_release_of_several_indexers_and_rounds_is_one_line() -> None:
    async with house() as home:
        home.offer(SMALL)
        await home.want_sintel()
        await look_for(home)
        home.clock.go_on(hours=2)
        home.indexers.releases[1].clear()
        home.offer(SMALL, 2)
        await look_for(home)
        (line,) = (await story(home)).considered
        assert (line.indexers, line.seen, line.latest.indexer) == (("Alpha", "Beta"), 2, "Beta")
        assert (line.first_seen, line.latest.last_seen) == (NOON, NOON + timedelta(hours=2))


async def test_what_was_grabbed_comes_first_and_the_others_say_that_it_is_under_way_or_there() -> None:
    async with house() as home:
        for name in (SMALL, GOOD):
            home.offer(name)
        await home.want_sintel()
        await look_for(home, SearchKind.USER_AUTOMATIC)
        found = await story(home)
        assert [(line.latest.title, line.outcome) for line in found.considered] == [
            (GOOD, Outcome.GRABBED),
            (SMALL, Outcome.REJECTED),
        ]
        assert f"{GOOD} is under way" in found.standing
        assert "prefers" in found.considered[1].obstacle or found.considered[1].changes


async def test_a_release_that_the_wishes_of_today_take_is_said_to_be_acceptable() -> None:
    async with house() as home:
        home.offer(GOOD, seeders=2)
        wish(home, minimum_seeders=5)
        await home.want_sintel()
        await look_for(home)
        assert (await story(home)).considered[0].changes == ("minimum seeders 2 instead of 5",)
        wish(home, minimum_seeders=2)
        (line,) = (await story(home)).considered
        assert line.acceptable
        assert [r.reason for r in line.latest.rejections] == [Reason.MINIMUM_SEEDERS]


async def test_a_release_that_only_waits_says_for_how_long() -> None:
    async with house() as home:
        home.offer(GOOD, published_at=NOON - timedelta(hours=1))
        wish(home, delay=180)
        await home.want_sintel()
        await look_for(home, SearchKind.SCHEDULED)
        assert (await story(home)).considered[0].changes == ("wait 2 h for the delay",)
        home.clock.go_on(hours=2)
        assert (await story(home)).considered[0].acceptable


async def test_what_is_missing_for_a_delayed_release_beside_one_that_has_waited_is_not_the_delay() -> None:
    async with house() as home:
        home.offer(GOOD, published_at=NOON - timedelta(hours=4))
        home.offer(SMALL, published_at=NOON)
        wish(home, delay=180)
        await home.want_sintel()
        await look_for(home)
        lines = {line.latest.title: line.changes for line in (await story(home)).considered}
        assert lines == {GOOD: (), SMALL: ("allow WEBDL-720p",)}


async def test_that_a_release_may_be_another_film_is_no_matter_of_settings() -> None:
    async with house() as home:
        home.offer(GOOD)
        await home.want_sintel()
        await look_for(home)
        async with home.store.transaction() as tx:
            (entry,) = await tx.ledger.for_movie(1)
            other = Rejection(Reason.AMBIGUOUS_MOVIE, "it may be another film")
            await tx.ledger.record((replace(entry, rejections=(other,), outcome=Outcome.REJECTED),))
        (line,) = (await story(home)).considered
        assert (line.acceptable, line.changes) == (False, ())
        assert "another film" in line.obstacle


async def test_entries_of_before_all_facts_were_kept_are_judged_by_their_names() -> None:
    async with house() as home:
        home.offer(SMALL)
        await home.want_sintel()
        await look_for(home)
        async with home.store.transaction() as tx:
            (entry,) = await tx.ledger.for_movie(1)
            for guid, title in (("old", GOOD), ("no film", "a7f3")):
                await tx.ledger.record((replace(entry, guid=guid, title=title, stated=None, parsed=None),))
        lines = {line.latest.title: line for line in (await story(home)).considered}
        assert lines[GOOD].acceptable
        assert lines["a7f3"].obstacle == "its name tells no film"


@pytest.mark.parametrize(
    ("film", "said"),
    [
        pytest.param({}, "it was never searched, and the feed has not offered it", id="new"),
        pytest.param({"monitored": False}, "it is not monitored: it is searched when a person asks", id="let alone"),
    ],
)
async def test_where_nothing_was_considered_it_is_said_why(film: dict[str, Any], said: str) -> None:
    async with house() as home:
        await home.want_sintel(**film)
        found = await story(home)
        assert (found.considered, found.nearest) == ((), None)
        assert said in found.standing


async def test_a_search_that_found_nothing_is_told_with_its_time() -> None:
    async with house() as home:
        await home.want_sintel()
        await look_for(home, SearchKind.SCHEDULED)
        home.clock.go_on(hours=3)
        assert "last searched 2026-01-01 12:00 UTC, 3 h ago, and nothing was offered" in (await story(home)).standing


async def test_a_pause_and_a_daemon_that_only_observes_are_told() -> None:
    async with house(RADARR__DAEMON__MODE="observe") as home:
        await home.want_sintel()
        await home.container.pause().pause()
        said = (await story(home)).standing
        assert said[-2:] == (
            "the daemon is paused until a person resumes",
            "the daemon only observes, and grabs nothing",
        )


async def test_only_a_slot_that_there_is_can_be_asked_for() -> None:
    async with house() as home:
        await home.want_sintel()
        ask = home.container.show_why()
        assert [each.slot.name for each in (await ask.execute(1, "main")).slots] == ["main"]
        with pytest.raises(Refused, match="uhd"):
            await ask.execute(1, "uhd")
        with pytest.raises(Gone):
            await ask.execute(7)
