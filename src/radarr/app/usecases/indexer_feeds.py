"""How far the indexers' feeds have been read, and what was missed of them."""

import logging
from collections.abc import Iterable, Mapping
from datetime import datetime

from radarr.app.usecases.indexer_memory import IndexerMemory
from radarr.app.usecases.indexer_standing import Standing
from radarr.domain.searching import feed_mark
from radarr.domain.searching.feed_mark import Gap
from radarr.ports.clock import Clock
from radarr.ports.indexer import AnswerKind, IndexerAnswer

log = logging.getLogger(__name__)

_CURRENT = 6 * 3600.0  # seconds; a feed that was not read for longer answers for nothing
_READ = frozenset({AnswerKind.HITS, AnswerKind.EMPTY})


class IndexerFeeds:
    """How far the indexers' feeds have been read, and what was missed of them.

    - A feed counts as read once its rows have been decided, and that is remembered over a restart: what passed while
      the daemon was off is missed.
    - Because of a gap so many `films` are searched at that indexer; a feed that is always too fast for us gets them
      once a day.
    """

    def __init__(self, memory: IndexerMemory, clock: Clock, *, films: int) -> None:
        self._memory = memory
        self._clock = clock
        self._films = films

    async def have_read(self, answers: Iterable[IndexerAnswer]) -> None:
        """These are the feeds whose rows have been decided."""
        for answer in answers:
            standing = self._memory.known.get(answer.indexer.id)
            if standing and answer.kind in _READ:
                self._read_on(standing, answer)
        await self._memory.save()

    def _read_on(self, standing: Standing, answer: IndexerAnswer) -> None:
        before = standing.feed
        dates = [release.published_at for release in answer.releases if release.published_at]
        standing.feed = feed_mark.read_on(before, dates, self._clock.now(), self._films)
        standing.feed_read_at = self._clock.monotonic()
        if standing.feed != before:
            standing.changed = True
        gap = standing.feed.gap if standing.feed else None
        if gap and (before is None or gap != before.gap):
            _tell(standing.info.name, gap, is_news=before is None or before.gap is None or gap.left > before.gap.left)

    def read_since(self) -> Mapping[int, datetime]:
        """From when on each feed that is read, by the indexer's id, has been read without a gap."""
        now = self._clock.monotonic()
        return {
            standing.info.id: standing.feed.since
            for standing in self._memory.known.values()
            if standing.feed and standing.feed_read_at is not None and now - standing.feed_read_at < _CURRENT
        }

    def gaps(self) -> Mapping[int, Gap]:
        """By the indexer's id what was missed and films are still to be searched for."""
        known = self._memory.known.values()
        return {s.info.id: s.feed.gap for s in known if s.feed and s.feed.gap and s.feed.gap.left}

    def caught_up(self, indexer_ids: Iterable[int], films: int | None = None) -> None:
        """So many films have been searched there because of its gap; None: there are no more of them."""
        for indexer_id in indexer_ids:
            standing = self._memory.known.get(indexer_id)
            if standing and standing.feed and (gap := standing.feed.gap):
                standing.feed = feed_mark.caught_up(standing.feed, gap.left if films is None else films)
                standing.changed = True


def _tell(name: str, gap: Gap, *, is_news: bool) -> None:
    log.log(
        logging.WARNING if is_news else logging.DEBUG,
        "indexer %s: what its feed showed between %s and %s UTC was missed; up to %d films are searched there for it",
        name,
        f"{gap.after:%Y-%m-%d %H:%M}",
        f"{gap.before:%Y-%m-%d %H:%M}",
        gap.left,
        extra={"indexer": name},
    )
