"""A file that is worse than the one in the library."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection
from radarr.domain.profile import Propers


def upgrade(request: ImportRequest, _: Contents) -> ImportRejection | None:
    """Not a lower quality; at the same, not an older revision; at the same, not a lower score. As good will do."""
    present = request.slot.file
    if present is None:
        return None
    new, old = request.profile.rank(request.parsed.quality), request.profile.rank(present.quality)
    if new < old:
        return _no(
            ImportReason.NOT_QUALITY_UPGRADE,
            f"{request.parsed.quality.name} is worse than the {present.quality.name} in the library",
        )
    if new > old:
        return None
    revisions = 0 if request.profile.propers is Propers.DO_NOT_PREFER else _compared(request)
    if revisions < 0:
        return _no(ImportReason.NOT_REVISION_UPGRADE, "the library has a later revision (proper or repack) of it")
    if revisions == 0 and request.score < present.score:
        return _no(
            ImportReason.NOT_CUSTOM_FORMAT_UPGRADE,
            f"its custom formats score {request.score}, those of the file in the library {present.score}",
        )
    return None  # a later revision is taken whatever its score: else what was grabbed for it could never come in


def _compared(request: ImportRequest) -> int:
    """Above 0 if ours is the later revision, below 0 if the library's is."""
    new = request.parsed.revision.rank
    old = request.slot.file.revision.rank if request.slot.file else new
    return (new > old) - (new < old)


def _no(reason: ImportReason, message: str) -> ImportRejection:
    return ImportRejection(reason, message, RejectionKind.TEMPORARY)
