"""What is searched because rows of a feed were missed."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from radarr.domain.searching.feed_mark import Gap
from radarr.domain.searching.policy import Terms, available_at, wants_better
from radarr.domain.searching.want import Want


def missed(
    wants: Iterable[Want], terms: Mapping[str, Terms], gaps: Mapping[int, Gap], now: datetime
) -> list[tuple[Want, frozenset[int]]]:
    """The slots that may have missed something, and at which indexers; the most promising first.

    Missing films before those that could be better, those that became available last before older ones. Who was never
    searched is left out, since that search is still to come; so is who was searched there since.
    """
    found: list[tuple[Want, frozenset[int]]] = []
    for want in sorted(wants, key=lambda want: _promise(want, terms, now)):
        if want.profile in terms and _is_looked_for(want, terms[want.profile], now):
            at = frozenset(one for one, gap in gaps.items() if _missed_at(want, one, gap))
            if at:
                found.append((want, at))
    return found


def _is_looked_for(want: Want, terms: Terms, now: datetime) -> bool:
    available = available_at(want, terms.profile)
    return (available is None or available <= now) and (want.missing or wants_better(want, terms.profile))


def _missed_at(want: Want, indexer_id: int, gap: Gap) -> bool:
    """Whether it was asked before the gap, and not since."""
    asked_at = want.record.asked_at(indexer_id) if want.record else None
    return asked_at is not None and asked_at < gap.found_at


def _promise(want: Want, terms: Mapping[str, Terms], now: datetime) -> tuple[bool, timedelta, int]:
    available = available_at(want, terms[want.profile].profile) if want.profile in terms else None
    return (not want.missing, now - available if available else timedelta.max, want.slot_id)
