"""A profile without upgrades keeps the file it has, unless the very same quality was mended."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Version, mends


def upgrades_disabled(candidate: Candidate, facts: Facts) -> Rejection | None:
    """QualityUpgradesDisabled: it would be better, but better is not asked for."""
    file, profile = candidate.slot.file, facts.profile
    if file is None or profile.upgrade:
        return None
    current = Version(file.quality, file.revision, file.score)
    new = Version(candidate.parsed.quality, candidate.parsed.revision, candidate.score)
    gains = (profile.rank(new.quality), new.score) > (profile.rank(current.quality), current.score)
    if mends(current, new) or not gains:
        return None
    return Rejection(
        Reason.QUALITY_UPGRADES_DISABLED,
        f"the library has {current.quality.name}, and {profile.name} does not upgrade to {new.quality.name}",
    )
