"""The ways in which disks in memory can fail, as real ones do."""

import pytest

from radarr.ports.errors import NoSpace, NotPermitted, Refused, Unavailable
from tests.contract.files.worlds import FILM, FOLDER, TARGET, MemoryWorld, film, published, root_of

pytestmark = pytest.mark.anyio


@pytest.fixture
def world() -> MemoryWorld:
    return MemoryWorld()


async def test_a_full_disk_takes_no_copy(world: MemoryWorld) -> None:
    root = await root_of(world)
    item = film(world)
    disk = world.tree.mount("/data/other", capacity=100)
    world.tree.put("/data/other/big.mkv", size=90)
    world.tree.disk(world.library).capacity = 2 * len(FILM) - 1
    assert disk.capacity == 100
    with pytest.raises(NoSpace):
        await world.files.stage(root, item, ("copy",))
    assert world.names(f"{world.library}/{FOLDER}") == []
    assert (await world.files.stage(root, item, ("hardlink",))).transfer == "hardlink"


async def test_a_read_only_disk_takes_nothing(world: MemoryWorld) -> None:
    root = await root_of(world)
    item = film(world)
    world.tree.disk(world.library).read_only = True
    with pytest.raises(NotPermitted):
        await world.files.check_root(root)
    with pytest.raises(NotPermitted):
        await world.files.stage(root, item, ("hardlink", "copy"))


async def test_a_disk_that_is_away_comes_back_with_its_films(world: MemoryWorld) -> None:
    disk = world.tree.mount("/mnt/films")
    root = await world.files.add_root("/mnt/films")
    item = await world.files.stage(root, film(world), ("hardlink", "reflink", "copy"))
    await world.files.publish(root, item)
    assert item.transfer == "copy"
    disk.away = True
    with pytest.raises(Unavailable):
        await world.files.size(root, TARGET)
    disk.away = False
    assert await world.files.size(root, TARGET) == len(FILM)


async def test_a_disk_without_links_says_so_unless_another_way_is_allowed(world: MemoryWorld) -> None:
    root = await root_of(world)
    world.tree.disk(world.library).hard_links = False
    with pytest.raises(Refused, match="copy"):
        await world.files.stage(root, film(world), ("hardlink",))
    world.tree.disk(world.library).reflinks = True
    assert (await world.files.stage(root, film(world), ("hardlink", "reflink"))).transfer == "reflink"


async def test_a_hard_link_takes_no_space(world: MemoryWorld) -> None:
    root = await root_of(world)
    film(world)
    before = await world.files.free_space(root)
    await published(world, root)
    assert await world.files.free_space(root) == before
