"""`/api/daemon/v1/events`: what happens, as it happens.

`after=ID` gives what came later, oldest first; without it, the newest. `wait=SECONDS` holds an answer that would be
empty until there is news, at most a minute. Waiting costs one sleeping task; nothing is asked until a change was kept.
"""

from collections.abc import Sequence
from functools import partial
from typing import TypedDict

import anyio
from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.daemon.news import NEWS
from radarr.adapters.http.wire import Shape, answer, given, instant, number, text
from radarr.domain.history import EventKind, HistoryEvent
from radarr.ports.errors import Refused
from radarr.ports.store import Transaction

_LONGEST = 60  # seconds
_MOST = 1000

_WORDS = {
    EventKind.GRABBED: "grabbed",
    EventKind.IMPORTED: "imported",
    EventKind.FAILED: "failed",
    EventKind.IGNORED: "ignored",
    EventKind.FILE_DELETED: "file deleted",
    EventKind.FILE_RENAMED: "renamed",
    EventKind.MOVIE_ADDED: "added",
    EventKind.MOVIE_DELETED: "removed",
    EventKind.WAITING: "waiting",
}
_NAMED = frozenset({EventKind.MOVIE_ADDED, EventKind.MOVIE_DELETED})
"""Their title is the film's."""


class EventShape(Shape, kw_only=True):
    """One thing that happened. `movie` is left out where the film is no longer known; `why` may be empty."""

    id: int
    at: str | UnsetType
    event: str
    movie_id: int
    movie: str | UnsetType
    slot: str | UnsetType
    title: str
    quality: str
    why: str
    queue_id: int | UnsetType
    info_hash: str | UnsetType


class Page(TypedDict):
    """Events, oldest first, and the id of the last one."""

    events: list[EventShape]
    last: int


async def events(request: web.Request) -> web.Response:
    """`last` is where to go on from: the next `after`."""
    news, limit = request.app[NEWS], _limit(request)
    if not text(request, "after"):
        return answer(await news.seen(context_of(request).store, limit, partial(_latest, limit)))
    after, wait = number(request, "after", 0), min(number(request, "wait", 0), _LONGEST)
    if wait > 0:
        with anyio.move_on_after(wait):
            await news.wait(request, after)
    store = context_of(request).store
    page = await news.seen(store, (after, limit), partial(_later, after, limit))
    if page["events"]:
        return answer(page)
    # a newest event that is earlier than asked for tells that the database was put back
    return answer({"events": [], "last": min(after, await news.newest(store))})


async def _latest(limit: int, tx: Transaction) -> Page:
    return await _page(tx, (await tx.history.recent(limit))[::-1])


async def _later(after: int, limit: int, tx: Transaction) -> Page:
    return await _page(tx, await tx.history.since(after, limit))


def _limit(request: web.Request) -> int:
    limit = number(request, "limit", 50)
    if not 1 <= limit <= _MOST:
        raise Refused(f"limit must be 1 to {_MOST}")
    return limit


async def _page(tx: Transaction, found: Sequence[HistoryEvent]) -> Page:
    movies = {event.movie_id: await tx.movies.get(event.movie_id) for event in found}
    names = {event.movie_id: event.title for event in found if event.kind in _NAMED}  # one that is removed, too
    names |= {movie.id: str(movie) for movie in movies.values() if movie}
    slots = {slot.id: slot.name for movie in movies.values() if movie for slot in movie.slots}
    return {"events": [_shape(event, names, slots) for event in found], "last": found[-1].id if found else 0}


def _shape(event: HistoryEvent, names: dict[int, str], slots: dict[int, str]) -> EventShape:
    upgraded = event.kind is EventKind.IMPORTED and event.data.get("replaced")
    return EventShape(
        id=event.id,
        at=instant(event.at),
        event="upgraded" if upgraded else _WORDS[event.kind],
        movie_id=event.movie_id,
        movie=given(names.get(event.movie_id)),
        slot=given(slots.get(event.slot_id or 0)),
        title=event.title,
        quality=event.quality,
        why=_why(event),
        queue_id=given(event.download_id),
        info_hash=event.infohash.upper() if event.infohash else UNSET,
    )


def _why(event: HistoryEvent) -> str:
    """The reason, or where it came from or went to."""
    data = event.data
    match event.kind:
        case EventKind.GRABBED:
            formats = f" ({data['formats']})" if data.get("formats") else ""
            return f"{event.quality} from {data.get('indexer') or 'a person'}, score {data.get('score', '0')}{formats}"
        case EventKind.IMPORTED:
            replaced = f", replacing {data['replaced']}" if data.get("replaced") else ""
            return f"{data.get('transfer') or 'moved'} to {data.get('importedPath', '')}{replaced}"
        case _:
            return data.get("message", "")


ROUTES = [web.get("/api/daemon/v1/events", events)]
