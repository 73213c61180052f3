"""Runs the simulated client on a free port of the loopback interface."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import anyio
from aiohttp import web
from anyio.abc import TaskGroup

from radarr.adapters.simulated.qbittorrent_server.adding import add
from radarr.adapters.simulated.qbittorrent_server.calls import routes
from radarr.adapters.simulated.qbittorrent_server.door import STATE, door
from radarr.adapters.simulated.qbittorrent_server.downloading import download
from radarr.adapters.simulated.qbittorrent_server.release import RELEASES
from radarr.adapters.simulated.qbittorrent_server.state import Content, SimulatedQBittorrent
from radarr.adapters.simulated.qbittorrent_server.torrents import SimulatedTorrent

_MAX_UPLOAD = 64 << 20


@asynccontextmanager
async def qbittorrent_server(
    save_path: Path,
    *,
    version: str = "5.1",
    contents: Callable[[str], Content | None] | None = None,
    seconds: float = 1.0,
    port: int = 0,
) -> AsyncIterator[SimulatedQBittorrent]:
    """A client of the release line `version` ("4.1" to "5.3") that downloads into `save_path`."""
    client = SimulatedQBittorrent(release=RELEASES[version], save_path=save_path, seconds=seconds)
    if contents is not None:
        client.contents = contents
    async with anyio.create_task_group() as tasks:
        runner = web.AppRunner(_app(client, tasks), access_log=None, shutdown_timeout=1)
        await runner.setup()
        try:
            await web.TCPSite(runner, "127.0.0.1", port).start()
            client.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
            yield client
        finally:
            tasks.cancel_scope.cancel()
            with anyio.CancelScope(shield=True):
                await runner.cleanup()


def _app(client: SimulatedQBittorrent, tasks: TaskGroup) -> web.Application:
    async def take(torrent: SimulatedTorrent) -> None:
        await anyio.sleep(client.delay)
        client.torrents[torrent.id] = client.pending.pop(torrent.id)
        await download(client, torrent)

    def begin(torrent: SimulatedTorrent) -> None:
        tasks.start_soon(take, torrent)

    app = web.Application(middlewares=[door], client_max_size=_MAX_UPLOAD)
    app[STATE] = client
    app.add_routes(routes(stop=client.release.stop, tags=client.release.tags))
    app.router.add_post("/api/v2/torrents/add", partial(add, begin=begin))
    return app
