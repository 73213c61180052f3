"""What qBittorrent's states mean.

Complete is only what may be imported. A finished torrent that is being verified (`checkingUP`) or moved (`moving`)
shows progress 1, nothing left and a completion date, and yet its files are not to be trusted where they lie. The
other way round, `stalledDL` is also the first second of every download: whether it is stuck is a matter of time.
`paused*` became `stopped*` with 5.0, `forcedMetaDL` came with 4.4, `allocating` went with 4.3,
`queuedForChecking` with 4.2.
"""

from radarr.ports.download_client import ClientState

STATES: dict[str, ClientState] = {
    "downloading": ClientState.DOWNLOADING,
    "forcedDL": ClientState.DOWNLOADING,
    "allocating": ClientState.DOWNLOADING,
    "stalledDL": ClientState.STALLED,
    "queuedDL": ClientState.QUEUED,
    "pausedDL": ClientState.PAUSED,
    "stoppedDL": ClientState.PAUSED,
    "metaDL": ClientState.METADATA,
    "forcedMetaDL": ClientState.METADATA,
    "queuedForChecking": ClientState.CHECKING,
    "checkingDL": ClientState.CHECKING,
    "checkingResumeData": ClientState.CHECKING,
    "checkingUP": ClientState.CHECKING,
    "moving": ClientState.MOVING,
    "uploading": ClientState.COMPLETED,
    "forcedUP": ClientState.COMPLETED,
    "stalledUP": ClientState.COMPLETED,
    "queuedUP": ClientState.COMPLETED,
    "pausedUP": ClientState.COMPLETED,
    "stoppedUP": ClientState.COMPLETED,
    "missingFiles": ClientState.MISSING,
    "error": ClientState.ERROR,
    "unknown": ClientState.UNKNOWN,
}


def client_state(raw: str, *, progress: float, size: int) -> ClientState:
    """Our word for it; UNKNOWN for what we do not know, and for a complete one that lacks something or is empty."""
    state = STATES.get(raw, ClientState.UNKNOWN)
    if state is ClientState.COMPLETED and (progress < 1 or size <= 0):
        return ClientState.UNKNOWN
    return state
