"""What an event makes of a download, what a client's report does, and when patience ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from radarr.domain.download import Download
from radarr.domain.states.download import TRANSITIONS, DownloadEvent, DownloadState
from radarr.domain.states.machine import advance

_MINUTE = 60
_NOTEWORTHY = 0.05  # of progress: what is less is not worth a write to the disk


class Report(NamedTuple):
    """What the client says, its own state as an event of ours."""

    event: DownloadEvent
    client_id: str
    progress: float
    size: int
    left: int
    eta_seconds: int | None
    save_path: str
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, in seconds."""

    no_metadata: float = 7200
    stalled: float = 21600


def step(download: Download, event: DownloadEvent, now: datetime, **changes: Any) -> Download:  # noqa: ANN401
    """The download after an event, with further fields changed. Raises IllegalEvent."""
    state = advance(TRANSITIONS, download.state, event)
    since = download.state_since if state is download.state else now
    return replace(download, state=state, state_since=since, **changes)


def observe(download: Download, report: Report, now: datetime) -> Download:
    """The download after a report. Progress starts the patience anew."""
    moved = report.progress > download.progress or download.progressed_at is None
    after = step(
        download,
        report.event,
        now,
        client_id=report.client_id,
        progress=report.progress,
        size=report.size if report.size > 0 else download.size,
        left=report.left,
        eta_seconds=report.eta_seconds,
        progressed_at=now if moved else download.progressed_at,
        save_path=report.save_path or download.save_path,
    )
    if report.message:
        return replace(after, message=report.message)
    if after.state is download.state:
        return after
    return replace(after, message="", attempts=0, next_attempt_at=None)


def noteworthy(before: Download, after: Download) -> bool:
    """Whether the difference is worth a write: a new state, a new message, or a good piece of progress."""
    return (
        (before.state, before.client_id, before.save_path, before.message, before.size)
        != (after.state, after.client_id, after.save_path, after.message, after.size)
        or after.progress - before.progress >= _NOTEWORTHY
        or after.progress < before.progress
    )


def given_up(download: Download, patience: Patience, now: datetime) -> str:
    """Why this download has failed; empty while there is hope."""
    still = now - (download.progressed_at or download.state_since)
    match download.state:
        case DownloadState.METADATA if still >= timedelta(seconds=patience.no_metadata):
            return f"no metadata after {_span(still)}: the magnet has no living source"
        case DownloadState.STALLED | DownloadState.DOWNLOADING if still >= timedelta(seconds=patience.stalled):
            return f"no progress for {_span(still)}"
        case _:
            return ""


def _span(span: timedelta) -> str:
    seconds = int(span.total_seconds())
    if seconds < _MINUTE:
        return f"{seconds} s"
    hours, minutes = divmod(seconds // _MINUTE, _MINUTE)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
