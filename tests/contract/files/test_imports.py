"""A film on its way into the library: every step can be repeated, and none touches what is not its own."""

import pytest

from radarr.ports.errors import Conflict, Gone, Refused
from tests.contract.files.worlds import FILM, FOLDER, RECYCLED, TARGET, TEMPORARY, World, film, published, root_of

pytestmark = pytest.mark.anyio


async def test_a_hard_link_is_the_same_file_and_the_download_stays(world: World) -> None:
    root = await root_of(world)
    item = await published(world, root)
    assert item.transfer == "hardlink"
    assert item.inode == world.inode(f"{world.library}/{TARGET}") == world.inode(item.source)
    assert world.names(f"{world.library}/{FOLDER}") == [TARGET.rpartition("/")[2]]


async def test_a_copy_is_a_file_of_its_own(world: World) -> None:
    root = await root_of(world)
    item = await world.files.stage(root, film(world), ("copy",))
    await world.files.publish(root, item)
    assert item.transfer == "copy"
    assert item.inode == world.inode(f"{world.library}/{TARGET}") != world.inode(item.source)
    assert world.read(f"{world.library}/{TARGET}") == FILM


async def test_a_staged_film_has_only_its_hidden_name(world: World) -> None:
    root = await root_of(world)
    await world.files.stage(root, film(world), ("hardlink",))
    assert world.names(f"{world.library}/{FOLDER}") == [TEMPORARY.rpartition("/")[2]]
    assert await world.files.size(root, TARGET) is None


@pytest.mark.parametrize("way", ["hardlink", "copy"])
async def test_every_act_may_be_repeated(world: World, way: str) -> None:
    root = await root_of(world)
    planned = film(world)
    await world.files.stage(root, planned, (way,))
    item = await world.files.stage(root, planned, (way,))
    for _ in range(3):
        await world.files.publish(root, item)
    assert world.read(f"{world.library}/{TARGET}") == FILM
    for _ in range(3):
        await world.files.recycle(root, TARGET, RECYCLED)
    assert (await world.files.size(root, TARGET), await world.files.size(root, RECYCLED)) == (None, len(FILM))
    for _ in range(3):
        await world.files.restore(root, RECYCLED, TARGET)
    assert world.inode(f"{world.library}/{TARGET}") == item.inode
    for _ in range(3):
        await world.files.discard(root, TEMPORARY)
    assert world.names(f"{world.library}/{FOLDER}") == [TARGET.rpartition("/")[2]]


async def test_a_half_copy_of_an_earlier_try_is_made_anew(world: World) -> None:
    root = await root_of(world)
    world.put(f"{world.library}/{TEMPORARY}", FILM[:10])
    await world.files.publish(root, await world.files.stage(root, film(world), ("copy",)))
    assert world.read(f"{world.library}/{TARGET}") == FILM


async def test_a_link_of_an_earlier_try_is_taken(world: World) -> None:
    root = await root_of(world)
    planned = film(world)
    await world.files.stage(root, planned, ("hardlink",))
    item = await world.files.stage(root, planned, ("copy",))
    assert item.inode == world.inode(planned.source)


async def test_a_kill_between_the_two_names_is_finished(world: World) -> None:
    root = await root_of(world)
    item = await world.files.stage(root, film(world), ("copy",))
    world.link(f"{world.library}/{TEMPORARY}", f"{world.library}/{TARGET}")
    await world.files.publish(root, item)
    assert world.names(f"{world.library}/{FOLDER}") == [TARGET.rpartition("/")[2]]


@pytest.mark.parametrize("staged", [True, False], ids=["staged", "temporary-gone"])
async def test_a_strangers_file_is_never_replaced(world: World, staged: bool) -> None:
    root = await root_of(world)
    item = await world.files.stage(root, film(world), ("hardlink",))
    if not staged:
        await world.files.discard(root, TEMPORARY)
    world.put(f"{world.library}/{TARGET}", b"a stranger's")
    with pytest.raises(Conflict):
        await world.files.publish(root, item)
    assert world.read(f"{world.library}/{TARGET}") == b"a stranger's"


async def test_a_strangers_link_is_never_followed_by_a_final_name(world: World) -> None:
    root = await root_of(world)
    item = await world.files.stage(root, film(world), ("hardlink",))
    world.symlink(f"{world.library}/{TARGET}", item.source)
    with pytest.raises(Conflict):
        await world.files.publish(root, item)


async def test_what_was_never_staged_cannot_be_published(world: World) -> None:
    root = await root_of(world)
    with pytest.raises(Gone):
        await world.files.publish(root, film(world))
    assert world.names(world.library) == [".radarr-root"]


async def test_a_source_that_is_gone_is_gone(world: World) -> None:
    root = await root_of(world)
    item = film(world)
    world.remove(item.source)
    with pytest.raises(Gone):
        await world.files.stage(root, item, ("hardlink", "copy"))
    with pytest.raises(Gone):
        await world.files.stage(root, item._replace(source=f"{world.downloads}/no/film.mkv"), ("copy",))


async def test_a_source_that_changed_since_it_was_planned_is_not_taken(world: World) -> None:
    root = await root_of(world)
    item = film(world)
    world.put(item.source, b"half of it")
    with pytest.raises(Conflict, match="10 bytes"):
        await world.files.stage(root, item, ("hardlink",))
    assert await world.files.size(root, TARGET) is None


async def test_recycling_never_replaces_what_was_recycled_before(world: World) -> None:
    root = await root_of(world)
    await published(world, root)
    world.put(f"{world.library}/{RECYCLED}", b"older")
    with pytest.raises(Conflict):
        await world.files.recycle(root, TARGET, RECYCLED)
    assert world.read(f"{world.library}/{RECYCLED}") == b"older"
    assert world.read(f"{world.library}/{TARGET}") == FILM


async def test_restoring_never_replaces_a_newer_file(world: World) -> None:
    root = await root_of(world)
    await published(world, root)
    await world.files.recycle(root, TARGET, RECYCLED)
    world.put(f"{world.library}/{TARGET}", b"newer")
    with pytest.raises(Conflict):
        await world.files.restore(root, RECYCLED, TARGET)
    assert world.read(f"{world.library}/{TARGET}") == b"newer"


async def test_two_names_of_one_file_become_one(world: World) -> None:
    root = await root_of(world)
    await published(world, root)
    await world.files.recycle(root, TARGET, RECYCLED)
    world.link(f"{world.library}/{RECYCLED}", f"{world.library}/{TARGET}")
    await world.files.recycle(root, TARGET, RECYCLED)
    assert await world.files.size(root, TARGET) is None
    assert world.read(f"{world.library}/{RECYCLED}") == FILM


async def test_a_film_that_is_nowhere_cannot_be_recycled(world: World) -> None:
    root = await root_of(world)
    with pytest.raises(Gone):
        await world.files.recycle(root, TARGET, RECYCLED)
    with pytest.raises(Gone):
        await world.files.restore(root, RECYCLED, TARGET)


async def test_only_temporary_files_are_discarded(world: World) -> None:
    root = await root_of(world)
    await published(world, root)
    for name in (TARGET, ".radarr-root", f"{FOLDER}/.radarr-x", f"{FOLDER}/x.part", "../.radarr-1.part"):
        with pytest.raises(Refused):
            await world.files.discard(root, name)
    assert world.read(f"{world.library}/{TARGET}") == FILM


async def test_links_inside_the_library_are_not_followed(world: World) -> None:
    root = await root_of(world)
    world.put(f"{world.downloads}/outside/x.mkv")
    world.symlink(f"{world.library}/{FOLDER}", f"{world.downloads}/outside")
    item = film(world)
    with pytest.raises(Refused):
        await world.files.stage(root, item, ("hardlink", "copy"))
    with pytest.raises(Refused):
        await world.files.recycle(root, f"{FOLDER}/x.mkv", RECYCLED)
    with pytest.raises(Refused):
        await world.files.size(root, f"{FOLDER}/x.mkv")
    assert world.names(f"{world.downloads}/outside") == ["x.mkv"]


async def test_a_link_is_no_film_of_the_library(world: World) -> None:
    root = await root_of(world)
    world.put(f"{world.downloads}/film.mkv")
    world.symlink(f"{world.library}/film.mkv", f"{world.downloads}/film.mkv")
    with pytest.raises(Refused):
        await world.files.size(root, "film.mkv")
    with pytest.raises(Refused):
        await world.files.recycle(root, "film.mkv", RECYCLED)


async def test_a_source_behind_a_link_is_refused(world: World) -> None:
    root = await root_of(world)
    item = film(world)
    world.symlink(f"{world.downloads}/link.mkv", item.source)
    with pytest.raises(Refused):
        await world.files.stage(root, item._replace(source=f"{world.downloads}/link.mkv"), ("hardlink", "copy"))
    assert world.names(f"{world.library}/{FOLDER}") == []
