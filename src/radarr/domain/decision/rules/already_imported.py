"""What was imported into this slot before would only come out the same."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection


def already_imported(candidate: Candidate, facts: Facts) -> Rejection | None:
    """AlreadyImportedSameHash. A slot whose file is gone may have it again."""
    infohash = candidate.release.infohash
    if candidate.slot.file is None or not infohash or infohash.casefold() not in facts.imported_infohashes:
        return None
    return Rejection(Reason.ALREADY_IMPORTED_SAME_HASH, f"this very torrent was imported for {candidate.movie} before")
