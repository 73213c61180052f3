"""A small BitTorrent tracker on the loopback interface."""

import socket
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import unquote_to_bytes

from aiohttp import web

from radarr.domain.torrent.bencode import encode


class Tracker:
    """Knows who announced which torrent. Its path begins with /announce, or qBittorrent takes it for an attack."""

    def __init__(self) -> None:
        self._peers: dict[bytes, set[tuple[str, int]]] = defaultdict(set)

    async def announce(self, request: web.Request) -> web.Response:
        query = dict(field.partition("=")[::2] for field in request.raw_path.partition("?")[2].split("&"))
        infohash = unquote_to_bytes(query["info_hash"])
        peer = (request.remote or "127.0.0.1", int(query["port"]))
        others = self._peers[infohash] - {peer}
        if query.get("event") == "stopped":
            self._peers[infohash].discard(peer)
        else:
            self._peers[infohash].add(peer)
        compact = b"".join(socket.inet_aton(host) + port.to_bytes(2, "big") for host, port in others)
        body = encode({b"interval": 5, b"min interval": 1, b"peers": compact})
        return web.Response(body=body, content_type="text/plain")


@asynccontextmanager
async def tracker() -> AsyncIterator[str]:
    """Gives its announce URL."""
    app = web.Application()
    app.router.add_get("/announce", Tracker().announce)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/announce"
    finally:
        await runner.cleanup()
