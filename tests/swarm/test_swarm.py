"""A real qBittorrent takes a real film from a real swarm, with our adapter in between."""

import secrets
from pathlib import Path

import anyio
import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.transport.client import Transport
from radarr.domain.torrent.magnet import read_magnet
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import AddRequest, ClientState, ClientTorrent
from tests.swarm.qbittorrent import needs_qbittorrent, real_qbittorrent
from tests.swarm.swarm import seeder

pytestmark = [pytest.mark.anyio, needs_qbittorrent]

FILM = "The.Paper.Lantern.2019.1080p.BluRay.x264-GRP"
CONTENT = secrets.token_bytes(5_000_000)


async def completed(client: QBittorrent, torrent_id: str) -> ClientTorrent:
    with anyio.fail_after(60):
        while True:
            for torrent in await client.torrents():
                if torrent.id == torrent_id and torrent.state is ClientState.COMPLETED:
                    return torrent
            await anyio.sleep(0.1)


@pytest.mark.parametrize("by_magnet", [pytest.param(False, id="torrent"), pytest.param(True, id="magnet")])
async def test_a_film_arrives_whole_from_a_real_swarm(tmp_path: Path, *, by_magnet: bool) -> None:
    files = {"film.mkv": CONTENT, "Subs/English.srt": b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n"}
    async with (
        seeder(tmp_path) as swarm,
        real_qbittorrent(tmp_path) as real,
        Transport("qBittorrent", real.url) as transport,
    ):
        client = QBittorrent(
            transport,
            username=real.username,
            password=real.password,
            category="radarr-daemon",
            clock=SystemClock(),
        )
        torrent, magnet = await swarm.seed(FILM, files)
        infohash = (read_magnet(magnet) if by_magnet else read_torrent(torrent)).infohash
        request = AddRequest(infohash, FILM, "radarr-daemon", "radarr-1")
        added = await client.add(request._replace(magnet=magnet) if by_magnet else request._replace(torrent=torrent))
        done = await completed(client, added.torrent.id)
        listed = await client.files(done.id)
    assert (done.ours, done.left, done.progress) == (True, 0, 1)
    assert {file.name for file in listed} == {f"{FILM}/{path}" for path in files}
    for path, content in files.items():
        assert (Path(done.local_path) / FILM / path).read_bytes() == content
