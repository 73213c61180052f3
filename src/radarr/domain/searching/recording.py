"""What a search leaves behind."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from radarr.domain.searching.policy import LONGEST, is_stale
from radarr.domain.searching.want import SearchRecord

_FORGOTTEN = 2 * LONGEST  # an indexer that was not asked for so long is asked whatever it said


def searched(
    record: SearchRecord | None,
    answered: Iterable[int],
    now: datetime,
    *,
    fingerprint: str,
    missing: bool,
    available: datetime | None = None,
    anew: bool = False,
) -> SearchRecord:
    """The record after one more search, which these indexers answered.

    `available` is when the film became available, None always. `anew`: the count begins with this search, though
    nothing has changed; what indexers said stays said.
    """
    if record and (_is_over(record, fingerprint, available, now, missing=missing)):
        record = None
    searches = 1 if record is None or anew else record.searches + 1
    return SearchRecord(searches, now, fingerprint, missing, _asked(record, answered, now))


def caught_up(record: SearchRecord, answered: Iterable[int], now: datetime) -> SearchRecord:
    """After a search of a few indexers between two that count."""
    return record._replace(asked=_asked(record, answered, now))


def _is_over(
    record: SearchRecord, fingerprint: str, available: datetime | None, now: datetime, *, missing: bool
) -> bool:
    became_available = available is not None and record.last_at < available <= now
    return became_available or is_stale(record, fingerprint, missing=missing)


def _asked(record: SearchRecord | None, answered: Iterable[int], now: datetime) -> tuple[tuple[int, datetime], ...]:
    known = dict(record.asked) if record else {}
    known = {key: at for key, at in known.items() if timedelta() <= now - at < _FORGOTTEN}
    return tuple(sorted({**known, **dict.fromkeys(answered, now)}.items()))
