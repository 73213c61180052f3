"""Root folders and their sentinels."""

from uuid import UUID

import pytest

from radarr.ports.errors import Conflict, Refused, Unavailable
from radarr.ports.files import Files
from tests.contract.files.worlds import RECYCLED, TARGET, TEMPORARY, World, film, published, root_of

pytestmark = pytest.mark.anyio


async def test_a_root_gets_a_sentinel_that_holds_its_uuid(world: World) -> None:
    root = await root_of(world)
    assert UUID(root.sentinel)
    assert world.read(f"{world.library}/.radarr-root") == f"{root.sentinel}\n".encode()
    assert world.names(world.library) == [".radarr-root"]


async def test_a_root_that_is_added_again_keeps_its_sentinel(world: World) -> None:
    root = await root_of(world)
    assert await world.files.add_root(f"{world.library}/") == root
    await world.files.check_root(root)


@pytest.mark.parametrize("path", ["/", "", "library", "/data/../etc", "//"])
async def test_what_is_no_folder_for_films_is_refused_as_a_root(world: World, path: str) -> None:
    with pytest.raises(Refused) as refused:
        await world.files.add_root(path)
    assert refused.value.remedy


async def test_a_root_that_does_not_exist_is_not_created(world: World) -> None:
    with pytest.raises(Refused, match="create the folder"):
        await world.files.add_root(f"{world.library}/missing")
    assert world.names(world.library) == []


async def test_a_file_is_no_root(world: World) -> None:
    world.put(f"{world.library}/file")
    with pytest.raises(Refused):
        await world.files.add_root(f"{world.library}/file")


async def test_a_sentinel_without_a_uuid_is_not_replaced(world: World) -> None:
    world.put(f"{world.library}/.radarr-root", b"something else")
    with pytest.raises(Conflict):
        await root_of(world)
    assert world.read(f"{world.library}/.radarr-root") == b"something else"


async def test_a_library_that_is_shared_may_become_a_root(world: World) -> None:
    world.put(f"{world.library}/config.xml")
    await world.files.check_root(await root_of(world))


@pytest.mark.parametrize("found", [None, b"00000000-0000-4000-8000-000000000000\n"], ids=["missing", "another"])
async def test_nothing_is_believed_or_written_without_the_right_sentinel(world: World, found: bytes | None) -> None:
    root = await root_of(world)
    item = film(world)
    world.remove(f"{world.library}/.radarr-root")
    if found:
        world.put(f"{world.library}/.radarr-root", found)
    before = world.names(world.library)
    files: Files = world.files
    for act in (
        lambda: files.check_root(root),
        lambda: files.free_space(root),
        lambda: files.size(root, TARGET),
        lambda: files.stage(root, item, ("hardlink",)),
        lambda: files.publish(root, item),
        lambda: files.recycle(root, TARGET, RECYCLED),
        lambda: files.restore(root, RECYCLED, TARGET),
        lambda: files.discard(root, TEMPORARY),
    ):
        with pytest.raises(Unavailable, match="nothing is written: is the disk mounted"):
            await act()
    assert world.names(world.library) == before


async def test_a_root_knows_its_free_space_and_the_sizes_of_its_films(world: World) -> None:
    root = await root_of(world)
    item = await published(world, root)
    assert await world.files.free_space(root) > 0
    assert await world.files.size(root, TARGET) == item.size
    assert await world.files.size(root, "Another (1999)/film.mkv") is None
