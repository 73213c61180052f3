"""What has failed once is not fetched again."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Blocked, Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import words
from radarr.domain.release import Release

_TOLERANCE = 0.02


def blocklisted(candidate: Candidate, facts: Facts) -> Rejection | None:
    """Blocklisted: this torrent, wherever it is offered; without hashes, this name and size at this indexer."""
    for blocked in facts.blocklist:
        if is_blocked_by(candidate.release, blocked):
            return Rejection(Reason.BLOCKLISTED, f"{blocked.title} is on the blocklist of {candidate.movie}")
    return None


def is_blocked_by(release: Release, blocked: Blocked) -> bool:
    """Whether an entry of the blocklist is about this release, or about the same of another indexer."""
    return any(_same(offer, blocked) for offer in (release, *release.alternates))


def _same(offer: Release, blocked: Blocked) -> bool:
    if offer.infohash and blocked.infohash:
        return offer.infohash.casefold() == blocked.infohash.casefold()
    same_indexer = not blocked.indexer or offer.indexer.casefold() == blocked.indexer.casefold()
    return same_indexer and words(offer.title) == words(blocked.title) and _same_size(offer.size, blocked.size)


def _same_size(one: int, other: int) -> bool:
    """Within the rounding of indexers; an unknown size may be any."""
    return not one or not other or abs(one - other) <= _TOLERANCE * max(one, other)
