"""A sample in the place of a film."""

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.reason import ImportReason, ImportRejection


def sample(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Where archives or unfinished files lie beside it, the film may be in those."""
    if contents.film or contents.archives or contents.unfinished or not contents.samples:
        return None
    return ImportRejection(ImportReason.SAMPLE, f"{contents.samples[0].name} is a sample, and there is no other video")
