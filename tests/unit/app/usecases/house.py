"""The whole pipeline in memory: the container with the simulated side of every port."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import anyio

from radarr.adapters.simulated.disks import Inode
from radarr.adapters.simulated.download_client import SimulatedClient
from radarr.adapters.simulated.files import MemoryFiles
from radarr.adapters.simulated.probe import SimulatedProbe
from radarr.adapters.simulated.store import MemoryStore
from radarr.app.config import load
from radarr.app.container import Container
from radarr.domain.movie import Movie
from radarr.domain.profile import DEFAULT_PROFILES
from radarr.domain.release import Release
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import ClientFile
from radarr.ports.driving.movies import NewMovie
from radarr.ports.errors import Gone, PortError
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, IndexerUse, MovieQuery, Payload
from radarr.ports.metadata import MovieDetails

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
SIZE = 900 << 20
GOOD = "Sintel.2010.1080p.WEB-DL.H264-ONE"
BEST = "Sintel.2010.1080p.BluRay.x264-TWO"


class HandClock:
    """Time that goes on when it is told to."""

    def __init__(self) -> None:
        self.span = timedelta()
        self.set = timedelta()

    def now(self) -> datetime:
        return NOON + self.span + self.set

    def monotonic(self) -> float:
        return self.span.total_seconds()

    def go_on(self, **span: float) -> None:
        self.span += timedelta(**span)

    def jump(self, **span: float) -> None:
        """As when somebody sets it: no time has passed."""
        self.set += timedelta(**span)


@dataclass
class Indexers:
    """An indexer manager with two indexers, which tell what they were asked."""

    alpha: IndexerInfo = field(default_factory=lambda: IndexerInfo(1, "Alpha", "torrent", priority=1))
    beta: IndexerInfo = field(default_factory=lambda: IndexerInfo(2, "Beta", "torrent"))
    releases: dict[int, list[Release]] = field(default_factory=lambda: {1: [], 2: []})
    payloads: dict[str, Payload | PortError] = field(default_factory=dict)
    failing: dict[int, PortError] = field(default_factory=dict)
    silent: set[int] = field(default_factory=set)
    asked: list[tuple[int, str]] = field(default_factory=list)

    async def version(self) -> str:
        return "2.6.3"

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        return (self.alpha, self.beta)

    async def used(self, since: datetime) -> dict[int, IndexerUse]:  # noqa: ARG002
        return {}

    async def search(self, indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:  # noqa: ARG002
        self.asked.append((indexer.id, query.titles[0]))
        return await self._answer(indexer)

    async def latest(self, indexer: IndexerInfo) -> IndexerAnswer:
        return await self._answer(indexer)

    async def _answer(self, indexer: IndexerInfo) -> IndexerAnswer:
        if indexer.id in self.silent:
            await anyio.sleep(0.2)
        if indexer.id in self.failing:
            raise self.failing[indexer.id]
        found = tuple(self.releases[indexer.id])
        return IndexerAnswer(indexer, AnswerKind.HITS if found else AnswerKind.EMPTY, found)

    async def fetch(self, release: Release) -> Payload:
        payload = self.payloads.get(release.guid, Gone("it is gone"))
        if isinstance(payload, PortError):
            raise payload
        return payload


class NoMetadata:
    """A film database that knows nothing."""

    async def details(self, tmdb_id: int) -> MovieDetails:
        raise Gone(f"there is no film {tmdb_id}")

    async def find(self, imdb_id: str) -> MovieDetails:
        raise Gone(f"there is no film {imdb_id}")

    async def search(self, text: str, year: int = 0) -> tuple[MovieDetails, ...]:  # noqa: ARG002
        return ()


@dataclass
class House:
    """Everything, and what a story does with it."""

    container: Container
    clock: HandClock
    store: MemoryStore
    client: SimulatedClient
    files: MemoryFiles
    indexers: Indexers
    probe: SimulatedProbe

    def offer(self, name: str, indexer_id: int = 1, **changes: Any) -> Release:
        """Let an indexer offer a release that can be downloaded."""
        torrent = build_torrent(name, {f"{name}.mkv": SIZE, f"{name}.en.srt": 3000})
        release = Release(
            guid=f"{indexer_id}-{name}",
            indexer_id=indexer_id,
            indexer="Alpha" if indexer_id == 1 else "Beta",
            title=name,
            size=SIZE,
            seeders=10,
            priority=indexer_id,
        )._replace(**changes)
        self.indexers.releases[indexer_id].append(release)
        self.indexers.payloads[release.guid] = Payload(torrent=torrent)
        return release

    async def want_sintel(self, **changes: Any) -> Movie:
        wanted = {"tmdb_id": 45745, "title": "Sintel", "year": 2010, "runtime": 15, **changes}
        return await self.container.add_movie().execute(NewMovie(**wanted))

    async def search(self) -> None:
        """Carry out what was ordered."""
        await self.container.outbox().execute()

    async def track(self) -> None:
        await self.container.track().execute()

    async def downloaded(self, name: str) -> None:
        """The client has it whole, and its files lie on the disk."""
        infohash = read_torrent(build_torrent(name, {f"{name}.mkv": SIZE, f"{name}.en.srt": 3000})).infohash
        files = (ClientFile(f"{name}/{name}.mkv", SIZE, 1.0), ClientFile(f"{name}/{name}.en.srt", 3000, 1.0))
        for file in files:
            self.files.tree.put(f"/downloads/{file.name}", b"", size=file.size)
        self.client.complete(infohash.client_ids[0], files)

    async def events(self) -> list[str]:
        async with self.store.snapshot() as tx:
            return [f"{e.kind.name} {e.title}" for e in reversed(await tx.history.recent(100))]

    async def states(self) -> dict[str, str]:
        async with self.store.snapshot() as tx:
            return {d.grab.release.title: d.state.value for d in await tx.downloads.recent(100)}

    def library(self) -> list[str]:
        """Every file of the library, the sentinel left out."""
        entries = self.files.tree.entries.items()
        files = (path for path, entry in entries if isinstance(entry, Inode) and path.startswith("/library/"))
        return sorted(path for path in files if not path.endswith(".radarr-root"))


@asynccontextmanager
async def house(**settings: str) -> AsyncIterator[House]:
    """A house whose library is one empty root. Settings as in RADARR__SECTION__KEY."""
    config = load(None, {"RADARR__LIBRARY__ROOTS": "/library", **settings})
    clock, store, client, files, indexers = HandClock(), MemoryStore(), SimulatedClient(), MemoryFiles(), Indexers()
    probe = SimulatedProbe()
    for folder in ("/library", "/downloads"):
        files.tree.folder(folder)
    async with anyio.create_task_group() as tasks:
        container = Container(
            config=config,
            profiles={p.name: replace(p, id=n) for n, p in enumerate(DEFAULT_PROFILES, 1)},
            clock=clock,
            store=store,
            indexer=indexers,
            client=client,
            metadata=NoMetadata(),
            files=files,
            probe=probe,
            background=tasks,
            settle=0.0,
        )
        yield House(container, clock, store, client, files, indexers, probe)
        tasks.cancel_scope.cancel()
