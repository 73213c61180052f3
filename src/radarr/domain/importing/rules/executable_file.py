"""A program in the place of a film."""

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.extensions import EXECUTABLE, split_extension
from radarr.domain.importing.reason import ImportReason, ImportRejection


def executable_file(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """Only where there is no film: honest groups put a program beside it to keep others from copying them."""
    if contents.film:
        return None
    programs = [file.name for file in contents.files if split_extension(file.name)[1] in EXECUTABLE]
    if not programs:
        return None
    return ImportRejection(ImportReason.EXECUTABLE_FILE, f"there is no film, but the program {programs[0]}")
