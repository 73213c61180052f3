"""What was imported into this slot before would only come out the same."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.words import words


def already_imported(candidate: Candidate, facts: Facts) -> Rejection | None:
    """AlreadyImportedSameHash, AlreadyImportedSameName. A slot whose file is gone may have it again.

    Under the name of the file that is there comes that file, wherever it is offered.
    """
    file, release = candidate.slot.file, candidate.release
    if file is None:
        return None
    if (release.infohash or "").casefold() in facts.imported_infohashes:
        message = f"this very torrent was imported for {candidate.movie} before"
        return Rejection(Reason.ALREADY_IMPORTED_SAME_HASH, message)
    if file.scene_name and words(file.scene_name) == words(release.title):
        return Rejection(Reason.ALREADY_IMPORTED_SAME_NAME, f"{file.scene_name} is what the library has")
    return None
