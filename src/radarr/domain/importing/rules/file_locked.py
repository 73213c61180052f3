"""A download that is not whole."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection


def file_locked(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Torrent clients mark files that are still written to by their extensions."""
    if not contents.unfinished:
        return None
    return ImportRejection(
        ImportReason.FILE_LOCKED, f"{contents.unfinished[0].name} is not complete yet", RejectionKind.TEMPORARY
    )
