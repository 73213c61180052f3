"""A Prowlarr of many indexers and a qBittorrent in a process of their own, so that nobody counts their memory.

`python servers.py FOLDER MOVIES INDEXERS ITEMS` writes one line of JSON with their addresses; each line on its standard
input makes every feed move on, and is answered by a line.
"""

import json
import random
import sys
from collections import deque
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
from anyio import to_thread

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from service_parts.films import Film, films, release_name, wanted_name

from radarr.adapters.simulated.prowlarr_server import Offer, SimulatedProwlarr, prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import qbittorrent_server
from radarr.domain.torrent.build import build_torrent

KEY = "simulated-prowlarr-key"
NEW_SHARE = 0.1
"""Of every feed, in each round."""
_LIBRARY_SHARE = 0.3
"""Of what is new: names of films that the library has or wants."""
_GIB = 1 << 30


class Feeds:
    """What the indexers offer: the newest `items` each, a tenth of them new with every round."""

    def __init__(self, prowlarr: SimulatedProwlarr, library: list[Film], items: int) -> None:
        self._prowlarr = prowlarr
        self._library = library
        self._others = films(20_000, first=1_000_001)
        self._wanted = iter([film for film in library if film.missing])
        self._chance = random.Random(7)  # noqa: S311  # the same in every run
        self._at = datetime.now(UTC) - timedelta(days=1)
        self._items = items
        self._offered: dict[int, deque[str]] = {site.id: deque() for site in prowlarr.indexers}
        for site in prowlarr.indexers:
            self._offer(site.id, items)

    def move_on(self) -> None:
        """New items in every feed, and one release of a film that is missing."""
        for site in self._prowlarr.indexers:
            self._offer(site.id, round(self._items * NEW_SHARE))
        if film := next(self._wanted, None):
            name = wanted_name(film)
            torrent = build_torrent(name, {f"{name}.mkv": 4 * _GIB}, piece_length=4 << 20)
            self._publish(self._prowlarr.indexers[0].id, name, 4 * _GIB, torrent)

    def _offer(self, indexer_id: int, count: int) -> None:
        for _ in range(count):
            known = self._chance.random() < _LIBRARY_SHARE
            film = self._chance.choice(self._library if known else self._others)
            if known and film.missing:
                film = self._library[film.number % len(self._library)]  # the next one, which has its file
            self._publish(indexer_id, release_name(film, self._chance), self._chance.randint(1, 40) * _GIB // 2)

    def _publish(self, indexer_id: int, name: str, size: int, torrent: bytes | None = None) -> None:
        self._at += timedelta(seconds=1)
        offer = Offer(
            indexer_id=indexer_id,
            title=name,
            size=size,
            seeders=self._chance.randint(0, 300),
            leechers=self._chance.randint(0, 90),
            published_at=self._at,
            torrent=torrent,
        )
        offered = self._offered[indexer_id]
        offered.append(self._prowlarr.publish(offer).guid)
        while len(offered) > self._items:
            self._prowlarr.withdraw(offered.popleft())


async def serve(folder: Path, movies: int, indexers: int, items: int) -> None:
    names = [f"Indexer {number}" for number in range(1, indexers + 1)]
    async with (
        prowlarr_server(api_key=KEY, indexers=names) as prowlarr,
        qbittorrent_server(folder, seconds=1) as client,
    ):
        feeds = Feeds(prowlarr, films(movies), items)
        _tell({"prowlarr": prowlarr.url, "client": client.url, "user": client.username, "password": client.password})
        while await to_thread.run_sync(sys.stdin.readline, abandon_on_cancel=True):
            prowlarr.asked.clear()
            feeds.move_on()
            _tell({"torrents": len(client.torrents)})


def _tell(what: dict[str, Any]) -> None:
    print(json.dumps(what), flush=True)


if __name__ == "__main__":
    anyio.run(serve, Path(sys.argv[1]), *map(int, sys.argv[2:5]))
