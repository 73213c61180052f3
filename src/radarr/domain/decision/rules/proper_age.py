"""What was mended long after a file came is left alone, unless somebody looks for it."""

from datetime import timedelta

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Version, mends
from radarr.domain.profile import Propers

_WELCOME = timedelta(days=7)


def proper_age(candidate: Candidate, facts: Facts) -> Rejection | None:
    """ProperForOldFile: of what comes by the feed alone. A file that has been watched need not be had again."""
    file, parsed = candidate.slot.file, candidate.parsed
    if file is None or BYPASSES[facts.kind].proper_age or facts.profile.propers is Propers.DO_NOT_PREFER:
        return None
    mended = mends(Version(file.quality, file.revision), Version(parsed.quality, parsed.revision))
    age = facts.now - file.added_at
    if not mended or age <= _WELCOME:
        return None
    return Rejection(
        Reason.PROPER_FOR_OLD_FILE, f"a mended {parsed.quality.name}, but the library has had its file for {age.days} d"
    )
