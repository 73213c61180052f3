"""An indexer manager in memory: for trials of use-cases."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter

import anyio

from radarr.domain.release import Release
from radarr.domain.titles import clean_title, search_text
from radarr.ports.errors import Gone, PortError
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, IndexerUse, MovieQuery, Payload

_TEXTS = 2  # titles that are asked for, one after the other


class SimulatedIndexer:
    """An Indexer in memory.

    `trouble` is raised by every call while it is set. `faults` answers for an indexer, `delays` (seconds) holds its
    answers up. `queries` (indexer id, query; None for its feed) and `fetched` (guids) tell what was asked;
    `urgent` (indexer ids) which searches were. `use` is what all programs together asked, whatever the moment.
    """

    def __init__(self, indexers: Iterable[IndexerInfo] = (), *, version: str = "2.6.3.5592") -> None:
        self.infos = {info.id: info for info in indexers}
        self.releases: list[Release] = []
        self.payloads: dict[str, Payload | PortError] = {}
        self.faults: dict[int, IndexerAnswer] = {}
        self.delays: dict[int, float] = {}
        self.trouble: PortError | None = None
        self.use: dict[int, IndexerUse] = {}
        self.urgent: list[int] = []
        self.queries: list[tuple[int, MovieQuery | None]] = []
        self.fetched: list[str] = []
        self._version = version

    def publish(self, release: Release, payload: Payload | PortError | None = None) -> None:
        """Offer a release, and what its link turns into; without that it is its own magnet, or gone."""
        self.releases.append(release)
        self.payloads.pop(release.guid, None)
        if payload is not None:
            self.payloads[release.guid] = payload

    def withdraw(self, guid: str) -> None:
        """Offer it no more; its link is gone."""
        self.releases = [release for release in self.releases if release.guid != guid]
        self.payloads[guid] = Gone("it has this release no more", remedy="another release may do")

    async def version(self) -> str:
        self._answer()
        return self._version

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        self._answer()
        infos = self.infos.values()
        return tuple(info for info in infos if info.enabled and info.movies and info.protocol == "torrent")

    async def used(self, since: datetime) -> Mapping[int, IndexerUse]:  # noqa: ARG002
        self._answer()
        return dict(self.use)

    async def search(self, indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:
        self.queries.append((indexer.id, query))
        if urgent:
            self.urgent.append(indexer.id)
        offered = self._offered(indexer)
        by_id = [release for release in offered if _same_id(indexer, query, release)]
        return await self._reply(indexer, by_id or _by_words(query, offered))

    async def latest(self, indexer: IndexerInfo) -> IndexerAnswer:
        self.queries.append((indexer.id, None))
        dated = [release for release in self._offered(indexer) if release.published_at]
        undated = [release for release in self._offered(indexer) if not release.published_at]
        return await self._reply(indexer, [*sorted(dated, key=attrgetter("published_at"), reverse=True), *undated])

    async def fetch(self, release: Release) -> Payload:
        self._answer()
        self.fetched.append(release.guid)
        payload = self.payloads.get(release.guid)
        if payload is None and release.magnet is not None:
            return Payload(magnet=release.magnet)
        if payload is None:
            raise Gone(f"{release.indexer} has this release no more", remedy="another release may do")
        if isinstance(payload, PortError):
            raise payload
        return payload

    def _answer(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def _offered(self, indexer: IndexerInfo) -> list[Release]:
        return [release for release in self.releases if release.indexer_id == indexer.id]

    async def _reply(self, indexer: IndexerInfo, releases: list[Release]) -> IndexerAnswer:
        self._answer()
        await anyio.sleep(self.delays.get(indexer.id, 0))
        if fault := self.faults.get(indexer.id):
            return fault._replace(indexer=indexer, requests=max(fault.requests, 1))
        if indexer.id not in self.infos or not self.infos[indexer.id].enabled:
            return IndexerAnswer(indexer, AnswerKind.DISABLED, message=f"{indexer.name}: it is switched off")
        return IndexerAnswer(indexer, AnswerKind.HITS if releases else AnswerKind.EMPTY, tuple(releases), requests=1)


def _same_id(indexer: IndexerInfo, query: MovieQuery, release: Release) -> bool:
    asked = next((param for param in indexer.id_params if _ids(query)[param]), None)
    stated = {"imdbid": release.imdb_id, "tmdbid": release.tmdb_id}
    return asked is not None and _ids(query)[asked] == stated[asked]


def _ids(query: MovieQuery) -> dict[str, str | int | None]:
    return {"imdbid": query.imdb_id, "tmdbid": query.tmdb_id}


def _by_words(query: MovieQuery, offered: list[Release]) -> list[Release]:
    """Of the first title that finds any."""
    wanted = [_words(search_text(title, query.year)) for title in query.titles if clean_title(title)]
    for asked in wanted[:_TEXTS]:
        found = [release for release in offered if asked <= _words(release.title.replace(".", " "))]
        if found:
            return found
    return []


def _words(text: str) -> set[str]:
    return set(search_text(text).casefold().split())
