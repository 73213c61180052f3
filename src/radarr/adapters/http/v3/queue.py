"""`/api/v3/queue`."""

from collections.abc import Callable
from datetime import timedelta
from math import inf

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.paging import cut, wanted
from radarr.adapters.http.v3.quality import Language, QualityModel, languages, quality_model
from radarr.adapters.http.wire import Shape, answer, flag, instant
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


def _eta(item: QueueItem) -> float:
    seconds = item.download.eta_seconds
    return inf if seconds is None else seconds


_SORT: dict[str, Callable[[QueueItem], object]] = {
    "timeleft": _eta,
    "added": lambda item: item.download.grab.created_at,
    "title": lambda item: item.download.grab.release.title.casefold(),
    "movies.sortTitle": lambda item: str(item.movie).casefold() if item.movie else "",
    "size": lambda item: item.download.size,
    "progress": lambda item: item.download.progress,
    "indexer": lambda item: item.download.grab.release.indexer.casefold(),
}


async def page(request: web.Request) -> web.Response:
    """A page, the soonest first where nothing else is asked for."""
    asked = wanted(request, tuple(_SORT), ascending=True)
    context = context_of(request)
    items = (await context.driving.show_queue.execute()).items
    return answer(asked.envelope(len(items), [queue_shape(item, context) for item in cut(items, asked, _SORT)]))


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
        action = QueueAction(request.match_info["action"].lower())
    except ValueError:
        raise Refused(
            f"a download cannot be told to {request.match_info['action']!r}",
            remedy=f"known are {', '.join(QueueAction)}",
        ) from None
    download = await context_of(request).driving.manage_download.execute(int(request.match_info["id"]), action)
    return answer({"id": download.id, "state": download.state.value, "message": download.message})


ROUTES = [web.get("/api/v3/queue", page), web.delete(r"/api/v3/queue/{id:\d+}", remove)]
