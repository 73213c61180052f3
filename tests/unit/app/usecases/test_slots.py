"""Versions of one film, each with limits of its own."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from dependency_injector import providers

from radarr.app.usecases.add_movie import SlotRules
from radarr.domain.movie import Movie, Slot
from radarr.ports.driving.movies import Limits, MovieChange
from radarr.ports.errors import Conflict, Gone, Refused
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


async def filled(home: House) -> Movie:
    """The same release lies in both slots of the film."""
    home.offer(PLAIN)
    film = await home.want_sintel(slots=("main", "second"), search=True)
    await home.search()
    await home.downloaded(PLAIN)
    await home.track()
    return film


async def test_one_download_fills_two_slots_that_want_the_same() -> None:
    async with two_roots() as home:
        film = await filled(home)
        async with home.store.snapshot() as tx:
            (download,) = await tx.downloads.recent(9)
        assert download.slot_ids == tuple(slot.id for slot in film.slots)
        name = "Sintel (2010)/Sintel (2010) [Bluray-1080p]-TWO"
        found = [path for path in home.files.tree.entries if path.endswith(".mkv") and "/Sintel (2010)/" in path]
        assert sorted(found) == [f"/library/{name}.mkv", f"/second/{name}.mkv"]


@asynccontextmanager
async def two_roots() -> AsyncIterator[House]:
    async with house() as home:
        home.files.tree.folder("/second")
        rules = [SlotRules(name="main", profile="HD-1080p", root="/library")]
        rules += [SlotRules(name="second", profile="HD-1080p", root="/second")]
        with home.container.slots.override(providers.Object({rule.name: rule for rule in rules})):
            yield home


async def test_a_slot_is_removed_with_its_file_only_where_that_is_said() -> None:
    async with two_roots() as home:
        film = await filled(home)
        remove = home.container.remove_slot()
        with pytest.raises(Refused, match="has a file in the slot second"):
            await remove.execute(film.id, "second")
        await remove.execute(film.id, "second", delete_file=True)
        kept = [path for path in home.files.tree.entries if path.endswith(".mkv")]
        assert any(path.startswith("/library/Sintel (2010)/") for path in kept)
        assert not any(path.startswith("/second/Sintel (2010)/") for path in kept)
        assert any(path.startswith("/second/.radarr-recycle/") for path in kept)
        async with home.store.snapshot() as tx:
            left = await tx.movies.get(film.id)
        assert left
        assert [slot.name for slot in left.slots] == ["main"]
        assert (await home.events())[-1].startswith("FILE_DELETED")
        with pytest.raises(Gone):
            await remove.execute(film.id, "second")


async def test_a_slot_is_removed_and_its_file_stays_where_it_lies() -> None:
    async with two_roots() as home:
        film = await filled(home)
        await home.container.remove_slot().execute(film.id, "second", delete_file=False)
        assert [path for path in home.files.tree.entries if path.startswith("/second/Sintel") and path.endswith(".mkv")]


async def test_neither_main_nor_a_slot_that_is_being_filled_is_removed() -> None:
    async with two_roots() as home:
        home.offer(PLAIN)
        film = await home.want_sintel(slots=("main", "second"), search=True)
        await home.search()
        remove = home.container.remove_slot()
        with pytest.raises(Refused, match="every film has the slot main"):
            await remove.execute(film.id, "main")
        with pytest.raises(Conflict, match="is under way for it"):
            await remove.execute(film.id, "second")


async def test_a_root_that_is_away_stops_its_own_slot_alone_and_says_so() -> None:
    async with two_roots() as home:
        home.offer(PLAIN)
        film = await home.want_sintel(slots=("main", "second"), search=True)
        sentinel = home.files.tree.entries.pop("/second/.radarr-root")  # another disk, or none
        await home.search()
        await home.downloaded(PLAIN)
        await home.track()
        async with home.store.snapshot() as tx:
            now = await tx.movies.get(film.id)
            (download,) = await tx.downloads.open()
        assert now
        assert [slot.file is not None for slot in now.slots] == [True, False]
        assert "/second" in download.message
        home.files.tree.entries["/second/.radarr-root"] = sentinel
        home.clock.go_on(hours=1)
        await home.track()
        async with home.store.snapshot() as tx:
            now = await tx.movies.get(film.id)
        assert now
        assert all(slot.file for slot in now.slots)
