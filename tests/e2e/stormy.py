"""A world whose Prowlarr and client are reached through proxies that can be made to fail, and what it shows of it."""

import json
import re
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from radarr.adapters.simulated.prowlarr_server import prowlarr_server
from radarr.adapters.simulated.qbittorrent_server import qbittorrent_server
from tests.e2e.faulty import Certificates, FaultyProxy, faulty
from tests.e2e.hurried import settings
from tests.e2e.process import Daemon
from tests.e2e.world import PROWLARR_KEY, World, beside


@dataclass(slots=True)
class Stormy(World):
    """A world with weather. `line` and `client_line` lie before Prowlarr and the client."""

    line: FaultyProxy = None  # type: ignore[assignment]
    client_line: FaultyProxy = None  # type: ignore[assignment]

    def line_of(self, service: str) -> FaultyProxy:
        return self.line if service == "Prowlarr" else self.client_line

    async def health(self) -> dict[str, Any]:
        return dict(await self.get("/api/health/detailed"))

    async def service(self, name: str) -> dict[str, Any]:
        return dict((await self.health())["services"][name.casefold()])

    async def metrics(self) -> dict[str, float]:
        """Every series by its name and labels."""
        text = await beside(self._read_metrics)
        samples = (line.rpartition(" ") for line in text.splitlines() if not line.startswith("#"))
        return {series: float(value) for series, _, value in samples}

    def _read_metrics(self) -> str:
        with urlopen(f"{self.daemon.url}/metrics", timeout=10) as response:
            return str(response.read().decode())

    async def metric(self, name: str, **labels: str) -> float:
        """One series, whatever the order of its labels."""
        for series, value in (await self.metrics()).items():
            found = dict(re.findall(r'(\w+)="([^"]*)"', series))
            if series.partition("{")[0] == name and found == labels:
                return value
        raise AssertionError(f"there is no series {name} {labels}")

    async def until_state(self, service: str, *states: str, within: float = 40) -> str:
        async def look() -> str:
            state = str((await self.service(service))["status"])
            return state if state in states else ""

        return str(await self.until(look, f"{service} {' or '.join(states)}", within=within))

    def told(self) -> list[str]:
        """All that the daemon has logged."""
        lines = self.daemon.log.read_text().splitlines()
        return [json.loads(line)["message"] if line.startswith("{") else line for line in lines]

    async def until_told(self, message: str, *, since: int = 0, within: float = 40) -> str:
        """The log's first line from `since` on that has these words; … stands for any."""
        pattern = words(message)

        async def look() -> str:
            return next((line for line in self.told()[since:] if pattern.search(line)), "")

        return str(await self.until(look, f"telling {message!r}", within=within))

    async def until_shown(self, message: str, *, since: int = 0) -> None:
        """In the log from line `since` on, or on the health page; with what to do about it."""
        pattern = words(message)

        async def look() -> bool:
            page = [f"{m['message']}: {m['remedy']}" for m in (await self.health())["messages"]]
            return any(pattern.search(line) for line in (*page, *self.told()[since:]))

        await self.until(look, f"showing {message!r}")

    async def want(self, title: str, number: int) -> None:
        """A film that is wanted and not searched for: the feed brings it."""
        what = ("--title", title, "--year", "2010", "--tmdb-id", str(number), "--runtime", "15")
        await self.radarr("movie", "add", *what, "--original-language", "English")

    async def until_there(self, title: str, *, within: float = 60) -> None:
        """Once the film is in the library and nothing is under way."""

        async def look() -> bool:
            films = {film["title"]: film for film in await self.get("/api/v3/movie")}
            return films[title]["hasFile"] and not (await self.get("/api/v3/queue"))["totalRecords"]

        await self.until(look, f"the import of {title}", within=within)

    async def arrived_once(self, release: str) -> None:
        """One torrent, one grab, one import, and nothing half done."""
        assert self.client is not None
        assert [torrent.name for torrent in self.client.torrents.values()].count(release) == 1
        assert (await self.events("grabbed")).count(release) == 1
        assert (await self.events("downloadFolderImported")).count(release) == 1
        assert await self.events("downloadFailed") == []
        assert self.temporaries() == []
        title = release.partition(".2010.")[0].replace(".", " ")
        assert sum(title in video for video in self.videos()) == 1

    async def reconfigure(self, old: str, new: str) -> None:
        """Change the configuration's text and let the daemon read it anew."""
        text = self.daemon.config.read_text()
        assert old in text, text
        self.daemon.config.write_text(text.replace(old, new))
        assert self.daemon.process is not None
        since = len(self.told())
        self.daemon.process.send_signal(signal.SIGHUP)
        await self.until_told("the configuration was …", since=since)


def words(message: str) -> re.Pattern[str]:
    """What finds a message in which … stands for what differs from one time to the next."""
    return re.compile(".*".join(re.escape(part) for part in message.split("…")))


@asynccontextmanager
async def stormy(
    tmp_path: Path,
    *more: str,
    database: str = "",
    seconds: float = 0.5,
    certificates: Certificates | None = None,
    ca: str = "",
) -> AsyncIterator[Stormy]:
    """The daemon is configured, not started, and gone at the end. With certificates both services speak TLS."""
    library, downloads = tmp_path / "library", tmp_path / "downloads"
    library.mkdir()
    downloads.mkdir()
    contents: dict[str, dict[str, bytes | int]] = {}
    async with (
        prowlarr_server(api_key=PROWLARR_KEY, indexers=("Alpha", "Beta")) as prowlarr,
        qbittorrent_server(downloads, contents=contents.get, seconds=seconds) as client,
        faulty(prowlarr.url, certificates) as line,
        faulty(client.url, certificates) as client_line,
    ):
        stored = f'[database]\nurl = "{database}"' if database else ""
        text = settings(line.url, client_line.url, client.username, client.password, library, stored, *more, ca=ca)
        daemon = Daemon(tmp_path, text)
        try:
            yield Stormy(daemon, prowlarr, library, downloads, client, contents, line, client_line)
        finally:
            daemon.kill()
