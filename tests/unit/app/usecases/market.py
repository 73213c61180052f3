"""A market of many indexers whose feeds go on with time, and which note what they were asked."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from radarr.domain.release import Release
from radarr.domain.torrent.build import build_torrent
from radarr.ports.clock import Clock
from radarr.ports.errors import Unavailable
from radarr.ports.indexer import AnswerKind, IndexerAnswer, IndexerInfo, IndexerUse, MovieQuery, Payload

_SHOWN = 6  # rows of a feed, one an hour
_PINNED = datetime.fromisoformat("2020-01-01T00:00:00Z")


@dataclass
class Asked:
    """One question: what it cost in queries, and of which film; "" for the feed."""

    at: datetime
    indexer_id: int
    cost: int
    title: str = ""
    person: bool = False


@dataclass
class Market:
    """Indexers of even ids are asked by id and then by words (two queries), the others by words alone.

    `bursts` (indexer id, moment) brings a dozen rows at once, so that what came just before is shown to nobody.
    `films` has what a search for a title finds: the indexer, and from when on. `closed`: nothing is handed out.
    """

    clock: Clock
    count: int = 20
    asked: list[Asked] = field(default_factory=list)
    bursts: dict[int, datetime] = field(default_factory=dict)
    films: dict[str, tuple[int, datetime]] = field(default_factory=dict)
    closed: bool = False

    def __post_init__(self) -> None:
        numbers = range(1, self.count + 1)
        self.infos = tuple(
            IndexerInfo(n, f"Indexer {n}", "torrent", id_params=() if n % 2 else ("tmdbid",)) for n in numbers
        )

    async def version(self) -> str:
        return "2.6.3"

    async def indexers(self) -> tuple[IndexerInfo, ...]:
        return self.infos

    async def used(self, since: datetime) -> dict[int, IndexerUse]:  # noqa: ARG002
        return {}

    async def search(self, indexer: IndexerInfo, query: MovieQuery, *, urgent: bool = False) -> IndexerAnswer:
        title, cost = query.titles[0], 1 + len(indexer.id_params)
        self.asked.append(Asked(self.clock.now(), indexer.id, cost, title, person=urgent))
        at, since = self.films.get(title, (0, self.clock.now()))
        found = at == indexer.id and since <= self.clock.now()
        releases = (self._release(indexer, f"{title.replace(' ', '.')}.2010.1080p.WEB-DL.H264-ONE", since),)
        kind = AnswerKind.HITS if found else AnswerKind.EMPTY
        return IndexerAnswer(indexer, kind, releases if found else (), requests=cost)

    async def latest(self, indexer: IndexerInfo) -> IndexerAnswer:
        self.asked.append(Asked(self.clock.now(), indexer.id, 1))
        rows = [
            self._release(indexer, f"Something.Else.{n}.1999.1080p.WEB-DL.H264-ONE", at)
            for n, at in self._rows(indexer)
        ]
        pinned = self._release(indexer, "Read.The.Rules.1998.1080p.WEB-DL.H264-ONE", _PINNED)
        undated = pinned._replace(guid=f"{indexer.id}-undated", published_at=None)
        return IndexerAnswer(indexer, AnswerKind.HITS, (pinned, undated, *rows), requests=1)

    async def fetch(self, release: Release) -> Payload:
        if self.closed:
            raise Unavailable(f"{release.indexer} hands out no more today")
        return Payload(torrent=build_torrent(release.title, {f"{release.title}.mkv": 900 << 20}))

    def _rows(self, indexer: IndexerInfo) -> Iterator[tuple[int, datetime]]:
        now = self.clock.now()
        burst = self.bursts.get(indexer.id)
        hour = now.replace(minute=0, second=0, microsecond=0)
        every = timedelta(minutes=1) if burst and burst <= now < burst + timedelta(hours=1) else timedelta(hours=1)
        for number in range(_SHOWN):
            at = hour - number * every
            yield int(at.timestamp()) // 60, at

    def _release(self, indexer: IndexerInfo, title: str, at: datetime) -> Release:
        return Release(
            guid=f"{indexer.id}-{title}",
            indexer_id=indexer.id,
            indexer=indexer.name,
            title=title,
            size=900 << 20,
            seeders=10,
            published_at=at,
        )

    def spent_within(self, hours: int, *, persons: bool = False) -> int:
        """The most queries that one indexer was sent in any span of so many hours."""
        span, most = timedelta(hours=hours), 0
        by_indexer: dict[int, list[Asked]] = defaultdict(list)
        for one in self.asked:
            if persons or not one.person:
                by_indexer[one.indexer_id].append(one)
        for asked in by_indexer.values():
            first = total = 0
            for one in asked:
                total += one.cost
                while asked[first].at <= one.at - span:
                    total -= asked[first].cost
                    first += 1
                most = max(most, total)
        return most
