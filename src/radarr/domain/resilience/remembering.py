"""What is known of an indexer as a record, and back.

The machines count in seconds of a clock that never jumps and begins anew with the process; a record has the wall clock,
which may have been set meanwhile. What a record says is therefore clamped to what can be: nothing lies in the future,
and no rest is longer than the longest.
"""

from datetime import UTC, datetime, timedelta
from math import ceil
from typing import NamedTuple

from radarr.domain.resilience.budget import Buckets, Budget
from radarr.domain.resilience.indexer_record import IndexerRecord
from radarr.domain.resilience.ladder import DAY, STEPS, Ladder

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS = 1000


class Now(NamedTuple):
    """The same moment by both clocks: seconds that never jump, and the wall clock in UTC."""

    seconds: float
    wall: datetime

    def to_wall(self, seconds: float) -> datetime:
        """Rounded up to a millisecond."""
        span = ceil(round((seconds - self.seconds) * _MILLISECONDS, 3))
        return self.wall + timedelta(milliseconds=span)

    def from_wall(self, wall: datetime) -> float:
        """Seconds."""
        return self.seconds + (wall - self.wall).total_seconds()


def remember(indexer_id: int, name: str, ladder: Ladder, budget: Budget, now: Now) -> IndexerRecord:
    """As a record."""
    return IndexerRecord(
        indexer_id=indexer_id,
        name=name,
        level=ladder.level,
        resting_until=None if ladder.until is None else now.to_wall(ladder.until),
        failing_since=None if ladder.failing_since is None else now.to_wall(ladder.failing_since),
        last_error=ladder.last_error,
        spent=_written(budget.spent, now),
        feeds=_written(budget.feeds, now),
    )


def recall(record: IndexerRecord, now: Now) -> tuple[Ladder, Budget]:
    """From a record."""
    until, since = record.resting_until, record.failing_since
    ladder = Ladder(
        level=min(max(record.level, 0), len(STEPS)),
        until=None if until is None else min(now.from_wall(until), now.seconds + DAY),
        failing_since=None if since is None else min(now.from_wall(since), now.seconds),
        last_error=record.last_error,
    )
    return ladder, Budget(_read(record.spent, now), _read(record.feeds, now))


def _written(buckets: Buckets, now: Now) -> tuple[tuple[int, int], ...]:
    """Rounded up, so that a query never counts for less than a day."""
    return tuple((ceil((now.to_wall(start) - _EPOCH).total_seconds()), count) for start, count in buckets)


def _read(spent: tuple[tuple[int, int], ...], now: Now) -> Buckets:
    starts = ((_EPOCH + timedelta(seconds=start), count) for start, count in spent)
    return tuple((min(now.from_wall(start), now.seconds), count) for start, count in starts)
