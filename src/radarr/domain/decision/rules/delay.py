"""A profile may wait for something better, unless nothing better can come or a person asks."""

from datetime import timedelta

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection, RejectionKind
from radarr.domain.decision.upgrade import Version, mends
from radarr.domain.decision.words import for_how_long
from radarr.domain.profile import Profile, Propers


def delay(candidate: Candidate, facts: Facts) -> Rejection | None:
    """MinimumAgeDelay, temporary; counted from when the release was published. One of unknown age passes.

    Once one release has waited long enough, the slot has: the best of all that there are is taken.
    """
    profile, published = facts.profile, candidate.release.published_at
    wait = timedelta(minutes=profile.delay)
    if published is None or facts.now - published >= wait or facts.delay_over or BYPASSES[facts.kind].delay:
        return None
    if _is_best(candidate, profile) or _is_mended(candidate, profile):
        return None
    left = published + wait - facts.now
    return Rejection(
        Reason.MINIMUM_AGE_DELAY,
        f"{profile.name} waits {for_how_long(wait)} for something better, {for_how_long(left)} are left",
        RejectionKind.TEMPORARY,
    )


def _is_best(candidate: Candidate, profile: Profile) -> bool:
    """Of the best quality that is wanted, or of a score that is worth no wait."""
    best = max(rank for rank, item in enumerate(profile.items) if item.allowed)
    if profile.delay_bypass_best and profile.rank(candidate.parsed.quality) >= best:
        return True
    return profile.delay_bypass_score is not None and candidate.score >= profile.delay_bypass_score


def _is_mended(candidate: Candidate, profile: Profile) -> bool:
    """It mends the file that the slot has: the broken one should not be there a minute longer."""
    file, parsed = candidate.slot.file, candidate.parsed
    if file is None or profile.propers is Propers.DO_NOT_PREFER:
        return False
    return mends(Version(file.quality, file.revision), Version(parsed.quality, parsed.revision))
