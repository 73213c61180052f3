"""What waits for something better, and what the owner's terms refuse."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from dependency_injector import providers

from radarr.app.config import load
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.movie import Movie
from radarr.domain.profile import DEFAULT_PROFILES
from tests.unit.app.usecases.house import BEST, GOOD, NOON, House, house

pytestmark = pytest.mark.anyio
BETTER = "Sintel.2010.1080p.WEB-DL.H264-TWO"
WORSE = "Sintel.2010.1080p.HDTV.H264-ONE"


def asking(home: House, **changes: Any) -> None:
    """Of every profile."""
    profiles = {p.name: replace(p, id=n, **changes) for n, p in enumerate(DEFAULT_PROFILES, 1)}
    home.container.profiles.override(providers.Object(profiles))


async def reasons(home: House, movie: Movie) -> dict[str, Iterable[str]]:
    async with home.store.snapshot() as tx:
        return {e.title: [r.reason.value for r in e.rejections] for e in await tx.ledger.for_movie(movie.id)}


async def test_the_best_of_what_came_meanwhile_is_taken_when_the_delay_is_over() -> None:
    async with house() as home:
        asking(home, delay=120)
        movie = await home.want_sintel()
        home.offer(WORSE, published_at=NOON)
        await home.container.feed().execute()
        assert await reasons(home, movie) == {WORSE: ["MinimumAgeDelay"]}
        home.clock.go_on(minutes=90)
        home.offer(BETTER, published_at=NOON + timedelta(minutes=80))
        await home.container.feed().execute()
        assert await home.states() == {}
        home.clock.go_on(minutes=30)
        await home.container.feed().execute()
        assert list(await home.states()) == [BETTER]


async def test_the_best_quality_is_not_waited_with() -> None:
    async with house() as home:
        asking(home, delay=120)
        await home.want_sintel()
        home.offer(BEST, published_at=NOON)
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        assert list(await home.states()) == [BEST]


async def test_what_is_too_new_is_taken_when_it_is_old_enough() -> None:
    async with house() as home:
        asking(home, minimum_age=30)
        movie = await home.want_sintel()
        home.offer(GOOD, published_at=NOON)
        await home.container.feed().execute()
        assert await reasons(home, movie) == {GOOD: ["MinimumAge"]}
        home.clock.go_on(minutes=30)
        await home.container.feed().execute()
        assert list(await home.states()) == [GOOD]


async def test_what_the_owner_ignores_is_never_grabbed(tmp_path: Path) -> None:
    path = tmp_path / "radarr.toml"
    path.write_text('[library]\nroots = ["/library"]\n[[release_profile]]\nignored = ["/-TWO$/"]\n')
    async with house() as home:
        home.container.config.override(providers.Object(load(path, {})))
        movie = await home.want_sintel()
        home.offer(BEST)
        home.offer(GOOD)
        await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert list(await home.states()) == [GOOD]
        assert (await reasons(home, movie))[BEST] == ["MustNotContainPresent"]


async def test_two_films_of_one_name_and_year_are_shown_as_doubtful_and_not_grabbed_by_themselves() -> None:
    async with house() as home:
        movie = await home.want_sintel()
        await home.want_sintel(tmdb_id=7)
        home.offer(GOOD)
        report = await home.container.search().execute(movie.id, SearchKind.SCHEDULED)
        assert [r.reason.value for r in report.decisions[0].rejections] == ["AmbiguousMovie"]
        assert await home.states() == {}
