"""The life of a download.

**Before the client.** A grab is written down first (INTENDED), sent (SENT), and CONFIRMED once the client lists it. A
daemon that dies in between finds the intent again and repeats it: the infohash is known, so the client has it once.
What the client loses while it or we were away becomes an intent again (RESEND).

**In the client.** From then on the client says what it is at: QUEUED, METADATA, CHECKING, DOWNLOADING, STALLED, PAUSED,
MOVING. These states follow its reports in any order, since people pause, recheck and move torrents by hand, and a
report may skip any of them. A state of a client version that we do not know changes nothing.

**In our hands.** COMPLETED by the client's word, which a recheck may take back; INSPECTING while its files are looked
at; IMPORTING while the journal moves them, when neither the client nor a person may interfere: the journal is finished
or rolled back first. Then IMPORTED.

**Waiting.** BLOCKED waits for a person or a condition, with the reason in words: missing files, an archive, a full
disk. It looks again now and then (INSPECT), or follows the client once that has mended itself. DEMOTED is a slow one
kept beside its replacement: it stays so until it completes after all, and is then an upgrade like any other.

**The end.** FAILED (blocklisted, the next best is sought), SUPERSEDED (another one filled the slot), IGNORED (a person
let it be), REMOVED (taken out of the client). Nothing leads out of these and IMPORTED.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple


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


class DownloadEvent(StrEnum):
    """What may happen to a download. The first eleven are the client's reports, valued as the port's client states."""

    QUEUED = "queued"
    METADATA = "metadata"
    CHECKING = "checking"
    DOWNLOADING = "downloading"
    STALLED = "stalled"
    PAUSED = "paused"
    MOVING = "moving"
    COMPLETED = "completed"
    MISSING = "missing"
    ERROR = "error"
    UNKNOWN = "unknown"

    SEND = "send"
    CONFIRM = "confirm"
    RESEND = "resend"
    INSPECT = "inspect"
    IMPORT = "import"
    RETRY = "retry"
    FINISH = "finish"
    BLOCK = "block"
    DEMOTE = "demote"
    FAIL = "fail"
    SUPERSEDE = "supersede"
    IGNORE = "ignore"
    REMOVE = "remove"


_S, _E = DownloadState, DownloadEvent
REPORTS: tuple[DownloadEvent, ...] = tuple(DownloadEvent)[:11]
DOWNLOADING_STATES: frozenset[DownloadState] = frozenset(
    {_S.QUEUED, _S.METADATA, _S.CHECKING, _S.DOWNLOADING, _S.STALLED, _S.PAUSED, _S.MOVING}
)
FINAL: frozenset[DownloadState] = frozenset({_S.IMPORTED, _S.FAILED, _S.SUPERSEDED, _S.IGNORED, _S.REMOVED})
LET_GO: frozenset[DownloadState] = frozenset({_S.SUPERSEDED, _S.IGNORED, _S.REMOVED})
"""Those that ended without a file and without a fault of the release."""
OPEN: frozenset[DownloadState] = frozenset(DownloadState) - FINAL

Row = Mapping[DownloadEvent, DownloadState]
_TROUBLE: Row = {_E.MISSING: _S.BLOCKED, _E.ERROR: _S.BLOCKED}
_AT_WORK: Row = {_E(state.value): state for state in _S if state in DOWNLOADING_STATES}
_END: Row = {_E.FAIL: _S.FAILED, _E.SUPERSEDE: _S.SUPERSEDED, _E.IGNORE: _S.IGNORED, _E.REMOVE: _S.REMOVED}
_UNDER_WAY: Row = {**_AT_WORK, **_TROUBLE, _E.COMPLETED: _S.COMPLETED, _E.RESEND: _S.INTENDED, **_END}


def _unmoved(state: DownloadState, events: Iterable[DownloadEvent]) -> Row:
    return dict.fromkeys(events, state)


def _in_client(state: DownloadState) -> Row:
    return {**_UNDER_WAY, _E.UNKNOWN: state, _E.BLOCK: _S.BLOCKED, _E.DEMOTE: _S.DEMOTED}


TRANSITIONS: Mapping[DownloadState, Row] = MappingProxyType(
    {
        _S.INTENDED: {_E.SEND: _S.SENT, _E.CONFIRM: _S.CONFIRMED, **_END},
        _S.SENT: {_E.SEND: _S.SENT, _E.CONFIRM: _S.CONFIRMED, _E.RESEND: _S.INTENDED, **_END},
        _S.CONFIRMED: _in_client(_S.CONFIRMED),
        **{state: _in_client(state) for state in DownloadState if state in DOWNLOADING_STATES},
        _S.COMPLETED: {
            **_UNDER_WAY,
            _E.UNKNOWN: _S.COMPLETED,
            _E.INSPECT: _S.INSPECTING,
            _E.BLOCK: _S.BLOCKED,
        },
        _S.INSPECTING: {
            **_UNDER_WAY,
            _E.COMPLETED: _S.INSPECTING,
            _E.UNKNOWN: _S.INSPECTING,
            _E.IMPORT: _S.IMPORTING,
            _E.RETRY: _S.COMPLETED,
            _E.BLOCK: _S.BLOCKED,
        },
        _S.IMPORTING: {
            **_unmoved(_S.IMPORTING, REPORTS),
            _E.FINISH: _S.IMPORTED,
            _E.RETRY: _S.COMPLETED,
            _E.BLOCK: _S.BLOCKED,
        },
        _S.BLOCKED: {
            **_UNDER_WAY,
            **_unmoved(_S.BLOCKED, (_E.COMPLETED, _E.MISSING, _E.ERROR, _E.UNKNOWN, _E.BLOCK)),
            _E.INSPECT: _S.INSPECTING,
            _E.RETRY: _S.COMPLETED,
        },
        _S.DEMOTED: {
            **_unmoved(_S.DEMOTED, REPORTS),
            _E.COMPLETED: _S.COMPLETED,
            **_END,
        },
        **{state: {} for state in DownloadState if state in FINAL},
    }
)


class Tracked(NamedTuple):
    """How Radarr's v3 API words a state: trackedDownloadState, trackedDownloadStatus, and the queue's status."""

    state: str
    status: str
    queue: str


TRACKED: Mapping[DownloadState, Tracked] = MappingProxyType(
    {
        _S.INTENDED: Tracked("downloading", "ok", "queued"),
        _S.SENT: Tracked("downloading", "ok", "queued"),
        _S.CONFIRMED: Tracked("downloading", "ok", "queued"),
        _S.QUEUED: Tracked("downloading", "ok", "queued"),
        _S.METADATA: Tracked("downloading", "ok", "queued"),
        _S.CHECKING: Tracked("downloading", "ok", "queued"),
        _S.DOWNLOADING: Tracked("downloading", "ok", "downloading"),
        _S.STALLED: Tracked("downloading", "warning", "warning"),
        _S.PAUSED: Tracked("downloading", "ok", "paused"),
        _S.MOVING: Tracked("downloading", "ok", "downloading"),
        _S.COMPLETED: Tracked("importPending", "ok", "completed"),
        _S.INSPECTING: Tracked("importPending", "ok", "completed"),
        _S.IMPORTING: Tracked("importing", "ok", "completed"),
        _S.IMPORTED: Tracked("imported", "ok", "completed"),
        # "completed" also while it waits: unpackers act on that word, and an archive is why it waits
        _S.BLOCKED: Tracked("importBlocked", "warning", "completed"),
        _S.FAILED: Tracked("failed", "error", "failed"),
        _S.DEMOTED: Tracked("downloading", "warning", "downloading"),
        _S.SUPERSEDED: Tracked("ignored", "ok", "completed"),
        _S.IGNORED: Tracked("ignored", "ok", "completed"),
        _S.REMOVED: Tracked("ignored", "ok", "completed"),
    }
)
_TROUBLED_IN_CLIENT = Tracked("downloading", "warning", "warning")


def tracked(state: DownloadState, progress: float) -> Tracked:
    """TRACKED, but for one that waits before it is complete (`progress` below 1): the client has the trouble."""
    return _TROUBLED_IN_CLIENT if state is DownloadState.BLOCKED and progress < 1 else TRACKED[state]
