"""A repack mends the release of its own group, and nobody else's."""

from radarr.domain.decision.candidate import Candidate
from radarr.domain.decision.facts import Facts
from radarr.domain.decision.kinds import BYPASSES
from radarr.domain.decision.reason import Reason, Rejection
from radarr.domain.decision.upgrade import Version, mends
from radarr.domain.movie import MovieFile
from radarr.domain.profile import Propers


def repack(candidate: Candidate, facts: Facts) -> Rejection | None:
    """RepackDisabled, RepackUnknownReleaseGroup, RepackReleaseGroupDoesNotMatch.

    Only of a repack of the very quality that the slot has: any other is a release like all the rest. Where nobody
    knows whose the file is, it may be mended by anybody.
    """
    file, parsed, profile = candidate.slot.file, candidate.parsed, facts.profile
    if file is None or not parsed.revision.repack or profile.propers is Propers.DO_NOT_PREFER:
        return None
    if not mends(Version(file.quality, file.revision), Version(parsed.quality, parsed.revision)):
        return None
    if profile.propers is Propers.DO_NOT_UPGRADE and not BYPASSES[facts.kind].propers:
        return Rejection(Reason.REPACK_DISABLED, f"a repack, and {profile.name} does not upgrade to them")
    return _by_group(file, parsed.group)


def _by_group(file: MovieFile, group: str | None) -> Rejection | None:
    if not file.group or (group and file.group.casefold() == group.casefold()):
        return None
    has = f"while the library has that of {file.group}"
    if not group:
        return Rejection(Reason.REPACK_UNKNOWN_RELEASE_GROUP, f"a repack that names no group, {has}")
    return Rejection(Reason.REPACK_RELEASE_GROUP_DOES_NOT_MATCH, f"a repack by {group}, {has}")
