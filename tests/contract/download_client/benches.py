"""A download client on the bench: what the contract suite can do to it beyond the port."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

import anyio
import httpx

from radarr.adapters.clock import SystemClock
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.simulated.download_client import SimulatedClient
from radarr.adapters.simulated.qbittorrent_server import Content, qbittorrent_server
from radarr.adapters.transport.client import Transport
from radarr.ports.download_client import ClientFile, ClientState, ClientTorrent, DownloadClient
from tests.contract.download_client.films import CATEGORY, TAG, Film
from tests.swarm.qbittorrent import real_qbittorrent

_SEED_SECONDS = 0.2


class Bench(Protocol):
    """`folder` is where the client downloads to; None if it has no disk."""

    client: DownloadClient
    folder: Path | None

    async def offer(self, film: Film) -> None:
        """Let the film be found in the swarm."""

    async def by_hand(self, film: Film, category: str) -> None:
        """Let a person add it."""

    async def finish(self, torrent_id: str) -> ClientTorrent:
        """Let it download to the end."""


class MemoryBench:
    def __init__(self) -> None:
        self.client = SimulatedClient()
        self.folder: Path | None = None

    async def offer(self, film: Film) -> None:
        pass

    async def by_hand(self, film: Film, category: str) -> None:
        torrent = ClientTorrent(
            film.infohash.client_ids[0], film.infohash, film.name, ClientState.STALLED, category=category
        )
        self.client.put(torrent, (ClientFile(path, len(data)) for path, data in film.files.items()))

    async def finish(self, torrent_id: str) -> ClientTorrent:
        self.client.complete(torrent_id)
        return next(torrent for torrent in await self.client.torrents() if torrent.id == torrent_id)


class WireBench:
    """The adapter before a server: a film is offered either by the server's contents or by files that lie ready."""

    def __init__(
        self, client: QBittorrent, hand: httpx.AsyncClient, folder: Path, contents: dict[str, Content] | None = None
    ) -> None:
        self.client = client
        self.folder: Path | None = folder
        self._root = folder
        self._hand = hand
        self._contents = contents

    async def offer(self, film: Film) -> None:
        if self._contents is not None:
            self._contents[film.infohash.key] = film.files
            return
        for path, content in film.files.items():
            target = self._root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    async def by_hand(self, film: Film, category: str) -> None:
        files = {"torrents": (f"{film.name}.torrent", film.torrent, "application/x-bittorrent")}
        answer = await self._hand.post("torrents/add", data={"category": category}, files=files)
        answer.raise_for_status()
        await self._until_listed(film)

    async def finish(self, torrent_id: str) -> ClientTorrent:
        for _ in range(400):
            for torrent in await self.client.torrents():
                if torrent.id == torrent_id and torrent.state is ClientState.COMPLETED:
                    return torrent
            await anyio.sleep(0.05)
        raise AssertionError(f"{torrent_id} was not complete within 20 s")

    async def _until_listed(self, film: Film) -> None:
        ids = "|".join(film.infohash.client_ids)
        for _ in range(200):
            if (await self._hand.get("torrents/info", params={"hashes": ids})).json():
                return
            await anyio.sleep(0.05)
        raise AssertionError(f"{film.name} was not listed within 10 s")


@asynccontextmanager
async def simulated_bench(folder: Path, version: str) -> AsyncIterator[WireBench]:
    """The adapter before the loopback server of a version."""
    contents: dict[str, Content] = {}
    async with (
        qbittorrent_server(folder, version=version, contents=contents.get, seconds=_SEED_SECONDS) as server,
        wire(server.url, server.username, server.password) as (client, hand),
    ):
        yield WireBench(client, hand, folder, contents)


@asynccontextmanager
async def real_bench(folder: Path) -> AsyncIterator[WireBench]:
    """The adapter before the qBittorrent that is installed here."""
    async with (
        real_qbittorrent(folder) as real,
        wire(real.url, real.username, real.password) as (client, hand),
    ):
        yield WireBench(client, hand, real.save_path)


@asynccontextmanager
async def wire(url: str, username: str, password: str) -> AsyncIterator[tuple[QBittorrent, httpx.AsyncClient]]:
    """Our client, and a person's browser."""
    async with (
        Transport("qBittorrent", url) as transport,
        httpx.AsyncClient(base_url=f"{url}/api/v2/", trust_env=False) as hand,
    ):
        await _log_in(hand, {"username": username, "password": password})
        client = QBittorrent(
            transport, username=username, password=password, category=CATEGORY, tag=TAG, clock=SystemClock()
        )
        yield client, hand


async def _log_in(hand: httpx.AsyncClient, form: Mapping[str, str]) -> None:
    (await hand.post("auth/login", data=form)).raise_for_status()
