"""A film that must be unpacked first."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection


def archive_file(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Archives are never unpacked here; an unpacker may be at work."""
    if contents.film or not contents.archives:
        return None
    return ImportRejection(
        ImportReason.ARCHIVE_FILE,
        f"the film is in archives ({contents.archives[0].name}): unpack them beside the download",
        RejectionKind.TEMPORARY,
    )
