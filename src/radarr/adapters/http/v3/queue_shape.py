"""What `/api/v3/queue` shows of a download."""

from datetime import timedelta

from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import Context
from radarr.adapters.http.v3.quality import Language, QualityModel, languages, quality_model
from radarr.adapters.http.wire import Shape, instant
from radarr.domain.states.download import tracked
from radarr.ports.driving.queue import QueueItem


class StatusMessage(Shape, kw_only=True):
    """Why something waits."""

    title: str
    messages: list[str]


class QueueShape(Shape, kw_only=True):
    """One download, or one release that waits."""

    id: int
    movie_id: int | UnsetType
    languages: list[Language]
    quality: QualityModel
    custom_formats: list[dict[str, object]]
    custom_format_score: int
    size: int
    title: str
    sizeleft: int
    timeleft: str | UnsetType
    estimated_completion_time: str | UnsetType = UNSET
    added: str | UnsetType
    status: str
    tracked_download_status: str | UnsetType
    tracked_download_state: str | UnsetType
    status_messages: list[StatusMessage]
    error_message: str | UnsetType
    download_id: str | UnsetType
    protocol: str = "torrent"
    download_client: str | UnsetType = "qBittorrent"
    download_client_has_post_import_category: bool = False
    indexer: str
    output_path: str | UnsetType


def queue_shape(item: QueueItem, context: Context) -> QueueShape:
    """A download in Radarr's words; sizes in bytes."""
    download = item.download
    grab = download.grab
    words = tracked(download.state, download.progress)
    messages = [StatusMessage(title=grab.release.title, messages=[download.message])] if download.message else []
    return QueueShape(
        id=download.id,
        movie_id=item.movie.id if item.movie else UNSET,
        languages=languages(grab.parsed.languages),
        quality=quality_model(grab.parsed.quality, grab.parsed.revision),
        custom_formats=context.format_refs(grab.formats),
        custom_format_score=grab.score,
        size=download.size,
        title=grab.release.title,
        sizeleft=download.left,
        timeleft=span(download.eta_seconds),
        added=instant(grab.created_at),
        status=words.queue,
        tracked_download_status="warning" if download.message and words.status == "ok" else words.status,
        tracked_download_state=words.state,
        status_messages=messages,
        error_message=download.message or UNSET,
        download_id=grab.infohash.key.upper(),
        indexer=grab.release.indexer,
        output_path=download.save_path or UNSET,
    )


def span(seconds: int | None) -> str | UnsetType:
    """As .NET writes it; left out where it is not known."""
    if seconds is None:
        return UNSET
    days, rest = divmod(timedelta(seconds=seconds), timedelta(days=1))
    clock = f"{rest.seconds // 3600:02}:{rest.seconds // 60 % 60:02}:{rest.seconds % 60:02}"
    return f"{days}.{clock}" if days else clock
