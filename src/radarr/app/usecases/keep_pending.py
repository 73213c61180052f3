"""Keep what is wanted, but not yet."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.due import Due, due
from radarr.domain.decision.facts import Facts
from radarr.domain.pending import Offer, Pending, offer_of, offers_of
from radarr.domain.release import Release
from radarr.ports.store import Transaction

MOST = 100
"""Releases that wait for one slot: of a film that is expected in a year, fakes come every day.

What comes beyond is found by a search when the film can be had.
"""


async def keep_pending(
    tx: Transaction, slot_id: int, decisions: Sequence[Decision], facts: Facts, known: Iterable[Pending]
) -> datetime | None:
    """Write down what is only too early for a slot, and forget what will never do; when the first of it is due.

    `known` is what waits by now; one that is accepted goes on waiting until it is grabbed.
    """
    waiting = {offer_of(each.release): each for each in known if each.slot_id == slot_id}
    first: datetime | None = None
    gone: set[Offer] = set()
    for decision in decisions:
        offers = offers_of(decision.candidate.release) if waiting else ()
        before = [waiting[offer] for offer in offers if offer in waiting]
        when = due(decision, facts, waits_already=bool(before))
        if when is not None:
            offers = offers or offers_of(decision.candidate.release)
            first = min(first or when.at, when.at)
            gone |= {offer_of(each.release) for each in before} - {offers[0]}
            if any(_tells_the_same(each, decision, when) for each in before):
                continue
            if before or len(waiting) < MOST:
                waiting.setdefault(offers[0], pending := _pending(decision, when, facts.now))
                await tx.pending.put(pending)
        elif not decision.accepted:
            gone |= {offer_of(each.release) for each in before}
    await tx.pending.drop(slot_id, gone)
    return first


def _pending(decision: Decision, when: Due, now: datetime) -> Pending:
    candidate = decision.candidate
    return Pending(
        movie_id=candidate.movie.id,
        slot_id=candidate.slot.id,
        release=candidate.release,
        parsed=candidate.parsed,
        score=candidate.score,
        reason=when.reason,
        since=now,
        due_at=when.at,
    )


def _tells_the_same(before: Pending, decision: Decision, when: Due) -> bool:
    """Seeders come and go: that alone is worth no write."""
    candidate = decision.candidate
    return (before.due_at, before.reason, before.score, _lasting(before.release)) == (
        when.at,
        when.reason,
        candidate.score,
        _lasting(candidate.release),
    )


def _lasting(release: Release) -> tuple[object, ...]:
    return (*offers_of(release), release.title, release.size, release.published_at, release.infohash, release.flags)
