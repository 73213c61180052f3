"""Versions of one film, each with limits of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from dependency_injector import providers

from radarr.app.usecases.add_movie import SlotRules
from radarr.domain.movie import Slot
from radarr.ports.driving.movies import Limits, MovieChange
from radarr.ports.errors import Refused
from tests.unit.app.usecases.house import House, house

pytestmark = pytest.mark.anyio

CUT = "Sintel.2010.Directors.Cut.1080p.WEB-DL.H264-CUT"
PLAIN = "Sintel.2010.1080p.BluRay.x264-TWO"
SMALL = "Sintel.2010.1080p.WEB-DL.H264-SMALL"
GIB = 1 << 30


@asynccontextmanager
async def slots(**limits: Limits) -> AsyncIterator[House]:
    """`main`, and further ones with these limits."""
    async with house() as home:
        rules = [SlotRules(name="main", profile="HD-1080p", root="/library")]
        rules += [
            SlotRules(name=name, profile="HD-1080p", root="/library", limits=each) for name, each in limits.items()
        ]
        with home.container.slots.override(providers.Object({rule.name: rule for rule in rules})):
            yield home


async def grabbed(home: House, film_slots: tuple[Slot, ...]) -> dict[str, str]:
    names = {slot.id: slot.name for slot in film_slots}
    async with home.store.snapshot() as tx:
        return {names[id_]: d.grab.release.title for d in await tx.downloads.recent(9) for id_ in d.slot_ids}


async def test_one_search_fills_a_slot_for_the_directors_cut_beside_the_best_there_is() -> None:
    async with slots(cut=Limits(edition="director's cut")) as home:
        home.offer(CUT)
        home.offer(PLAIN)
        film = await home.want_sintel(slots=("main", "cut"), search=True)
        await home.search()
        assert await grabbed(home, film.slots) == {"main": PLAIN, "cut": CUT}


async def test_a_slot_for_the_phone_takes_no_more_than_fits_on_it() -> None:
    async with slots(phone=Limits(max_size=2 * GIB)) as home:
        home.offer(PLAIN, size=8 * GIB)
        home.offer(SMALL, size=GIB)
        film = await home.want_sintel(slots=("main", "phone"), search=True, runtime=100)
        await home.search()
        assert await grabbed(home, film.slots) == {"main": PLAIN, "phone": SMALL}


async def test_other_limits_make_the_feed_decide_anew() -> None:
    async with slots() as home:
        film = await home.want_sintel(limits=Limits(edition="director's cut"))
        home.offer(PLAIN)
        await home.container.feed().execute()
        assert await grabbed(home, film.slots) == {}
        await home.container.change_movie().execute(MovieChange(movie_id=film.id, limits=Limits(edition="")))
        await home.container.feed().execute()
        assert await grabbed(home, film.slots) == {"main": PLAIN}


async def test_a_slot_that_is_added_later_gets_its_configured_limits_too() -> None:
    async with slots(phone=Limits(None, 2 * GIB, 30 << 20)) as home:
        film = await home.want_sintel()
        changed = await home.container.change_movie().execute(MovieChange(movie_id=film.id, slot="phone"))
        phone = changed.slot("phone")
        assert phone
        assert (phone.edition, phone.max_size, phone.max_size_per_minute) == ("", 2 * GIB, 30 << 20)


async def test_limits_are_those_of_one_slot() -> None:
    async with slots(phone=Limits()) as home:
        with pytest.raises(Refused, match="limits are those of one slot"):
            await home.want_sintel(slots=("main", "phone"), limits=Limits(max_size=GIB))
