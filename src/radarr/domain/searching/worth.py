"""At which indexers a search can find anything new.

What an indexer published since it was last asked for a film has been read already where its feed was read without a
gap since: another search there would find what the ledger knows. It is asked all the same

- where it never answered a search for this want, or was left out of the last one;
- where it offered something that was refused for the moment alone (seeders come, a disk is emptied, a delay ends);
- once in the longest interval: a feed is no proof, since seeders return to old releases, rows come late, and a film may
  have got a name since by which it is found.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from radarr.domain.searching.policy import LONGEST
from radarr.domain.searching.want import SearchRecord


def worth_asking(
    record: SearchRecord | None,
    indexers: Iterable[int],
    read_since: Mapping[int, datetime],
    now: datetime,
    rest: timedelta,
    open_offers: Collection[int] = (),
) -> frozenset[int]:
    """The ids of those of `indexers` that may tell anything new.

    `read_since`: from when on the feed of an indexer was read without a gap, up to now; `rest`: how long the film rests
    after this search; `open_offers`: the ids of indexers that offered what was refused for the moment alone.
    """
    return frozenset(
        indexer_id
        for indexer_id in indexers
        if indexer_id in open_offers
        or not _is_answered(record.asked_at(indexer_id) if record else None, read_since.get(indexer_id), now, rest)
    )


def _is_answered(asked_at: datetime | None, read_since: datetime | None, now: datetime, rest: timedelta) -> bool:
    if asked_at is None or read_since is None:
        return False
    return read_since <= asked_at <= now and now + rest < asked_at + LONGEST
