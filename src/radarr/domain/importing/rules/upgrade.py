"""A file that is worse than the one in the library."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.domain.profile import Propers


def upgrade(request: ImportRequest, _: Contents) -> ImportRejection | None:
    """Not a lower quality; at the same, not an older revision; at the same, not a lower score.

    As good will do, unless the file is measured to be less than what was grabbed: that must be better than what is
    there, and if it is not it never will be.
    """
    present = request.slot.file
    if present is None:
        return None
    new, old = request.profile.rank(request.quality), request.profile.rank(present.quality)
    if new < old:
        return _no(
            request,
            ImportReason.NOT_QUALITY_UPGRADE,
            f"{_what_it_is(request)} is worse than the {present.quality.name} in the library",
        )
    if new > old:
        return None
    revisions = 0 if request.profile.propers is Propers.DO_NOT_PREFER else _compared(request)
    if revisions < 0:
        return _no(
            request, ImportReason.NOT_REVISION_UPGRADE, "the library has a later revision (proper or repack) of it"
        )
    least = present.score + 1 if request.is_less else present.score
    if revisions == 0 and request.score < least:
        return _no(
            request,
            ImportReason.NOT_CUSTOM_FORMAT_UPGRADE,
            f"{_what_it_is(request)} with custom formats that score {request.score} is no better than the "
            f"{present.quality.name} with {present.score} in the library",
        )
    return None  # a later revision is taken whatever its score: else what was grabbed for it could never come in


def _what_it_is(request: ImportRequest) -> str:
    if request.is_less:
        return f"{request.quality.name} (it claims to be {request.parsed.quality.name})"
    return request.quality.name


def _compared(request: ImportRequest) -> int:
    """Above 0 if ours is the later revision, below 0 if the library's is."""
    new = request.parsed.revision.rank
    old = request.slot.file.revision.rank if request.slot.file else new
    return (new > old) - (new < old)


def _no(request: ImportRequest, reason: ImportReason, message: str) -> ImportRejection:
    """What has become worse than the library may be better again; a file that is less than its name never is."""
    return ImportRejection(reason, message, RejectionKind.PERMANENT if request.is_less else RejectionKind.TEMPORARY)
