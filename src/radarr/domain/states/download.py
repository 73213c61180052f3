"""The life of a download."""

from enum import StrEnum


class DownloadState(StrEnum):
    """Where a download stands."""

    INTENDED = "intended"
    SENT = "sent"
    CONFIRMED = "confirmed"
    QUEUED = "queued"
    METADATA = "metadata"
    CHECKING = "checking"
    DOWNLOADING = "downloading"
    STALLED = "stalled"
    PAUSED = "paused"
    MOVING = "moving"
    COMPLETED = "completed"
    INSPECTING = "inspecting"
    IMPORTING = "importing"
    IMPORTED = "imported"
    BLOCKED = "blocked"
    FAILED = "failed"
    DEMOTED = "demoted"
    SUPERSEDED = "superseded"
    IGNORED = "ignored"
    REMOVED = "removed"
