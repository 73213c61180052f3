"""`/api/v3/queue`."""

from collections.abc import Callable
from datetime import datetime
from math import inf
from operator import attrgetter
from typing import NamedTuple

from aiohttp import web

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.paging import cut, wanted
from radarr.adapters.http.v3 import waiting
from radarr.adapters.http.v3.queue_shape import QueueShape, queue_shape
from radarr.adapters.http.v3.waiting import FIRST_ID, waiting_shape
from radarr.adapters.http.wire import answer, flag
from radarr.ports.driving.queue import QueueAction, QueueItem, WaitingItem
from radarr.ports.errors import Refused


class _Entry(NamedTuple):
    """What a list of the queue can be sorted by, and what it shows."""

    timeleft: float
    added: datetime
    title: str
    film: str
    size: int
    progress: float
    indexer: str
    shape: QueueShape


def _download(item: QueueItem, context: Context) -> _Entry:
    download, release = item.download, item.download.grab.release
    return _Entry(
        inf if download.eta_seconds is None else download.eta_seconds,
        download.grab.created_at,
        release.title.casefold(),
        str(item.movie).casefold() if item.movie else "",
        download.size,
        download.progress,
        release.indexer.casefold(),
        queue_shape(item, context),
    )


def _waits(item: WaitingItem, context: Context) -> _Entry:
    pending, release = item.pending, item.pending.release
    return _Entry(
        (pending.due_at - context.clock.now()).total_seconds(),
        pending.since,
        release.title.casefold(),
        str(item.movie).casefold(),
        release.size,
        0.0,
        release.indexer.casefold(),
        waiting_shape(item, context),
    )


_SORT: dict[str, Callable[[_Entry], object]] = {
    "timeleft": attrgetter("timeleft"),
    "added": attrgetter("added"),
    "title": attrgetter("title"),
    "movies.sortTitle": attrgetter("film"),
    "size": attrgetter("size"),
    "progress": attrgetter("progress"),
    "indexer": attrgetter("indexer"),
}


async def page(request: web.Request) -> web.Response:
    """A page, the soonest first where nothing else is asked for."""
    asked = wanted(request, tuple(_SORT), ascending=True)
    context = context_of(request)
    view = await context.driving.show_queue.execute()
    entries = [_download(item, context) for item in view.items] + [_waits(item, context) for item in view.waiting]
    return answer(asked.envelope(len(entries), [entry.shape for entry in cut(entries, asked, _SORT)]))


async def remove(request: web.Request) -> web.Response:
    """Out of the queue; with the torrent and its data unless the caller says otherwise."""
    driving, queue_id = context_of(request).driving, int(request.match_info["id"])
    if queue_id >= FIRST_ID:
        blocklist = flag(request, "blocklist", default=False)
        await driving.manage_waiting.remove(queue_id - FIRST_ID, blocklist=blocklist)
        return answer({})
    await driving.manage_download.execute(
        queue_id,
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


ROUTES = [
    web.get("/api/v3/queue", page),
    web.delete(r"/api/v3/queue/{id:\d+}", remove),
    *waiting.ROUTES,
]
