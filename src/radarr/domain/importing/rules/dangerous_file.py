"""Malware in the place of a film."""

from radarr.domain.importing.candidate import ImportRequest
from radarr.domain.importing.contents import Contents
from radarr.domain.importing.extensions import DANGEROUS, is_disguised, split_extension
from radarr.domain.importing.reason import ImportReason, ImportRejection


def dangerous_file(_: ImportRequest, contents: Contents) -> ImportRejection | None:
    """A program that pretends to be a video is never honest; other dangerous files matter if there is no film."""
    for file in contents.files:
        if is_disguised(file.name):
            return _no(f"{file.name} is a program that pretends to be a video")
        if contents.film is None and split_extension(file.name)[1] in DANGEROUS:
            return _no(f"there is no film, but {file.name}, which may do harm")
    return None


def _no(message: str) -> ImportRejection:
    return ImportRejection(ImportReason.DANGEROUS_FILE, message)
