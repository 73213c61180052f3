"""A download that is being unpacked."""

from radarr.domain.decision.reason import RejectionKind
from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection

WORKING_FOLDERS = ("_UNPACK_", "_FAILED_")


def unpacking(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Unpackers work in folders whose names begin like these."""
    if contents.film and any(part.startswith(WORKING_FOLDERS) for part in contents.film.name.split("/")[:-1]):
        return ImportRejection(
            ImportReason.UNPACKING, f"{contents.film.name} is still being unpacked", RejectionKind.TEMPORARY
        )
    return None
