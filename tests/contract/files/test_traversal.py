"""No name leads out of the library, whoever made it up."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from radarr.domain.movie import RootFolder
from radarr.ports.errors import PortError, Refused
from tests.contract.files.worlds import FILM, RECYCLED, TARGET, DiskWorld, World, film, root_of

OUT = [
    "../x",
    "/x",
    "",
    ".",
    "..",
    "a/../x",
    "a/./x",
    "a//x",
    "a/",
    "x\0y",
    "\udc80",
    ".radarr-root",
    ".radarr-recycle/x",
]
PIECES = st.sampled_from(
    ["..", ".", "", "a", "b", "/", "\0", "\udcff", ".radarr-root", ".radarr-1.part", "é", "x" * 300]
)


@pytest.mark.anyio
@pytest.mark.parametrize("name", OUT)
async def test_a_target_that_is_no_place_for_a_film_is_refused(world: World, name: str) -> None:
    root = await root_of(world)
    item = film(world)._replace(target=name)
    for act in (
        lambda: world.files.stage(root, item, ("hardlink",)),
        lambda: world.files.publish(root, item),
        lambda: world.files.recycle(root, name, RECYCLED),
        lambda: world.files.restore(root, RECYCLED, name),
    ):
        with pytest.raises(Refused):
            await act()
    assert world.names(world.library) == [".radarr-root"]


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["../.radarr-1.part", "/.radarr-1.part", "a/../.radarr-1.part", "film.mkv", ""])
async def test_a_temporary_name_that_is_none_is_refused(world: World, name: str) -> None:
    root = await root_of(world)
    with pytest.raises(Refused):
        await world.files.stage(root, film(world)._replace(temporary=name), ("hardlink",))


@pytest.mark.anyio
@pytest.mark.parametrize("name", [".radarr-recycle", ".radarr-recycle/../x", "elsewhere/x", ".radarr-recycled/x"])
async def test_films_are_recycled_only_below_the_recycle_folder(world: World, name: str) -> None:
    root = await root_of(world)
    with pytest.raises(Refused):
        await world.files.recycle(root, TARGET, name)


async def _try_everything(world: World, root: RootFolder, name: str) -> None:
    """Whatever goes is done, whatever does not is refused in the port's words."""
    item = film(world)
    staged = await world.files.stage(root, item, ("hardlink",))
    for act in (
        lambda: world.files.publish(root, staged._replace(target=name)),
        lambda: world.files.recycle(root, name, f".radarr-recycle/{name}"),
        lambda: world.files.restore(root, f".radarr-recycle/{name}", name),
        lambda: world.files.stage(root, item._replace(temporary=name), ("hardlink",)),
        lambda: world.files.discard(root, name),
        lambda: world.files.sources(world.downloads, (name,)),
    ):
        with suppress(PortError):
            await act()


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=5).map("/".join))
def test_whatever_the_name_nothing_appears_outside_the_library(name: str) -> None:
    with TemporaryDirectory() as folder:
        (top := Path(folder, "top")).mkdir()
        world = DiskWorld(top)
        root = anyio.run(root_of, world)
        anyio.run(_try_everything, world, root, name)
        assert sorted(entry.name for entry in top.iterdir()) == ["downloads", "library"]
        assert [entry.name for entry in Path(folder).iterdir()] == ["top"]
        assert world.names(world.downloads) == ["film.mkv"]
        assert world.read(f"{world.downloads}/film.mkv") == FILM
        anyio.run(world.files.check_root, root)
