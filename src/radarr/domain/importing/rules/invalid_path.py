"""A name that would lead out of the download's folder."""

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.places import unsafe
from radarr.domain.importing.reason import ImportReason, ImportRejection


def invalid_path(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """The film must lie where the client says that the download lies."""
    problem = unsafe(contents.film.name) if contents.film else ""
    if not contents.film or not problem:
        return None
    return ImportRejection(
        ImportReason.INVALID_FILE_PATH, f"the path {contents.film.name!r} cannot be trusted: {problem}"
    )
