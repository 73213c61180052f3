"""A release needs somebody who has it."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.release import Release


def seeders(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MinimumSeeders: the indexer's minimum where it states one, else the profile's. Unknown passes."""
    release = candidate.release
    known = known_seeders(release)
    asked = release.minimum_seeders
    least = facts.profile.minimum_seeders if asked is None else asked
    if known is None or known >= least:
        return None
    who = facts.profile.name if asked is None else release.indexer
    return Rejection(
        Reason.MINIMUM_SEEDERS, f"{known} {'seeder' if known == 1 else 'seeders'}, {who} wants at least {least}"
    )


def known_seeders(release: Release) -> int | None:
    """The most that any indexer counts in this torrent's swarm: each looks at another moment."""
    same = [r for r in release.alternates if release.infohash is not None and r.infohash == release.infohash]
    return max((r.seeders for r in (release, *same) if r.seeders is not None), default=None)
