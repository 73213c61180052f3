"""Inside the tree, as the torrent client's user: a Prowlarr with one film, and a client that downloads it."""

import sys
from pathlib import Path

import anyio

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import qbittorrent_server
from radarr.app.demo.films import SINTEL, Swarm

KEY = "prowlarr-key-of-the-boot-test"
PASSWORD = "password-of-the-boot-test"
PROWLARR, QBITTORRENT = 9696, 8080


async def main(downloads: Path) -> None:
    swarm = Swarm()
    async with (
        prowlarr_server(api_key=KEY, indexers=("Alpha",), port=PROWLARR) as prowlarr,
        qbittorrent_server(downloads, contents=swarm.contents.get, port=QBITTORRENT) as client,
    ):
        client.password = PASSWORD
        offer, _ = swarm.offer(prowlarr.indexers[0].id, SINTEL, "Sintel.2010.1080p.BluRay.x264-DURIAN", 48, 12)
        prowlarr.publish(offer)
        await anyio.sleep_forever()


if __name__ == "__main__":
    anyio.run(main, Path(sys.argv[1]))
