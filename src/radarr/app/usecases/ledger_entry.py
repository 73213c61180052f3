"""What the ledger keeps of a decision."""

from radarr.domain.decision.candidate import Decision
from radarr.domain.decision.facts import Facts
from radarr.domain.history import LedgerEntry, Outcome
from radarr.domain.recall import said, stated


def ledger_entry(decision: Decision, facts: Facts, profile: str) -> LedgerEntry:
    """A line of the ledger; `profile` is the fingerprint of the one that decided."""
    candidate = decision.candidate
    release = candidate.release
    return LedgerEntry(
        movie_id=candidate.movie.id,
        slot_id=candidate.slot.id,
        kind=facts.kind,
        guid=release.guid,
        indexer_id=release.indexer_id,
        indexer=release.indexer,
        title=release.title,
        infohash=release.infohash,
        size=release.size,
        seeders=release.seeders,
        flags=tuple(sorted(release.flags)),
        published_at=release.published_at,
        stated=stated(release),
        parsed=said(candidate.parsed),
        quality=candidate.parsed.quality.name,
        formats=candidate.formats,
        score=candidate.score,
        rank=decision.rank,
        rejections=decision.rejections,
        outcome=Outcome.ACCEPTED if decision.accepted else Outcome.REJECTED,
        profile=facts.profile.name,
        fingerprint=profile,
        first_seen=facts.now,
        last_seen=facts.now,
    )
