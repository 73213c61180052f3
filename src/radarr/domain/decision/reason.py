"""Why a release is refused, under the names that Radarr uses."""

from enum import StrEnum
from typing import NamedTuple


class Reason(StrEnum):
    """Radarr's reason names, and ours where it has none."""

    UNABLE_TO_PARSE = "UnableToParse"
    UNKNOWN_MOVIE = "UnknownMovie"
    WRONG_MOVIE = "WrongMovie"
    AMBIGUOUS_MOVIE = "AmbiguousMovie"
    ID_MISMATCH = "IdMismatch"
    MOVIE_NOT_MONITORED = "MovieNotMonitored"
    QUALITY_NOT_WANTED = "QualityNotWanted"
    BELOW_MINIMUM_SIZE = "BelowMinimumSize"
    ABOVE_MAXIMUM_SIZE = "AboveMaximumSize"
    MINIMUM_SEEDERS = "MinimumSeeders"
    EDITION_NOT_WANTED = "EditionNotWanted"
    MAXIMUM_SIZE_EXCEEDED = "MaximumSizeExceeded"
    PROTOCOL_DISABLED = "ProtocolDisabled"
    REQUIRED_FLAGS = "RequiredFlags"
    WANTED_LANGUAGE = "WantedLanguage"
    HARDCODE_SUBTITLES = "HardcodeSubtitles"
    MUST_CONTAIN_MISSING = "MustContainMissing"
    MUST_NOT_CONTAIN_PRESENT = "MustNotContainPresent"
    SAMPLE = "Sample"
    RAW = "Raw"
    BLOCKLISTED = "Blocklisted"
    SLOT_AT_REST = "SlotAtRest"
    ALREADY_GRABBED = "AlreadyGrabbed"
    ALREADY_IMPORTED_SAME_HASH = "AlreadyImportedSameHash"
    ALREADY_IMPORTED_SAME_NAME = "AlreadyImportedSameName"
    QUALITY_UPGRADES_DISABLED = "QualityUpgradesDisabled"
    DISK_CUTOFF_MET = "DiskCutoffMet"
    DISK_HIGHER_PREFERENCE = "DiskHigherPreference"
    DISK_HIGHER_REVISION = "DiskHigherRevision"
    DISK_CUSTOM_FORMAT_SCORE = "DiskCustomFormatScore"
    DISK_CUSTOM_FORMAT_CUTOFF_MET = "DiskCustomFormatCutoffMet"
    DISK_CUSTOM_FORMAT_SCORE_INCREMENT = "DiskCustomFormatScoreIncrement"
    DISK_UPGRADES_NOT_ALLOWED = "DiskUpgradesNotAllowed"
    ALREADY_DOWNLOADING = "AlreadyDownloading"
    QUEUE_CUTOFF_MET = "QueueCutoffMet"
    QUEUE_HIGHER_PREFERENCE = "QueueHigherPreference"
    QUEUE_HIGHER_REVISION = "QueueHigherRevision"
    QUEUE_CUSTOM_FORMAT_SCORE = "QueueCustomFormatScore"
    QUEUE_CUSTOM_FORMAT_CUTOFF_MET = "QueueCustomFormatCutoffMet"
    QUEUE_CUSTOM_FORMAT_SCORE_INCREMENT = "QueueCustomFormatScoreIncrement"
    QUEUE_PROPERS_DISABLED = "QueuePropersDisabled"
    QUEUE_UPGRADES_NOT_ALLOWED = "QueueUpgradesNotAllowed"
    CUSTOM_FORMAT_MINIMUM_SCORE = "CustomFormatMinimumScore"
    CUSTOM_FORMAT_OUT_OF_TIME = "CustomFormatOutOfTime"
    AVAILABILITY = "Availability"
    MINIMUM_FREE_SPACE = "MinimumFreeSpace"
    PROPERS_DISABLED = "PropersDisabled"
    PROPER_FOR_OLD_FILE = "ProperForOldFile"
    REPACK_DISABLED = "RepackDisabled"
    REPACK_UNKNOWN_RELEASE_GROUP = "RepackUnknownReleaseGroup"
    REPACK_RELEASE_GROUP_DOES_NOT_MATCH = "RepackReleaseGroupDoesNotMatch"
    MINIMUM_AGE = "MinimumAge"
    MINIMUM_AGE_DELAY = "MinimumAgeDelay"
    INDEXER_DISABLED = "IndexerDisabled"
    DECISION_ERROR = "DecisionError"


class RejectionKind(StrEnum):
    """Whether asking again later may end otherwise."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"


class Rejection(NamedTuple):
    """One rule's no: `message` is a sentence for people."""

    reason: Reason
    message: str
    kind: RejectionKind = RejectionKind.PERMANENT
