"""What an event makes of a download, what a client's report does, and when patience ends."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from radarr.domain.download import Download
from radarr.domain.states.download import TRANSITIONS, DownloadEvent, DownloadState
from radarr.domain.states.machine import advance
from radarr.domain.torrent.infohash import Infohash

_MINUTE = 60
_NOTEWORTHY = 0.05  # of progress: what is less is not worth a write to the disk, save now and then
_NOW_AND_THEN = timedelta(minutes=10)
_EXPECTED_TO_MOVE = frozenset({DownloadState.METADATA, DownloadState.DOWNLOADING, DownloadState.STALLED})


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
    infohash: Infohash = Infohash()
    """What the client knows of it: a hybrid's other half comes with its metadata."""


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
    """The download after a report.

    Progress starts the patience anew, and so does the end of what it could not help: a queue, a pause, a check.
    """
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
        grab=replace(download.grab, infohash=_completed(download.grab.infohash, report.infohash)),
    )
    if after.state in _EXPECTED_TO_MOVE and (download.state not in _EXPECTED_TO_MOVE or _has_metadata(download, after)):
        after = replace(after, progressed_at=now)
    if report.message:
        return replace(after, message=report.message)
    if after.state is download.state:
        return after
    return replace(after, message="", attempts=0, next_attempt_at=None)


def look_again(download: Download, now: datetime) -> Download:
    """The download when it is seen for the first time since the client or we were away: nobody was there to wait."""
    return replace(download, progressed_at=now) if download.state in _EXPECTED_TO_MOVE else download


def _has_metadata(before: Download, after: Download) -> bool:
    return before.state is DownloadState.METADATA and after.state is not DownloadState.METADATA


def _completed(known: Infohash, told: Infohash) -> Infohash:
    """With the half that was unknown; what contradicts the known half is another torrent's."""
    same = (known.v1 and known.v1 == told.v1) or (known.v2 and known.v2 == told.v2)
    return Infohash(known.v1 or told.v1, known.v2 or told.v2) if same else known


def noteworthy(before: Download, after: Download) -> bool:
    """Whether the difference is worth a write.

    A new state, a new message, a good piece of progress; a little of it too when the last is long ago, since a
    download that stops there must be seen to have stopped.
    """
    return (
        (before.state, before.client_id, before.save_path, before.message, before.size, before.grab.infohash)
        != (after.state, after.client_id, after.save_path, after.message, after.size, after.grab.infohash)
        or after.progress - before.progress >= _NOTEWORTHY
        or after.progress < before.progress
        or _long_since(before.progressed_at, after.progressed_at)
    )


def _long_since(before: datetime | None, after: datetime | None) -> bool:
    return before is None or (after is not None and abs(after - before) >= _NOW_AND_THEN)


def given_up(download: Download, patience: Patience, now: datetime) -> str:
    """Why this download has failed; empty while there is hope."""
    still = now - (download.progressed_at or download.state_since)
    match download.state:
        case DownloadState.METADATA if still >= timedelta(seconds=patience.no_metadata):
            return f"no metadata for {_span(patience.no_metadata)}: the magnet has no living source"
        case DownloadState.STALLED | DownloadState.DOWNLOADING if still >= timedelta(seconds=patience.stalled):
            return f"no progress for {_span(patience.stalled)}"
        case _:
            return ""


def _span(span: float) -> str:
    seconds = int(span)
    if seconds < _MINUTE:
        return f"{seconds} s"
    hours, minutes = divmod(seconds // _MINUTE, _MINUTE)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
