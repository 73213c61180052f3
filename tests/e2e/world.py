"""A world around one daemon: a Prowlarr, a client, a library, and a person at the command line.

The simulated services run in the test's event loop; whatever blocks on the daemon runs beside it, in a thread.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import anyio
from anyio import to_thread

from radarr.adapters.simulated.prowlarr_server import Offer, SimulatedProwlarr, prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import SimulatedQBittorrent, qbittorrent_server
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from tests.e2e.process import Daemon

T = TypeVar("T")
PROWLARR_KEY = "prowlarr-key-5f2c"
MIB = 1 << 20


async def beside(call: Callable[[], T]) -> T:
    """A blocking call, in a thread."""
    return await to_thread.run_sync(call)


@dataclass(slots=True)
class World:
    """Everything that a story needs."""

    daemon: Daemon
    prowlarr: SimulatedProwlarr
    library: Path
    downloads: Path
    client: SimulatedQBittorrent | None = None
    contents: dict[str, dict[str, bytes | int]] = field(default_factory=dict)

    def offer(
        self,
        name: str,
        *,
        size: int = 2 * MIB,
        stated: int | None = None,
        seeders: int = 10,
        indexer: int = 0,
        **more: Any,
    ) -> str:
        """Let an indexer offer a release that the simulated client can download; its infohash.

        `stated` is what the indexer says of its size, where it does not say the truth.
        """
        files: dict[str, bytes | int] = {f"{name}.mkv": size, f"{name}.en.srt": b"1\n"}
        torrent = build_torrent(name, files)
        infohash = read_torrent(torrent).infohash.key
        self.contents[infohash] = {f"{name}/{path}": content for path, content in files.items()}
        self.publish(
            name,
            size=size if stated is None else stated,
            seeders=seeders,
            indexer=indexer,
            **{"torrent": torrent, **more},
        )
        return infohash

    def publish(self, name: str, *, size: int, seeders: int = 10, indexer: int = 0, **more: Any) -> None:
        """Let an indexer offer anything."""
        indexer_id = self.prowlarr.indexers[indexer].id
        self.prowlarr.publish(Offer(indexer_id=indexer_id, title=name, size=size, seeders=seeders, **more))

    async def start(self, environment: dict[str, str] | None = None) -> None:
        await beside(lambda: self.daemon.start(environment))

    async def radarr(self, *arguments: str, code: int | None = 0) -> str:
        return await beside(lambda: self.daemon.radarr(*arguments, code=code))

    async def radarr_json(self, *arguments: str) -> Any:
        return await beside(lambda: self.daemon.radarr_json(*arguments))

    async def get(self, path: str) -> Any:
        return await beside(lambda: self.daemon.get(path))

    async def command(self, name: str) -> None:
        await beside(lambda: self.daemon.call("POST", "/api/v3/command", {"name": name}))

    async def want_sintel(self, *more: str) -> None:
        await self.radarr(
            *("movie", "add", "--title", "Sintel", "--year", "2010", "--tmdb-id", "45745", "--runtime", "15"),
            *("--original-language", "English", *more),
        )

    async def film(self) -> dict[str, Any]:
        found = await self.get("/api/v3/movie")
        return dict(found[0])

    async def until(self, look: Callable[[], Any], what: str, *, within: float = 40) -> Any:
        """What the coroutine function returns, as soon as it is true."""
        with anyio.move_on_after(within):
            while True:
                if found := await look():
                    return found
                await anyio.sleep(0.1)
        queue = await self.get("/api/v3/queue?pageSize=50")
        raise AssertionError(f"{what} did not happen; queue: {queue}\n{self.daemon.log.read_text()[-6000:]}")

    async def until_imported(self, quality: str, *, within: float = 40) -> Path:
        """The library's file once it has that quality and nothing is under way."""

        async def look() -> Path | None:
            film = await self.film()
            queue = await self.get("/api/v3/queue")
            if not film["hasFile"] or any(record["status"] != "delay" for record in queue["records"]):
                return None
            file = film["movieFile"]
            return Path(file["path"]) if file["quality"]["quality"]["name"] == quality else None

        return Path(await self.until(look, f"the import in {quality}", within=within))

    def videos(self) -> list[str]:
        """Every video of the library, the recycle folder left out."""
        found = [p.relative_to(self.library) for p in self.library.rglob("*.mkv")]
        return sorted(str(p) for p in found if p.parts[0] != ".radarr-recycle")

    def temporaries(self) -> list[Path]:
        return list(self.library.rglob("*.part"))

    async def events(self, kind: str) -> list[str]:
        """Releases of all events of a kind, oldest first."""
        page = await self.get("/api/v3/history?pageSize=500")
        return [e["sourceTitle"] for e in reversed(page["records"]) if e["eventType"] == kind]


def settings(prowlarr: str, client: str, username: str, password: str, library: Path, *more: str) -> str:
    return "\n".join(
        (
            f'[prowlarr]\nurl = "{prowlarr}"\napi_key = "{PROWLARR_KEY}"\ntimeout = 20\nsearch_deadline = 3',
            f'[qbittorrent]\nurl = "{client}"\nusername = "{username}"\npassword = "{password}"',
            f'[library]\nroots = ["{library}"]\nminimum_free = "1MiB"',
            "[schedule]\ndownloads = 1\nfeed = 0\nsearch_missing = 0",
            *more,
        )
    )


@asynccontextmanager
async def world(tmp_path: Path, *more: str, database: str = "", seconds: float = 0.5) -> AsyncIterator[World]:
    """A world with a simulated client; the daemon is configured, not started, and gone at the end."""
    library, downloads = tmp_path / "library", tmp_path / "downloads"
    library.mkdir()
    downloads.mkdir()
    contents: dict[str, dict[str, bytes | int]] = {}
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha", "Beta")) as prowlarr,
        qbittorrent_server(downloads, contents=contents.get, seconds=seconds) as client,
    ):
        stored = f'[database]\nurl = "{database}"' if database else ""
        text = settings(prowlarr.url, client.url, client.username, client.password, library, stored, *more)
        daemon = Daemon(tmp_path, text)
        try:
            yield World(daemon, prowlarr, library, downloads, client, contents)
        finally:
            daemon.kill()
