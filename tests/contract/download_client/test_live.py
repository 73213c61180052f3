"""Against a user's own client: `QBITTORRENT_URL=... [QBITTORRENT_USERNAME= QBITTORRENT_PASSWORD=] pytest -m live`."""

import os

import pytest

from radarr.adapters.clock import SystemClock
from radarr.adapters.qbittorrent import QBittorrent
from radarr.adapters.transport.client import Transport

URL = os.environ.get("QBITTORRENT_URL", "")

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.live,
    pytest.mark.skipif(not URL, reason="QBITTORRENT_URL is not set"),
]


async def test_it_lets_us_in_and_lists_nothing_of_others_as_ours() -> None:
    async with Transport("qBittorrent", URL) as transport:
        client = QBittorrent(
            transport,
            username=os.environ.get("QBITTORRENT_USERNAME", ""),
            password=os.environ.get("QBITTORRENT_PASSWORD", ""),
            category="radarr-daemon-test-that-nobody-uses",
            tag="radarr-daemon-test-that-nobody-uses",
            clock=SystemClock(),
        )
        info = await client.info()
        assert info.version
        assert info.api_version
        assert await client.torrents() == ()
