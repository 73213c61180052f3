"""A slot that has a file wants only a better one."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Verdict, Version, compare, explain

_REASONS = {
    Verdict.CUTOFF_MET: Reason.DISK_CUTOFF_MET,
    Verdict.BETTER_QUALITY: Reason.DISK_HIGHER_PREFERENCE,
    Verdict.BETTER_REVISION: Reason.DISK_HIGHER_REVISION,
    Verdict.UPGRADES_NOT_ALLOWED: Reason.DISK_UPGRADES_NOT_ALLOWED,
    Verdict.FORMAT_SCORE: Reason.DISK_CUSTOM_FORMAT_SCORE,
    Verdict.FORMAT_CUTOFF_MET: Reason.DISK_CUSTOM_FORMAT_CUTOFF_MET,
    Verdict.FORMAT_INCREMENT: Reason.DISK_CUSTOM_FORMAT_SCORE_INCREMENT,
}


def file_upgrade(candidate: Candidate, facts: Facts) -> Rejection | None:
    """Disk...: the cut-off is met, or the file is as good or better."""
    file = candidate.slot.file
    if file is None:
        return None
    current = Version(file.quality, file.revision, file.score)
    new = Version(candidate.parsed.quality, candidate.parsed.revision, candidate.score)
    verdict = compare(current, new, facts.profile)
    if verdict is Verdict.UPGRADE:
        return None
    return Rejection(_REASONS[verdict], f"the library has {explain(verdict, current, new, facts.profile)}")
