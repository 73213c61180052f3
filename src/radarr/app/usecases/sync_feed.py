"""Read the newest releases of every indexer, and grab what is wanted."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeVar

import anyio

from radarr.app.usecases.ask_indexers import AskIndexers
from radarr.app.usecases.correlation import correlated, new_word
from radarr.app.usecases.decide_releases import DecideReleases, Verdicts, Wanted
from radarr.app.usecases.grab_best import GrabBest
from radarr.app.usecases.indexer_feeds import IndexerFeeds
from radarr.app.usecases.library_index import LibraryIndex
from radarr.app.usecases.read_releases import Reading
from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.kinds import SearchKind
from radarr.domain.movie_index import FilmNames, MovieIndex
from radarr.domain.release import Release
from radarr.ports.store import Store

log = logging.getLogger(__name__)

T = TypeVar("T")
Offer = tuple[int, str]
"""Indexer and guid."""

_AT_ONCE = 20  # films decided in one transaction: whoever else wants to write waits no longer than for these


class SyncFeed:
    """Read the newest releases of every indexer, and grab what is wanted.

    - Only indexers whose app profile has the feed switched on are read, all at once.
    - Every film of the library is matched; monitored slots alone are decided.
    - What was offered in the last round and is offered again is not decided again, unless the slots that are looked
      for have changed, or the release was wanted and could not be had for the moment, or waits.
    - How far each feed was read is remembered once its releases have been decided.
    """

    def __init__(
        self,
        directory: AskIndexers,
        decide: DecideReleases,
        grab: GrabBest,
        store: Store,
        library: LibraryIndex,
        feeds: IndexerFeeds,
    ) -> None:
        self._feeds = feeds
        self._directory = directory
        self._decide = decide
        self._grab = grab
        self._store = store
        self._library = library
        self._one_at_a_time = anyio.Lock()
        self._seen: frozenset[Offer] = frozenset()
        self._looked_for: int | None = None

    async def execute(self) -> None:
        """One round; what is asked for during another follows it. Raises Unavailable, Unauthorised of the manager."""
        async with self._one_at_a_time:
            with correlated(new_word(), search=SearchKind.FEED.value):
                await self._round()

    async def _round(self) -> None:
        answers = await self._directory.latest()
        releases = [release for answer in answers for release in answer.releases]
        library = await self._library.look()
        seen = self._seen if library.looked_for == self._looked_for else frozenset()
        fresh = [r for r in releases if _offer(r) not in seen]
        postponed = await self._decide_and_grab(fresh, library.films) if fresh else frozenset()
        self._seen = frozenset(map(_offer, releases)) - postponed
        self._looked_for = library.looked_for
        await self._feeds.have_read(answers)

    async def _decide_and_grab(self, releases: list[Release], index: MovieIndex[FilmNames]) -> frozenset[Offer]:
        """What is to be decided once more in the next round."""
        by_film: dict[int, list[Reading]] = {}
        for reading in await self._decide.read(releases, index):
            if reading.movie_id:
                by_film.setdefault(reading.movie_id, []).append(reading)
        decisions = [decision for some in _portions(by_film) for decision in await self._decide_some(some)]
        log.info("feed: %d new releases, %d for films of the library", len(releases), len(decisions))
        slot_ids = dict.fromkeys(d.candidate.slot.id for d in decisions if d.accepted)
        grabs = await self._grab.execute(Verdicts(tuple(decisions), ()), list(slot_ids), SearchKind.FEED)
        wanted_still = [d for d in decisions if d.waits or (d.accepted and d.candidate.slot.id in grabs.postponed)]
        return frozenset(
            _offer(release)
            for decision in wanted_still
            for release in (decision.candidate.release, *decision.candidate.release.alternates)
        )

    async def _decide_some(self, by_film: Mapping[int, Sequence[Reading]]) -> tuple[Decision, ...]:
        """Decides for the films as they are now."""
        by_film = await self._scored(by_film)
        async with self._store.transaction() as tx:
            movies = await tx.movies.some(by_film)
            wanted = [Wanted(movie, tuple(s for s in movie.slots if s.monitored)) for movie in movies]
            readings = [reading for of_one in by_film.values() for reading in of_one]
            return (await self._decide.execute(tx, readings, wanted, SearchKind.FEED)).decisions

    async def _scored(self, by_film: Mapping[int, Sequence[Reading]]) -> Mapping[int, Sequence[Reading]]:
        """What custom formats say, asked before anything is held up by it."""
        if not self._decide.asks_formats:
            return by_film
        async with self._store.snapshot() as tx:
            movies = await tx.movies.some(by_film)
        return {movie_id: await self._decide.score(own, movies) for movie_id, own in by_film.items()}


def _portions(by_film: Mapping[int, T]) -> Iterator[dict[int, T]]:
    waiting = iter(by_film.items())
    while some := dict(islice(waiting, _AT_ONCE)):
        yield some


def _offer(release: Release) -> Offer:
    return (release.indexer_id, release.guid)
