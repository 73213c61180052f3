"""The daemon, the services around it, and the story from the first wish to the last import."""

import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from os import environ
from pathlib import Path
from typing import Any, cast

import anyio
import tomli_w
from anyio import to_thread
from anyio.abc import Process

from radarr.adapters.simulated.prowlarr_server import SimulatedProwlarr, prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import SimulatedQBittorrent, qbittorrent_server
from radarr.adapters.simulated.tmdb_server import tmdb_server
from radarr.app.demo.films import BUNNY, FILMS, SINTEL, STEEL, Film, Swarm, details
from radarr.app.demo.telling import sentence, tree
from radarr.app.remote import Remote
from radarr.ports.errors import Unavailable

Say = Callable[[str], None]

_KEY = "demonstration"
_MIB = 1 << 20
_PATIENCE = 60.0  # seconds for the whole story; it takes about fifteen


class Demo:
    """One demonstration in one folder."""

    def __init__(self, folder: Path, say: Say) -> None:
        self._folder = folder
        self._library = folder / "library"
        self._downloads = folder / "downloads"
        self._say = say
        self._swarm = Swarm()
        self._names: dict[int, str] = {}
        self._told = 0

    async def run(self, *, once: bool) -> None:
        """Show three films arriving; then return, or stay until Ctrl-C. Raises Unavailable when the story stops."""
        for folder in (self._library, self._downloads):
            folder.mkdir(parents=True, exist_ok=True)
        async with AsyncExitStack() as stack:
            prowlarr = await stack.enter_async_context(prowlarr_server(api_key=_KEY, indexers=("Alpha", "Beta")))
            client = await stack.enter_async_context(
                qbittorrent_server(self._downloads, contents=self._swarm.contents.get, seconds=2)
            )
            tmdb = await stack.enter_async_context(tmdb_server(map(details, FILMS), api_key=_KEY))
            client.dead.add(self._publish(prowlarr))
            config = self._configure(prowlarr.url, client, tmdb.url)
            process, remote = await stack.enter_async_context(self._daemon(config))
            with anyio.move_on_after(_PATIENCE) as patience:
                await self._tell_story(remote, prowlarr)
            if patience.cancelled_caught:
                raise Unavailable("the films did not arrive in time", remedy=f"see {self._folder / 'daemon.log'}")
            self._say("\nThe library:")
            for line in await to_thread.run_sync(lambda: list(tree(self._library))):
                self._say(f"  {line}")
            if not once:
                self._say(f"\nThe daemon stays up at {remote.url} (API key: {_KEY}); Ctrl-C ends the demonstration.")
                await process.wait()

    def _publish(self, prowlarr: SimulatedProwlarr) -> str:
        """What the indexers have from the start; returns the infohash of the one that has no source."""
        alpha, beta = (indexer.id for indexer in prowlarr.indexers)
        dead, infohash = self._swarm.offer(alpha, STEEL, "Tears.of.Steel.2012.1080p.BluRay.x264-GONE", 60, 90)
        for offer, _ in (
            self._swarm.offer(alpha, SINTEL, "Sintel.2010.CAM.XviD-SEAT", 20, 900),
            self._swarm.offer(beta, SINTEL, "Sintel.2010.1080p.BluRay.x264-DURIAN", 48, 12),
            self._swarm.offer(alpha, BUNNY, "Big.Buck.Bunny.2008.1080p.HDTV.x264-PEACH", 24, 30),
            self._swarm.offer(beta, STEEL, "Tears.of.Steel.2012.1080p.WEB-DL.H264-MANGO", 40, 25),
        ):
            prowlarr.publish(offer)
        prowlarr.publish(dead)
        return infohash

    def _configure(self, prowlarr_url: str, client: SimulatedQBittorrent, tmdb_url: str) -> Path:
        config = self._folder / "radarr.toml"
        settings = {
            "server": {"port": 0, "api_key": _KEY},
            # a feed every two seconds is no load for an indexer of ours, however long the demo is watched
            "prowlarr": {"url": prowlarr_url, "api_key": _KEY, "daily_budget": 1_000_000},
            "qbittorrent": {"url": client.url, "username": client.username, "password": client.password},
            "tmdb": {"url": tmdb_url, "api_key": _KEY},
            "library": {"roots": [str(self._library)], "minimum_free": "1MiB"},
            "download": {"stalled": 3, "no_metadata": 3},
            "schedule": {"feed": 2, "downloads": 1},
        }
        config.write_text(tomli_w.dumps(settings), encoding="utf-8")
        config.chmod(0o600)
        return config

    @asynccontextmanager
    async def _daemon(self, config: Path) -> AsyncIterator[tuple[Process, Remote]]:
        """The daemon as a process of its own, ended in order."""
        log = self._folder / "daemon.log"
        state = self._folder / "state"
        kept = {key: value for key, value in environ.items() if not key.startswith("RADARR_")}
        command = [sys.executable, "-m", "radarr", "--config", str(config), "run", "--state-dir", str(state)]
        with log.open("wb") as output:
            async with await anyio.open_process(
                command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=kept
            ) as process:
                try:
                    url = await self._ready(process, state, log)
                    self._say(f"the daemon runs at {url}; its log is {log}")
                    yield process, Remote(url, _KEY)
                finally:
                    with anyio.CancelScope(shield=True):
                        if process.returncode is None:
                            process.terminate()
                        await process.wait()

    async def _ready(self, process: Process, state: Path, log: Path) -> str:
        """The URL that the daemon wrote when it was ready."""
        address = anyio.Path(state / "address")
        while process.returncode is None:
            if await address.exists() and (text := (await address.read_text()).strip()):
                return text
            await anyio.sleep(0.1)
        raise Unavailable("the daemon did not start", remedy=f"see {log}")

    async def _tell_story(self, remote: Remote, prowlarr: SimulatedProwlarr) -> None:
        for film in FILMS:
            self._say(f"\n{film.title} ({film.year}): {film.story}")
            body = {"tmdbId": film.tmdb_id, "slots": ["main"], "search": True}
            added = cast("dict[str, Any]", await _ask(partial(remote.post, "/api/daemon/v1/movie", body)))
            self._names[added["id"]] = f"{film.title} ({film.year})"
        self._say("")
        upgraded = False
        while not await self._finished(remote):
            await self._tell_news(remote)
            if not upgraded and await self._arrived(remote, BUNNY):
                offer, _ = self._swarm.offer(
                    prowlarr.indexers[1].id, BUNNY, "Big.Buck.Bunny.2008.1080p.BluRay.x264-BUNNY", 56, 40
                )
                prowlarr.publish(offer)
                self._say("  a Blu-ray of Big Buck Bunny turns up in the feed")
                upgraded = True
            await anyio.sleep(0.3)
        await self._tell_news(remote)

    async def _films(self, remote: Remote) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", await _ask(lambda: remote.get("/api/v3/movie")))

    async def _arrived(self, remote: Remote, film: Film) -> bool:
        return any(m["tmdbId"] == film.tmdb_id and m["hasFile"] for m in await self._films(remote))

    async def _finished(self, remote: Remote) -> bool:
        qualities = {
            m["tmdbId"]: m["movieFile"]["quality"]["quality"]["name"] for m in await self._films(remote) if m["hasFile"]
        }
        return len(qualities) == len(FILMS) and qualities[BUNNY.tmdb_id] == "Bluray-1080p"

    async def _tell_news(self, remote: Remote) -> None:
        page = cast("dict[str, Any]", await _ask(lambda: remote.get("/api/v3/history", {"pageSize": 100})))
        for event in reversed(page["records"]):
            if event["id"] > self._told:
                self._told = event["id"]
                self._say(f"  {sentence(event, self._names.get(event['movieId'], 'a film'))}")


async def _ask(call: Callable[[], object]) -> object:
    """A blocking call, beside the servers that may have to answer it."""
    return await to_thread.run_sync(call)
