"""An indexer that failed rests, and what it alone offers waits for it."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind


def indexer_at_rest(candidate: Candidate, facts: Facts) -> Rejection | None:
    """IndexerDisabled, temporary. A magnet needs no indexer, and any other indexer that has it will do."""
    release = candidate.release
    offers = (release, *release.alternates)
    if any(offer.magnet or offer.indexer_id not in facts.resting_indexers for offer in offers):
        return None
    names = " and ".join(dict.fromkeys(offer.indexer for offer in offers))
    return Rejection(Reason.INDEXER_DISABLED, f"{names} failed and rests for a while", RejectionKind.TEMPORARY)
