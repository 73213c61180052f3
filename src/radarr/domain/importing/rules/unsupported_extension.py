"""A download without any video."""

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection


def unsupported_extension(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Only where nothing else explains it."""
    if contents.film or contents.samples or contents.archives or contents.unfinished:
        return None
    largest = max(contents.files, key=lambda file: file.size, default=None)
    what = f"its largest file is {largest.name}" if largest else "it has no files"
    return ImportRejection(ImportReason.UNSUPPORTED_EXTENSION, f"there is no film in it: {what}")
