"""What every download client does."""

import anyio
import pytest

from radarr.domain.torrent.infohash import Infohash
from radarr.ports.download_client import Added, AddRequest, ClientState, DownloadClient
from radarr.ports.errors import Gone, Refused
from tests.contract.download_client.benches import Bench
from tests.contract.download_client.films import CATEGORY, Film, film, hybrid_film

pytestmark = pytest.mark.anyio


async def _listed(client: DownloadClient) -> set[str]:
    return {torrent.id for torrent in await client.torrents()}


async def test_it_is_a_download_client_and_says_which(bench: Bench) -> None:
    assert isinstance(bench.client, DownloadClient)
    info = await bench.client.info()
    assert info.version[0].isdecimal()
    assert info.api_version.startswith("2.")


async def test_it_says_where_it_puts_what_it_downloads(bench: Bench) -> None:
    info = await bench.client.info()
    assert info.save_path.startswith("/")
    assert info.local_path == info.save_path.rstrip("/")


async def test_a_film_is_listed_as_ours_once_it_is_added(bench: Bench) -> None:
    lantern = film()
    added = await bench.client.add(lantern.request())
    (listed,) = [t for t in await bench.client.torrents() if t.id == added.torrent.id]
    assert not added.existed
    assert listed.infohash.v1 == lantern.infohash.v1
    assert listed.category == CATEGORY
    assert listed.size == sum(map(len, lantern.files.values()))
    assert listed.ours == (await bench.client.info()).tags


async def test_its_files_are_named_from_the_save_path_on(bench: Bench) -> None:
    lantern = film()
    added = await bench.client.add(lantern.request())
    files = await bench.client.files(added.torrent.id)
    assert {file.name: file.size for file in files} == {path: len(data) for path, data in lantern.files.items()}


async def test_a_magnet_nobody_has_waits_for_its_metadata(bench: Bench) -> None:
    added = await bench.client.add(film().magnet_request())
    assert (added.torrent.state, added.torrent.size, added.torrent.left) == (ClientState.METADATA, -1, -1)
    assert await bench.client.files(added.torrent.id) == ()


async def test_of_twenty_films_at_once_none_is_lost(bench: Bench) -> None:
    films = [film() for _ in range(20)]
    added: list[Added] = []

    async def add(request: AddRequest) -> None:
        added.append(await bench.client.add(request))

    async with anyio.create_task_group() as tasks:
        for number, lantern in enumerate(films):
            tasks.start_soon(add, lantern.request() if number % 4 else lantern.magnet_request())
    expected = {lantern.infohash.v1 for lantern in films}
    assert {one.torrent.infohash.v1 for one in added} == expected
    assert expected <= await _listed(bench.client)


async def test_adding_a_film_again_finds_the_first(bench: Bench) -> None:
    lantern = film()
    first = await bench.client.add(lantern.request())
    again = await bench.client.add(lantern.request())
    assert (first.existed, again.existed) == (False, True)
    assert again.torrent.id == first.torrent.id


async def test_a_film_that_a_stranger_had_is_adopted_where_it_lies(bench: Bench) -> None:
    lantern = film()
    await bench.by_hand(lantern, "films")
    added = await bench.client.add(lantern.request())
    assert (added.existed, added.torrent.category, added.torrent.ours) == (True, "films", False)


async def test_a_strangers_film_in_our_category_is_shown_and_left_alone(bench: Bench) -> None:
    strange, lantern = film(), film()
    await bench.by_hand(strange, CATEGORY)
    ours = await bench.client.add(lantern.request())
    await bench.client.remove(ours.torrent.id, delete_data=True)
    (listed,) = [t for t in await bench.client.torrents() if t.infohash.v1 == strange.infohash.v1]
    assert not listed.ours
    assert listed.tags == frozenset()


async def test_a_strangers_film_elsewhere_is_not_shown_but_found(bench: Bench) -> None:
    strange = film()
    await bench.by_hand(strange, "films")
    found = await bench.client.find(strange.infohash)
    assert found is not None
    assert found.id not in await _listed(bench.client)


@pytest.mark.parametrize(
    "known", [pytest.param("v1", id="by-version-1"), pytest.param("v2", id="by-version-2"), pytest.param("both")]
)
async def test_a_hybrid_is_found_by_either_hash(bench: Bench, known: str) -> None:
    boat = hybrid_film()
    added = await bench.client.add(boat.request())
    if known == "v2" and not added.torrent.infohash.v2:
        pytest.skip("this client knows version 1 alone")
    infohash = boat.infohash if known == "both" else Infohash(**{known: getattr(boat.infohash, known)})
    found = await bench.client.find(infohash)
    assert found is not None
    assert found.id == added.torrent.id


async def test_a_film_whose_hash_changed_is_found_by_its_tag(bench: Bench) -> None:
    if not (await bench.client.info()).tags:
        pytest.skip("this client has no tags")
    request = film().request()
    added = await bench.client.add(request)
    found = await bench.client.find(film().infohash, request.tag)
    assert found is not None
    assert found.id == added.torrent.id


async def test_what_nobody_added_is_not_found(bench: Bench) -> None:
    assert await bench.client.find(film().infohash, "radarr-never") is None


async def test_a_film_downloads_to_the_end(bench: Bench) -> None:
    lantern = film()
    await bench.offer(lantern)
    added = await bench.client.add(lantern.request())
    done = await bench.finish(added.torrent.id)
    assert (done.progress, done.left, done.infohash.v1) == (1, 0, lantern.infohash.v1)
    assert all(file.progress == 1 and file.wanted for file in await bench.client.files(done.id))
    if bench.folder is not None:
        assert done.local_path == str(bench.folder)
        assert {path: (bench.folder / path).read_bytes() for path in lantern.files} == lantern.files


async def _becomes(bench: Bench, torrent_id: str, *, paused: bool) -> bool:
    for _ in range(100):
        states = {t.id: t.state for t in await bench.client.torrents()}
        if (states[torrent_id] is ClientState.PAUSED) == paused:
            return True
        await anyio.sleep(0.05)
    return False


async def test_a_film_is_paused_and_resumed(bench: Bench) -> None:
    added = await bench.client.add(film().request())
    await bench.client.pause(added.torrent.id)
    assert await _becomes(bench, added.torrent.id, paused=True)
    await bench.client.resume(added.torrent.id)
    assert await _becomes(bench, added.torrent.id, paused=False)


async def test_a_film_is_added_paused(bench: Bench) -> None:
    added = await bench.client.add(film().request(paused=True))
    assert await _becomes(bench, added.torrent.id, paused=True)


async def test_its_trackers_are_asked_again(bench: Bench) -> None:
    added = await bench.client.add(film().request())
    await bench.client.reannounce(added.torrent.id)


@pytest.mark.parametrize("delete_data", [pytest.param(True, id="with-data"), pytest.param(False, id="without-data")])
async def test_a_film_is_taken_out(bench: Bench, *, delete_data: bool) -> None:
    lantern = film()
    await bench.offer(lantern)
    done = await bench.finish((await bench.client.add(lantern.request())).torrent.id)
    await bench.client.remove(done.id, delete_data=delete_data)
    assert done.id not in await _listed(bench.client)
    assert await bench.client.find(lantern.infohash) is None
    assert await _kept(bench, lantern, expected=not delete_data)
    with pytest.raises(Gone):
        await bench.client.files(done.id)


async def _kept(bench: Bench, lantern: Film, *, expected: bool) -> bool:
    """Clients delete files some moments after they said so."""
    if bench.folder is None:
        return True
    for _ in range(100):
        if {(bench.folder / path).exists() for path in lantern.files} == {expected}:
            return True
        await anyio.sleep(0.05)
    return False


async def test_taking_out_what_is_not_there_is_no_error(bench: Bench) -> None:
    await bench.client.remove(film().infohash.client_ids[0], delete_data=False)


async def test_all_is_not_the_id_of_a_torrent(bench: Bench) -> None:
    added = await bench.client.add(film().request())
    with pytest.raises(Refused):
        await bench.client.remove("all", delete_data=True)
    assert added.torrent.id in await _listed(bench.client)


async def test_what_is_no_torrent_is_refused(bench: Bench) -> None:
    with pytest.raises(Refused):
        await bench.client.add(film().request()._replace(torrent=b"<html>Not logged in</html>"))
