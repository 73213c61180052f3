"""`/api/v3/queue`."""

from datetime import timedelta

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.v3.quality import Language, QualityModel, languages, quality_model
from radarr.adapters.http.wire import Page, Shape, answer, flag, instant, number, text
from radarr.domain.states.download import tracked
from radarr.ports.driving.queue import QueueAction, QueueItem
from radarr.ports.errors import Refused


class StatusMessage(Shape, kw_only=True):
    """Why something waits."""

    title: str
    messages: list[str]


class QueueShape(Shape, kw_only=True):
    """One download."""

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
    added: str | UnsetType
    status: str
    tracked_download_status: str
    tracked_download_state: str
    status_messages: list[StatusMessage]
    error_message: str | UnsetType
    download_id: str
    protocol: str = "torrent"
    download_client: str = "qBittorrent"
    download_client_has_post_import_category: bool = False
    indexer: str
    output_path: str | UnsetType


def queue_shape(item: QueueItem) -> QueueShape:
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
        custom_formats=[{"id": 0, "name": name} for name in grab.formats],
        custom_format_score=grab.score,
        size=download.size,
        title=grab.release.title,
        sizeleft=download.left,
        timeleft=_span(download.eta_seconds),
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


def _span(seconds: int | None) -> str | UnsetType:
    if seconds is None:
        return UNSET
    days, rest = divmod(timedelta(seconds=seconds), timedelta(days=1))
    clock = f"{rest.seconds // 3600:02}:{rest.seconds // 60 % 60:02}:{rest.seconds % 60:02}"
    return f"{days}.{clock}" if days else clock


async def page(request: web.Request) -> web.Response:
    """A page, oldest first."""
    wanted, size = max(1, number(request, "page", 1)), max(1, number(request, "pageSize", 10))
    view = await context_of(request).driving.show_queue.execute()
    shown = view.items[(wanted - 1) * size : wanted * size]
    return answer(
        Page(
            page=wanted,
            page_size=size,
            sort_key=text(request, "sortKey") or "timeleft",
            sort_direction="ascending",
            total_records=len(view.items),
            records=[queue_shape(item) for item in shown],
        )
    )


async def remove(request: web.Request) -> web.Response:
    """Out of the queue; with the torrent and its data unless the caller says otherwise."""
    await context_of(request).driving.manage_download.execute(
        int(request.match_info["id"]),
        QueueAction.REMOVE,
        remove_from_client=flag(request, "removeFromClient", default=True),
        blocklist=flag(request, "blocklist", default=False),
        search_again=not flag(request, "skipRedownload", default=False),
    )
    return answer({})


async def act(request: web.Request) -> web.Response:
    """What Radarr's API has no word for: pause, resume, retry, fail."""
    try:
        action = QueueAction(request.match_info["action"])
    except ValueError:
        raise Refused(
            f"a download cannot be told to {request.match_info['action']!r}",
            remedy=f"known are {', '.join(QueueAction)}",
        ) from None
    download = await context_of(request).driving.manage_download.execute(int(request.match_info["id"]), action)
    return answer({"id": download.id, "state": download.state.value, "message": download.message})


ROUTES = [web.get("/api/v3/queue", page), web.delete(r"/api/v3/queue/{id:\d+}", remove)]
