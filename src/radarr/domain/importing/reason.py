"""Why a finished download is not imported, under the names that Radarr uses."""

from enum import StrEnum
from typing import NamedTuple

from radarr.domain.decision.reason import RejectionKind


class ImportReason(StrEnum):
    """Radarr's reason names, and ours where it has none."""

    ARCHIVE_FILE = "ArchiveFile"
    CLAIM_DISPROVEN = "ClaimDisproven"
    DANGEROUS_FILE = "DangerousFile"
    DECISION_ERROR = "DecisionError"
    EXECUTABLE_FILE = "ExecutableFile"
    FILE_LOCKED = "FileLocked"
    INVALID_FILE_PATH = "InvalidFilePath"
    MINIMUM_FREE_SPACE = "MinimumFreeSpace"
    MULTI_PART_MOVIE = "MultiPartMovie"
    NOT_CUSTOM_FORMAT_UPGRADE = "NotCustomFormatUpgrade"
    NOT_QUALITY_UPGRADE = "NotQualityUpgrade"
    NOT_REVISION_UPGRADE = "NotRevisionUpgrade"
    SAMPLE = "Sample"
    UNPACKING = "Unpacking"
    UNSUPPORTED_EXTENSION = "UnsupportedExtension"


class ImportRejection(NamedTuple):
    """One rule's no: `message` is a sentence for people.

    Permanent: nothing will make a film of this download. Temporary: it may be imported once something changes.
    """

    reason: ImportReason
    message: str
    kind: RejectionKind = RejectionKind.PERMANENT
