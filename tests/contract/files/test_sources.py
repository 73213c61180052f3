"""The files of a download, whose names strangers chose."""

import unicodedata

import pytest

from radarr.ports.errors import Gone, Refused, Unavailable
from tests.contract.files.worlds import World

pytestmark = pytest.mark.anyio
NFC = "Amélie.mkv"
NFD = unicodedata.normalize("NFD", NFC)


async def test_sources_come_in_order_with_size_and_inode(world: World) -> None:
    world.put(f"{world.downloads}/Film/b.mkv", b"bb")
    world.put(f"{world.downloads}/Film/a.srt", b"a")
    film, subtitle = await world.files.sources(world.downloads, ("Film/b.mkv", "Film/a.srt"))
    assert (film.path, film.size) == (f"{world.downloads}/Film/b.mkv", 2)
    assert subtitle.size == 1
    assert film.inode == world.inode(film.path)
    assert film.device == subtitle.device


@pytest.mark.parametrize(
    ("on_disk", "asked"), [pytest.param(NFD, NFC, id="nfd-on-disk"), pytest.param(NFC, NFD, id="nfc-on-disk")]
)
async def test_a_name_is_found_in_either_normal_form(world: World, on_disk: str, asked: str) -> None:
    world.put(f"{world.downloads}/{on_disk[:-4]}/{on_disk}")
    (found,) = await world.files.sources(world.downloads, (f"{asked[:-4]}/{asked}",))
    assert found.path == f"{world.downloads}/{on_disk[:-4]}/{on_disk}"


async def test_the_name_as_it_is_goes_before_its_other_form(world: World) -> None:
    world.put(f"{world.downloads}/{NFD}", b"nfd")
    world.put(f"{world.downloads}/{NFC}", b"nfc!")
    (found,) = await world.files.sources(world.downloads, (NFC,))
    assert found.size == 4


async def test_a_missing_file_tells_what_is_there_instead(world: World) -> None:
    world.put(f"{world.downloads}/other.mkv")
    with pytest.raises(Gone, match=r"film\.mkv is not there.*other\.mkv"):
        await world.files.sources(world.downloads, ("film.mkv",))


async def test_a_missing_download_folder_is_gone(world: World) -> None:
    with pytest.raises(Gone, match="is not there"):
        await world.files.sources(f"{world.downloads}/elsewhere/complete", ("film.mkv",))


@pytest.mark.parametrize("asked", ["film.mkv", "film.mkv.!qB"])
async def test_a_file_that_is_not_complete_is_waited_for(world: World, asked: str) -> None:
    world.put(f"{world.downloads}/film.mkv.!qB")
    with pytest.raises(Unavailable, match="not complete"):
        await world.files.sources(world.downloads, (asked,))


@pytest.mark.parametrize("name", ["film.mkv", "Film/film.mkv"], ids=["file", "folder"])
async def test_links_in_a_download_are_refused(world: World, name: str) -> None:
    world.put(f"{world.library}/secret/film.mkv")
    target = f"{world.library}/secret" + ("/film.mkv" if name == "film.mkv" else "")
    world.symlink(f"{world.downloads}/{name.partition('/')[0]}", target)
    with pytest.raises(Refused):
        await world.files.sources(world.downloads, (name,))


async def test_a_folder_is_no_source(world: World) -> None:
    world.put(f"{world.downloads}/Film/film.mkv")
    with pytest.raises(Refused, match="not a regular file"):
        await world.files.sources(world.downloads, ("Film",))


@pytest.mark.parametrize("name", ["../film.mkv", "/etc/passwd", "a/../../b", "a//b", "", ".", "a\0b", "a/", "\udcff"])
async def test_names_that_lead_out_of_the_download_are_refused(world: World, name: str) -> None:
    with pytest.raises(Refused):
        await world.files.sources(world.downloads, (name,))


async def test_a_download_folder_is_named_by_its_whole_path(world: World) -> None:
    with pytest.raises(Refused):
        await world.files.sources("downloads", ("film.mkv",))
