"""What only shows between the adapter and a server that has its moods."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.simulated.qbittorrent_server import SimulatedQBittorrent, qbittorrent_server
from radarr.adapters.transport.client import Transport
from radarr.ports.download_client import ClientState, ClientTorrent
from radarr.ports.errors import Unavailable
from tests.contract.download_client.films import CATEGORY, TAG, Film, film

pytestmark = pytest.mark.anyio


@asynccontextmanager
async def bench(
    folder: Path, version: str = "5.1", **settings: Any
) -> AsyncIterator[tuple[SimulatedQBittorrent, QBittorrent]]:
    async with (
        qbittorrent_server(folder, version=version, seconds=0.1) as server,
        Transport("qBittorrent", server.url) as transport,
    ):
        settings = {"username": server.username, "password": server.password} | settings
        yield server, QBittorrent(transport, category=CATEGORY, clock=SystemClock(), **settings)


async def _reaches(client: QBittorrent, torrent_id: str, state: ClientState) -> ClientTorrent:
    seen = set()
    for _ in range(200):
        for torrent in await client.torrents():
            if torrent.id == torrent_id and torrent.state is state:
                return torrent
            seen.add(torrent.raw_state)
        await anyio.sleep(0.02)
    raise AssertionError(f"never {state}, but {seen}")


async def test_where_tags_cannot_come_along_they_follow(tmp_path: Path) -> None:
    async with bench(tmp_path, "4.2") as (_, client):
        request = film().request()
        added = await client.add(request)
    assert added.torrent.tags == {TAG, request.tag}
    assert added.torrent.ours


async def test_where_there_are_no_tags_it_is_said(tmp_path: Path) -> None:
    async with bench(tmp_path, "4.1") as (_, client):
        info = await client.info()
    assert not info.tags
    assert any("no tags" in warning for warning in info.warnings)


async def test_a_client_that_is_slow_to_list_is_waited_for(tmp_path: Path) -> None:
    async with bench(tmp_path) as (server, client):
        server.delay = 0.5
        added = await client.add(film().request())
    assert not added.existed


async def test_a_film_that_is_never_listed_is_unavailable_and_found_the_next_time(tmp_path: Path) -> None:
    lantern = film()
    async with bench(tmp_path, add_deadline=0.2) as (server, client):
        server.delay = 1.0
        with pytest.raises(Unavailable):
            await client.add(lantern.request())
        await anyio.sleep(1.0)
        added = await client.add(lantern.request())
    assert added.existed
    assert server.added == 1


async def test_a_film_that_shows_up_while_we_add_it_is_the_same_film(tmp_path: Path) -> None:
    lantern = film()
    async with bench(tmp_path) as (server, client):
        server.delay = 0.3
        added = []

        async def add() -> None:
            added.append(await client.add(lantern.request()))

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(add)
            tasks.start_soon(add)
        assert len(server.torrents) == 1
    assert sorted(one.existed for one in added) == [False, True]


@pytest.mark.parametrize("version", ["4.1", "5.2"])
async def test_a_magnet_finds_its_metadata_and_its_film(tmp_path: Path, version: str) -> None:
    lantern = film()
    async with bench(tmp_path, version) as (server, client):
        server.contents = {lantern.infohash.key: lantern.files}.get
        added = await client.add(lantern.magnet_request())
        done = await _reaches(client, added.torrent.id, ClientState.COMPLETED)
    assert done.completed_at is not None
    assert {path: (tmp_path / path).read_bytes() for path in lantern.files} == lantern.files


async def test_a_film_without_content_has_the_right_size(tmp_path: Path) -> None:
    lantern = film()
    async with bench(tmp_path) as (_, client):
        added = await client.add(lantern.request())
        await _reaches(client, added.torrent.id, ClientState.COMPLETED)
    assert {path: (tmp_path / path).stat().st_size for path in lantern.files} == {
        path: len(content) for path, content in lantern.files.items()
    }


async def test_a_dead_film_stalls_and_a_broken_one_fails(tmp_path: Path) -> None:
    dead, broken = film(), film()
    async with bench(tmp_path) as (server, client):
        server.dead.add(dead.infohash.key)
        server.failing.add(broken.infohash.key)
        first, second = await client.add(dead.request()), await client.add(broken.request())
        await _reaches(client, second.torrent.id, ClientState.ERROR)
        await _reaches(client, first.torrent.id, ClientState.STALLED)


async def _by_hand(server: SimulatedQBittorrent, path: str, data: dict[str, str]) -> None:
    async with httpx.AsyncClient(base_url=f"{server.url}/api/v2/", trust_env=False) as hand:
        await hand.post("auth/login", data={"username": server.username, "password": server.password})
        (await hand.post(path, data=data)).raise_for_status()


async def _added(client: QBittorrent, *films: Film) -> list[str]:
    return [(await client.add(lantern.request())).torrent.id for lantern in films]


async def test_changes_and_removals_by_others_are_seen(tmp_path: Path) -> None:
    async with bench(tmp_path) as (server, client):
        kept, moved, gone = await _added(client, film(), film(), film())
        server.torrents[moved].tags.clear()
        await _by_hand(server, "torrents/createCategory", {"category": "films"})
        await _by_hand(server, "torrents/setCategory", {"hashes": moved, "category": "films"})
        await _by_hand(server, "torrents/delete", {"hashes": gone, "deleteFiles": "false"})
        assert {torrent.id for torrent in await client.torrents()} == {kept}


async def test_a_film_of_ours_is_seen_in_another_category(tmp_path: Path) -> None:
    async with bench(tmp_path) as (server, client):
        (moved,) = await _added(client, film())
        server.torrents[moved].category = "films"
        assert [torrent.id for torrent in await client.torrents()] == [moved]


async def test_a_restart_of_the_client_loses_nothing(tmp_path: Path) -> None:
    async with bench(tmp_path) as (server, client):
        ids = await _added(client, film(), film())
        await client.torrents()
        server.expire_sessions()
        (new,) = await _added(client, film())
        assert {torrent.id for torrent in await client.torrents()} == {*ids, new}


async def test_programs_that_share_a_key_do_not_blind_each_other(tmp_path: Path) -> None:
    key = "qbt_0123456789"
    async with bench(tmp_path, "5.2", username="", password="", api_key=key) as (server, client):
        server.api_key = key
        async with Transport("qBittorrent", server.url) as transport:
            other = QBittorrent(transport, api_key=key, category=CATEGORY, clock=SystemClock())
            expected: set[str] = set()
            for _ in range(5):
                expected |= set(await _added(client, film()))
                assert {torrent.id for torrent in await other.torrents()} == expected
                assert {torrent.id for torrent in await client.torrents()} == expected


async def test_paths_are_told_as_we_see_them(tmp_path: Path) -> None:
    async with bench(tmp_path, path_map=[(str(tmp_path), "/srv/downloads")]) as (_, client):
        added = await client.add(film().request())
    assert (added.torrent.save_path, added.torrent.local_path) == (str(tmp_path), "/srv/downloads")


async def test_settings_that_endanger_an_import_are_named(tmp_path: Path) -> None:
    async with bench(tmp_path) as (server, client):
        assert (await client.info()).warnings == ()
        server.preferences |= {"max_ratio_act": 1, "dht": False, "temp_path_enabled": True, "temp_path": "/srv/part"}
        info = await client.info()
    warnings = " ".join(info.warnings)
    assert "share limit" in info.removes
    assert info.removes in info.warnings
    assert "/srv/part" in warnings
    assert "DHT" in warnings
