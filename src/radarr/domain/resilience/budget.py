"""How many queries an indexer may be asked, so that it never bans us.

Our own queries are counted for a day in buckets of an hour; a bucket counts until its last moment has left the window,
so that no day, whenever it begins, sees more than the budget. Within the budget, searches that the daemon makes of
its own accord leave to the feed what the feed needs: a film that is new today matters more than one that was missing
all year. Where the feed needs more than half, it is read less often: half a day of rounds and half a day of silence
would miss more, and no search would ever have its turn. A person may go beyond the budget. Nobody goes beyond the
limit that the indexer manager states, to which all programs' queries count.
"""

from math import inf
from typing import NamedTuple

from radarr.domain.resilience.ladder import DAY

HOUR = 3600.0

Buckets = tuple[tuple[float, int], ...]
"""(start in seconds of a clock that never jumps, queries), oldest first."""


class Purpose(NamedTuple):
    """What a query is for."""

    feed: bool = False
    person: bool = False


FEED = Purpose(feed=True)
SEARCH = Purpose()
PERSON = Purpose(person=True)


class Allowance(NamedTuple):
    """What an indexer may be asked within `hours`: `budget` by us, `limit` by everybody (None: no limit is stated).

    `kept` is the part of the budget that is kept for the feed; at least `feed_gap` seconds lie between two reads of it.
    """

    budget: int
    limit: int | None = None
    hours: int = 24
    kept: int = 0
    feed_gap: float = 0.0


def allowance(limit: int | None, hours: int, *, daily_budget: int, feed_every: float | None) -> Allowance:
    """Half of the limit that is stated per `hours`, else `daily_budget`; `feed_every` seconds, None: no feed."""
    if limit is None:
        hours, budget = 24, daily_budget
    else:
        budget = max(limit // 2, 1)
    rounds, share = int(hours * HOUR / feed_every) if feed_every else 0, max(budget // 2, 1)
    gap = hours * HOUR / share if rounds > share else 0.0
    return Allowance(budget, limit, hours, min(rounds, budget // 2), gap)


class Budget(NamedTuple):
    """Our queries of the last day; `feeds` are those of them that were for the feed."""

    spent: Buckets = ()
    feeds: Buckets = ()

    def spend(self, now: float, queries: int, purpose: Purpose = SEARCH) -> "Budget":
        """Count queries; a negative number takes back what was counted and not sent."""
        feeds = _add(self.feeds, now, queries) if purpose.feed else self.feeds
        return Budget(_add(self.spent, now, queries), feeds)

    def used(self, now: float, hours: int = 24) -> int:
        """Our queries of the last hours; up to an hour more is counted than is asked for."""
        return _within(self.spent, now, hours)

    def kept(self, now: float, allowed: Allowance) -> int:
        """What is still kept for the feed."""
        return max(0, allowed.kept - _within(self.feeds, now, allowed.hours))

    def free_at(self, now: float, allowed: Allowance, purpose: Purpose, queries: int, others: int = 0) -> float:
        """When so many queries may be sent: `now`, a later moment, or never (inf) by our own count alone.

        `others` are the queries of other programs. Where less than `queries` is ever allowed, that will do.
        """
        limit = inf if allowed.limit is None else allowed.limit
        ours = inf if purpose.person else allowed.budget
        if not (purpose.feed or purpose.person):
            ours -= self.kept(now, allowed)
        within_limit = limit - others - min(queries, limit)
        within_ours = ours - min(queries, max(ours, 1))
        free = _free_at(self.spent, now, allowed.hours, min(within_limit, within_ours))
        return max(free, self.feed_due(allowed)) if purpose.feed else free

    def free(self, now: float, allowed: Allowance, others: int = 0) -> int:
        """What is left for searches that nobody waits for, what is kept for the feed left out."""
        limit = inf if allowed.limit is None else allowed.limit - others
        most = min(allowed.budget - self.kept(now, allowed), limit)
        return max(0, int(most) - self.used(now, allowed.hours))

    def feed_due(self, allowed: Allowance) -> float:
        """When the feed may be read again, by its gap alone; a gap of less than an hour is kept roughly."""
        return self.feeds[-1][0] + allowed.feed_gap if self.feeds and allowed.feed_gap else -inf


def _add(buckets: Buckets, now: float, queries: int) -> Buckets:
    kept = [bucket for bucket in buckets if bucket[0] + HOUR + DAY > now]
    if queries < 0:
        return _take_back(kept, -queries)
    if kept and now < kept[-1][0] + HOUR:
        start, count = kept.pop()
        return (*kept, (start, count + queries))
    return (*kept, (now, queries)) if queries else tuple(kept)


def _take_back(buckets: list[tuple[float, int]], queries: int) -> Buckets:
    """From the newest on; they were counted moments ago."""
    left: list[tuple[float, int]] = []
    for start, count in reversed(buckets):
        taken = min(count, queries)
        queries -= taken
        left.append((start, count - taken))
    return tuple(bucket for bucket in reversed(left) if bucket[1])


def _within(buckets: Buckets, now: float, hours: int) -> int:
    return sum(count for start, count in buckets if start + HOUR + hours * HOUR > now)


def _free_at(buckets: Buckets, now: float, hours: int, most: float) -> float:
    """When the window holds `most` queries or fewer."""
    used, at = _within(buckets, now, hours), now
    for start, count in buckets:
        if used <= most:
            return at
        if (gone := start + HOUR + hours * HOUR) > now:
            used, at = used - count, gone
    return at if used <= most else inf
