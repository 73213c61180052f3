"""All that a rule may know besides the candidate."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from radarr.domain.decision.kinds import SearchKind
from radarr.domain.decision.terms import ReleaseProfile
from radarr.domain.media.claims import ClaimRecord
from radarr.domain.profile import Profile
from radarr.domain.quality import Quality, Revision


class Blocked(NamedTuple):
    """A release of before: by infohash key where known, else by title and indexer."""

    title: str
    infohash: str | None
    indexer: str
    size: int = 0
    """Bytes; 0 is unknown."""


class Queued(NamedTuple):
    """A release under way for the same slot."""

    title: str
    infohash: str
    quality: Quality
    revision: Revision
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is true of one slot at one moment."""

    profile: Profile
    kind: SearchKind
    now: datetime
    queue: tuple[Queued, ...] = ()
    blocklist: tuple[Blocked, ...] = ()
    imported_infohashes: frozenset[str] = frozenset()
    """Infohash keys whose import into this slot is recorded."""
    let_go: tuple[Blocked, ...] = ()
    """What was grabbed for this slot, neither imported nor failed, and is not under way any more."""
    claims: tuple[ClaimRecord, ...] = ()
    """Claims of releases of the film that their files contradicted, oldest first."""
    free_space: int | None = None
    """Bytes free in the slot's root folder; None is unknown."""
    minimum_free: int = 0
    tags: frozenset[str] = frozenset()
    """The film's."""
    release_profiles: tuple[ReleaseProfile, ...] = ()
    resting_indexers: frozenset[int] = frozenset()
    """Ids of indexers that failed and are not asked for a while."""
    delay_over: bool = False
    """Whether a release for this slot has waited as long as the profile asks."""
