"""A release that is wanted, but not yet."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from radarr.domain.decision.reason import Reason
from radarr.domain.parsing.parsed import ParsedRelease
from radarr.domain.release import Release

Offer: TypeAlias = tuple[int, str]
"""Indexer and guid."""


def offer_of(release: Release) -> Offer:
    """What it is known by, at its indexer."""
    return (release.indexer_id, release.guid)


def offers_of(release: Release) -> tuple[Offer, ...]:
    """Its own and those of its alternates."""
    return tuple(offer_of(each) for each in (release, *release.alternates))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """A release as it was offered, for one slot: it waits for `reason` and is decided again from `due_at` on.

    `parsed` is what its name said then, `score` what custom formats gave it.
    """

    id: int = 0
    movie_id: int
    slot_id: int
    release: Release
    parsed: ParsedRelease
    score: int = 0
    reason: Reason
    since: datetime
    due_at: datetime
