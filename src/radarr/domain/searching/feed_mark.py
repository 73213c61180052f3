"""How far the feed of an indexer has been read, and whether anything between two reads of it was missed.

A feed shows the newest releases. Where even the oldest row of a read is newer than the newest row of the read before,
rows came and went in between that nobody has seen: a gap. It is told by dates alone, since guids of the same row
differ from read to read at some indexers:

- Rows without a date say nothing, and neither do rows of the future (a wrong time zone, a clock of ours set back).
- Rows that are pinned on top are old. What proves that two reads meet are therefore rows of the newer half of the read
  before: with up to half of the rows pinned, these are ordinary ones. One row alone may have been pinned just now.
- Dates are held against dates of the same indexer, never against our clock, which may jump.
- Before the first read there is nothing to miss.

A feed that moves faster than it is read has a gap every time. What is caught up is therefore granted once a day.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

_TOLERANCE = timedelta(hours=1)  # rows of the future within it are taken for rows of now
_GRANTED_EVERY = timedelta(days=1)
_FEW = 6  # rows of a feed in which one row is proof enough


class Gap(NamedTuple):
    """Rows that were missed: what was published between these two dates.

    `found_at` and `granted_at` are by our clock: when it was found, and when films were last granted a search for it;
    `left` of these are still to be searched.
    """

    found_at: datetime
    after: datetime
    before: datetime
    granted_at: datetime
    left: int


class FeedMark(NamedTuple):
    """How far a feed was read.

    `newest` is the date of its newest row, `middle` that of the one in the middle. From `since` on (our clock) nothing
    that it showed was missed. `gap` is the latest one, None: there was none yet.
    """

    newest: datetime
    middle: datetime
    since: datetime
    gap: Gap | None = None


def read_on(mark: FeedMark | None, dates: Iterable[datetime], now: datetime, films: int) -> FeedMark | None:
    """After one more read with rows of these dates; None: nothing can be said yet. A new gap gets so many `films`."""
    rows = sorted((date for date in dates if date <= now + _TOLERANCE), reverse=True)
    if not rows:
        return mark
    newest, middle = rows[0], rows[len(rows) // 2]
    if mark is None:
        return FeedMark(newest, middle, now)
    if newest <= mark.newest:
        return mark
    if sum(mark.middle <= row <= mark.newest for row in rows) >= (2 if len(rows) >= _FEW else 1):
        return mark._replace(newest=newest, middle=middle)
    oldest = min(row for row in rows if row > mark.newest)
    # a search at this very moment may have been answered a little earlier
    return FeedMark(newest, middle, now, _gap(mark, oldest, now, films))


def caught_up(mark: FeedMark, films: int) -> FeedMark:
    """After so many films were searched because of its gap."""
    return mark._replace(gap=mark.gap._replace(left=max(0, mark.gap.left - films))) if mark.gap else mark


def _gap(mark: FeedMark, before: datetime, now: datetime, films: int) -> Gap:
    known = mark.gap
    if known and timedelta() <= now - known.granted_at < _GRANTED_EVERY:
        after = known.after if known.left else mark.newest
        return Gap(now, after, before, known.granted_at, known.left)
    return Gap(now, mark.newest, before, now, films)
