"""A real seeder on the loopback interface, TCP only: with uTP, loopback is slower than a modem."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest

from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.magnet import Magnet
from radarr.domain.torrent.metainfo import read_torrent
from tests.swarm.tracker import tracker

_SETTINGS = {
    "listen_interfaces": "127.0.0.1:0",
    "enable_outgoing_utp": False,
    "enable_incoming_utp": False,
    "enable_dht": False,
    "enable_lsd": False,
    "enable_upnp": False,
    "enable_natpmp": False,
    "allow_multiple_connections_per_ip": True,
    "unchoke_slots_limit": -1,
    "active_limit": -1,
    "active_seeds": -1,
}
_PIECE = 1 << 18


class Seeder:
    """Seeds what it is given until it is closed."""

    def __init__(self, folder: Path, announce: str) -> None:
        libtorrent = pytest.importorskip("libtorrent", reason="the swarm needs libtorrent")
        self._lt: Any = libtorrent
        self._folder = folder
        self._announce = announce
        self._session: Any = libtorrent.session(_SETTINGS)
        self._handles: list[Any] = []

    async def seed(self, name: str, files: Mapping[str, bytes]) -> tuple[bytes, str]:
        """Seed these files below a folder `name` (or one file of that name): the torrent's bytes, and its magnet."""
        data = build_torrent(name, files, piece_length=_PIECE, trackers=(self._announce,))
        lone = list(files) == [name]
        for path, content in files.items():
            target = self._folder / path if lone else self._folder / name / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        params = self._lt.load_torrent_buffer(data)
        params.save_path = str(self._folder)
        params.flags |= self._lt.torrent_flags.seed_mode
        handle = self._session.add_torrent(params)
        self._handles.append(handle)
        await self._until_seeding(handle)
        return data, Magnet(read_torrent(data).infohash, name, (self._announce,)).minimal()

    async def _until_seeding(self, handle: Any) -> None:
        for _ in range(400):
            status = handle.status()
            if status.is_seeding and status.current_tracker:
                return
            await anyio.sleep(0.05)
        pytest.fail("the seeder did not get ready within 20 s")

    def limit(self, bytes_a_second: int) -> None:
        """From now on seed each torrent no faster than that; 0 for as fast as can be."""
        for handle in self._handles:
            handle.set_upload_limit(bytes_a_second)  # the session's own limit spares peers on this machine

    def close(self) -> None:
        """Leave the swarm."""
        for handle in self._handles:
            self._session.remove_torrent(handle)
        self._session.pause()


@asynccontextmanager
async def seeder(tmp_path: Path) -> AsyncIterator[Seeder]:
    """A seeder with a tracker of its own; what it seeds lies in `tmp_path`/seed."""
    folder = tmp_path / "seed"
    folder.mkdir(parents=True, exist_ok=True)
    async with tracker() as announce:
        seeding = Seeder(folder, announce)
        try:
            yield seeding
        finally:
            seeding.close()
