"""Rounds of the feed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import pytest
from dependency_injector import providers

from radarr.domain.history import LedgerEntry
from radarr.domain.movie import Movie
from tests.unit.app.usecases.house import BEST, GOOD, House, house

pytestmark = pytest.mark.anyio
MANY = 45
BAD = "Sintel.2010.CAM.x264-ONE"


@dataclass
class Decided:
    """A meter that tells what was decided."""

    heard: list[tuple[str, int, list[str]]] = field(default_factory=list)

    def decided(self, kind: str, *, accepted: int, reasons: Iterable[str]) -> None:
        self.heard.append((kind, accepted, sorted(reasons)))

    def grabbed(self, indexer: str, size: int) -> None: ...

    def imported(self, size: int, *, upgrade: bool, transfer: str) -> None: ...

    def failed(self, what: str) -> None: ...


async def ledger(home: House, movie: Movie) -> list[LedgerEntry]:
    async with home.store.snapshot() as tx:
        return list(await tx.ledger.for_movie(movie.id))


async def test_every_film_of_a_long_feed_gets_its_release() -> None:
    async with house() as home:
        for number in range(1, MANY + 1):
            await home.want_sintel(tmdb_id=number, title=f"Elephants {number:03}", imdb_id=None)
            home.offer(f"Elephants.{number:03}.2010.1080p.WEB-DL.H264-ONE")
        await home.container.feed().execute()
        assert len(await home.states()) == MANY


async def test_what_was_offered_before_is_not_decided_again() -> None:
    async with house() as home:
        sintel = await home.want_sintel()
        home.offer(BAD)
        await home.container.feed().execute()
        home.offer(BAD.replace("ONE", "TWO"))
        await home.container.feed().execute()
        assert {entry.title: entry.seen for entry in await ledger(home, sintel)} == {
            BAD: 1,
            BAD.replace("ONE", "TWO"): 1,
        }


async def test_a_film_of_another_profile_is_decided_again() -> None:
    async with house() as home:
        sintel = await home.want_sintel()
        home.offer(BAD)
        await home.container.feed().execute()
        async with home.store.transaction() as tx:
            await tx.movies.save_slot(replace(sintel.slots[0], profile="SD"))
        await home.container.feed().execute()
        assert [entry.seen for entry in await ledger(home, sintel)] == [2]


async def test_a_film_is_found_by_the_name_that_it_was_given_since() -> None:
    async with house() as home:
        movie = await home.want_sintel(title="Durian")
        home.offer(GOOD)
        await home.container.feed().execute()
        assert await home.states() == {}
        async with home.store.transaction() as tx:
            await tx.movies.save(replace(movie, title="Sintel"))
        home.offer(BEST)
        await home.container.feed().execute()
        assert list(await home.states()) == [BEST]


async def test_what_is_decided_is_counted_with_every_reason() -> None:
    async with house() as home:
        tally = Decided()
        home.container.meter.override(providers.Object(tally))
        await home.want_sintel()
        home.offer(GOOD)
        home.offer(BAD)
        await home.container.feed().execute()
        assert tally.heard == [("feed", 1, ["QualityNotWanted"])]
