"""An indexer manager on the bench: what the contract suite can do to it beyond the port.

It has three indexers: `Ids` takes both ids, `Tmdb` that of TMDB alone, `Words` only words.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from radarr.adapters.clock import SystemClock
from radarr.adapters.prowlarr import Prowlarr
from radarr.adapters.simulated.indexer import SimulatedIndexer
from radarr.adapters.simulated.prowlarr_server import Fault, Offer, SimulatedProwlarr, Site, prowlarr_server
from radarr.adapters.transport.client import Transport
from radarr.domain.release import Release
from radarr.ports.errors import Gone, Unauthorised, Unavailable
from radarr.ports.indexer import AnswerKind, Indexer, IndexerAnswer, IndexerInfo, Payload
from tests.contract.indexer.films import Film

_PARAMS = {"Ids": ("imdbid", "tmdbid"), "Tmdb": ("tmdbid",), "Words": ()}
_SPELT = {"imdbid": "imdbId", "tmdbid": "tmdbId"}
_FAULTS = {
    AnswerKind.FAILED: Fault.ERROR,
    AnswerKind.LIMITED: Fault.LIMITED,
    AnswerKind.BLOCKED: Fault.BLOCKED,
    AnswerKind.DISABLED: Fault.DISABLED,
}
AGAIN = 60.0


class Bench(Protocol):
    indexer: Indexer

    def offer(self, film: Film, indexer_id: int) -> None:
        """Let an indexer have it."""

    def break_link(self, film: Film, kind: type[Gone | Unavailable]) -> None:
        """Let its link fail."""

    def spoil(self, indexer_id: int, kind: AnswerKind) -> None:
        """Let every search of an indexer end so; HITS heals it."""

    def lock(self) -> None:
        """Let our key be wrong."""


class MemoryBench:
    def __init__(self) -> None:
        infos = [IndexerInfo(n, name, "torrent", id_params=ids) for n, (name, ids) in enumerate(_PARAMS.items(), 1)]
        self._memory = SimulatedIndexer([*infos, IndexerInfo(9, "Usenet", "usenet")])
        self.indexer: Indexer = self._memory

    def offer(self, film: Film, indexer_id: int) -> None:
        release = Release(
            guid=f"guid-{film.number}",
            indexer_id=indexer_id,
            indexer=self._memory.infos[indexer_id].name,
            title=film.name,
            size=film.size,
            link=None if film.magnet_only else "memory:",
            magnet=film.magnet if film.magnet_only else None,
            published_at=film.published_at,
            seeders=57,
            leechers=4,
            imdb_id=film.imdb_id if film.with_ids else None,
            tmdb_id=film.tmdb_id if film.with_ids else None,
            flags=frozenset({"freeleech"}),
        )
        payload = Payload(magnet=film.magnet) if film.magnet_only else Payload(torrent=film.torrent)
        self._memory.publish(release, payload)

    def break_link(self, film: Film, kind: type[Gone | Unavailable]) -> None:
        error = Unavailable("limited", retry_after=AGAIN) if kind is Unavailable else kind("gone")
        self._memory.payloads[f"guid-{film.number}"] = error

    def spoil(self, indexer_id: int, kind: AnswerKind) -> None:
        self._memory.faults.pop(indexer_id, None)
        if kind is not AnswerKind.HITS:
            info = self._memory.infos[indexer_id]
            again = AGAIN if kind in {AnswerKind.LIMITED, AnswerKind.BLOCKED} else None
            self._memory.faults[indexer_id] = IndexerAnswer(
                info, kind, message=f"{info.name}: {kind}", retry_after=again
            )

    def lock(self) -> None:
        self._memory.trouble = Unauthorised("wrong key")


class WireBench:
    """The adapter before the loopback server."""

    def __init__(self, server: SimulatedProwlarr, prowlarr: Prowlarr) -> None:
        self._server = server
        self.indexer: Indexer = prowlarr

    def offer(self, film: Film, indexer_id: int) -> None:
        self._server.publish(_offer(film, indexer_id))

    def break_link(self, film: Film, kind: type[Gone | Unavailable]) -> None:
        (offer,) = [offer for offer in self._server.offers.values() if offer.title == film.name]
        self._server.withdraw(offer.guid)
        if kind is Unavailable:
            self._server.publish(
                Offer(indexer_id=offer.indexer_id, title=offer.title, size=offer.size, failure=429, guid=offer.guid)
            )

    def spoil(self, indexer_id: int, kind: AnswerKind) -> None:
        site = self._server.site(indexer_id)
        assert site is not None
        site.fault = _FAULTS.get(kind, Fault.NONE)

    def lock(self) -> None:
        self._server.api_key = "another"


def _offer(film: Film, indexer_id: int) -> Offer:
    return Offer(
        indexer_id=indexer_id,
        title=film.name,
        size=film.size,
        seeders=57,
        leechers=4,
        torrent=None if film.magnet_only else film.torrent,
        magnet=film.magnet if film.magnet_only else None,
        imdb_id=film.imdb_id if film.with_ids else None,
        tmdb_id=film.tmdb_id if film.with_ids else None,
        flags=frozenset({"freeleech"}),
        published_at=film.published_at,
    )


def sites() -> list[Site]:
    params = {name: ("q", *(_SPELT[param] for param in ids)) for name, ids in _PARAMS.items()}
    return [
        *(Site(id=n, name=name, movie_params=spelt) for n, (name, spelt) in enumerate(params.items(), 1)),
        Site(id=9, name="Usenet", protocol="usenet"),
    ]


@asynccontextmanager
async def wire_bench(url_base: str = "") -> AsyncIterator[WireBench]:
    async with (
        prowlarr_server(indexers=sites(), url_base=url_base) as server,
        Transport("Prowlarr", server.url) as transport,
    ):
        yield WireBench(server, Prowlarr(transport, api_key=server.api_key, clock=SystemClock()))
