"""What is under way for a slot is as good as there."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts, Queued
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Verdict, Version, compare, explain, mends
from radarr.domain.profile import Propers

_REASONS = {
    Verdict.CUTOFF_MET: Reason.QUEUE_CUTOFF_MET,
    Verdict.BETTER_QUALITY: Reason.QUEUE_HIGHER_PREFERENCE,
    Verdict.BETTER_REVISION: Reason.QUEUE_HIGHER_REVISION,
    Verdict.UPGRADES_NOT_ALLOWED: Reason.QUEUE_UPGRADES_NOT_ALLOWED,
    Verdict.FORMAT_SCORE: Reason.QUEUE_CUSTOM_FORMAT_SCORE,
    Verdict.FORMAT_CUTOFF_MET: Reason.QUEUE_CUSTOM_FORMAT_CUTOFF_MET,
    Verdict.FORMAT_INCREMENT: Reason.QUEUE_CUSTOM_FORMAT_SCORE_INCREMENT,
}


def already_downloading(candidate: Candidate, facts: Facts) -> Rejection | None:
    """AlreadyDownloading for the same torrent, Queue... where one under way is as good or better."""
    infohash = (candidate.release.infohash or "").casefold()
    if any(infohash == queued.infohash.casefold() for queued in facts.queue if queued.infohash):
        return Rejection(Reason.ALREADY_DOWNLOADING, "this very torrent is being downloaded")
    refusals = (_against(queued, candidate, facts) for queued in facts.queue)
    return next((refusal for refusal in refusals if refusal is not None), None)


def _against(queued: Queued, candidate: Candidate, facts: Facts) -> Rejection | None:
    profile = facts.profile
    current = Version(queued.quality, queued.revision, queued.score)
    new = Version(candidate.parsed.quality, candidate.parsed.revision, candidate.score)
    if mends(current, new) and profile.propers is Propers.DO_NOT_UPGRADE:
        return Rejection(
            Reason.QUEUE_PROPERS_DISABLED,
            f"{queued.title} is being downloaded, and {profile.name} does not upgrade to propers and repacks",
        )
    verdict = compare(current, new, profile)
    if verdict is Verdict.UPGRADE:
        return None
    return Rejection(
        _REASONS[verdict], f"{queued.title} is being downloaded: {explain(verdict, current, new, profile)}"
    )
