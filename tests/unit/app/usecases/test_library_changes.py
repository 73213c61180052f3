"""Films that are changed or removed, and imports that meet a surprise on the disk."""

import pytest

from radarr.domain.importing.journal import ImportItem, ImportState
from radarr.domain.movie import RootFolder
from radarr.ports.driving.movies import MovieChange
from radarr.ports.errors import Gone, Unavailable
from tests.unit.app.usecases.house import GOOD, House, house

pytestmark = pytest.mark.anyio

FILM = "/library/Sintel (2010)/Sintel (2010) [WEBDL-1080p]-ONE.mkv"


async def downloaded(home: House) -> int:
    home.offer(GOOD)
    movie = await home.want_sintel(search=True)
    await home.search()
    await home.downloaded(GOOD)
    return movie.id


async def test_a_film_whose_root_is_no_longer_configured_can_still_be_changed() -> None:
    async with house(RADARR__LIBRARY__ROOTS="") as home:
        movie = await home.want_sintel(root="/library")
        changed = await home.container.change_movie().execute(MovieChange(movie_id=movie.id, monitored=False))
        assert not changed.slots[0].monitored


async def test_a_removal_that_was_killed_half_way_can_be_ended_the_next_day() -> None:
    async with house() as home:
        movie_id = await downloaded(home)
        await home.track()
        remove = home.container.remove_movie()
        recycle = home.files.recycle

        async def killed(*args: str) -> None:
            await recycle(*args)  # type: ignore[arg-type]
            home.store.trouble = Unavailable("the daemon is killed")

        home.files.recycle = killed  # type: ignore[method-assign, assignment]
        with pytest.raises(Unavailable):
            await remove.execute(movie_id, delete_files=True)
        home.store.trouble, home.files.recycle = None, recycle  # type: ignore[method-assign]
        home.clock.go_on(days=1)
        await remove.execute(movie_id, delete_files=True)
        async with home.store.snapshot() as tx:
            assert await tx.movies.all() == ()


async def test_an_import_that_waits_is_taken_back_when_its_film_is_removed() -> None:
    async with house() as home:
        movie_id = await downloaded(home)
        stage = home.files.stage

        async def full(root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
            await stage(root, item, transfer)
            raise Unavailable("the disk is away")

        home.files.stage = full  # type: ignore[method-assign]
        await home.track()
        home.files.stage = stage  # type: ignore[method-assign]
        await home.container.remove_movie().execute(movie_id)
        home.clock.go_on(hours=1)
        await home.track()
        assert home.library() == []
        async with home.store.snapshot() as tx:
            assert await tx.imports.open() == ()


async def test_an_extra_that_a_killed_try_left_and_that_is_gone_now_leaves_nothing_behind() -> None:
    async with house() as home:
        await downloaded(home)
        stage = home.files.stage
        tries = 0

        async def first_killed(root: RootFolder, item: ImportItem, transfer: tuple[str, ...]) -> ImportItem:
            nonlocal tries
            tries += 1
            staged = await stage(root, item, transfer)
            if tries > 2 and item.source.endswith(".srt"):
                raise Gone("it is not there any more")
            return staged

        home.files.stage = first_killed  # type: ignore[method-assign]
        run = home.container.run_import()
        save = run._save

        async def no_save(_: object) -> None:
            raise Unavailable("the database stays locked")

        run._save = no_save  # type: ignore[method-assign, assignment]
        await home.track()
        run._save = save  # type: ignore[method-assign]
        home.clock.go_on(hours=1)
        await home.track()
        assert home.library() == [FILM]


async def test_an_extra_that_vanishes_does_not_take_back_a_published_film() -> None:
    async with house() as home:
        await downloaded(home)
        publish = home.files.publish

        async def lost(root: RootFolder, item: ImportItem) -> None:
            if item.source.endswith(".srt"):
                await home.files.discard(root, item.temporary)
            await publish(root, item)

        home.files.publish = lost  # type: ignore[method-assign]
        await home.track()
        assert home.library() == [FILM]
        assert await home.states() == {GOOD: "imported"}
        async with home.store.snapshot() as tx:
            (entry,) = await tx.imports.for_slot(1)
        assert entry.state is ImportState.RECORDED
