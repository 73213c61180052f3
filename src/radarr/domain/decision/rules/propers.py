"""A profile may leave propers and repacks of the file it has alone, unless a person asks."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Version, mends
from radarr.domain.profile import Propers


def propers(candidate: Candidate, facts: Facts) -> Rejection | None:
    """PropersDisabled; a repack has a rule of its own."""
    file = candidate.slot.file
    disabled = facts.profile.propers is Propers.DO_NOT_UPGRADE and not BYPASSES[facts.kind].propers
    if file is None or not disabled:
        return None
    parsed = candidate.parsed
    if parsed.revision.repack or not mends(
        Version(file.quality, file.revision), Version(parsed.quality, parsed.revision)
    ):
        return None
    return Rejection(
        Reason.PROPERS_DISABLED,
        f"a mended {parsed.quality.name}, and {facts.profile.name} does not upgrade to propers and repacks",
    )
