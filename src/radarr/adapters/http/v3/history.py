"""`/api/v3/history`."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.paging import wanted
from radarr.adapters.http.v3.quality import Language, QualityModel, language, named_quality
from radarr.adapters.http.wire import Shape, answer, instant, number
from radarr.domain.history import EventKind, HistoryEvent

_ALL = 100_000

_OURS = frozenset({EventKind.MOVIE_ADDED, EventKind.MOVIE_DELETED, EventKind.WAITING})
"""What Radarr has no event for. Its clients fail on a word that they do not know, so v3 says `unknown`."""


class HistoryShape(Shape, kw_only=True):
    """One event."""

    id: int
    movie_id: int
    source_title: str
    languages: list[Language]
    quality: QualityModel
    custom_format_score: int
    date: str | UnsetType
    download_id: str | UnsetType
    event_type: str
    data: dict[str, str]


def history_shape(event: HistoryEvent) -> HistoryShape:
    """An event; `downloadId` is the infohash in upper case, as Radarr writes it. `data.event` is our own name."""
    return HistoryShape(
        id=event.id,
        movie_id=event.movie_id,
        source_title=event.title,
        languages=[language("Unknown")],
        quality=named_quality(event.quality),
        custom_format_score=int(event.data.get("score", "0")),
        date=instant(event.at),
        download_id=event.infohash.upper() if event.infohash else UNSET,
        event_type="unknown" if event.kind in _OURS else event.kind.value,
        data={**event.data, "event": event.kind.value},
    )


async def page(request: web.Request) -> web.Response:
    """A page, newest first unless ascending is asked for; by date only."""
    asked = wanted(request, ("date",), ascending=False)
    movie_id = number(request, "movieId", 0) or None
    async with context_of(request).store.snapshot() as tx:
        total = await tx.history.count(movie_id=movie_id)
        start, end = asked.offset, min(asked.offset + asked.size, total)
        if asked.ascending:
            start, end = total - end, total - start
        limit = max(0, end - start)
        events = await tx.history.recent(limit, movie_id=movie_id, offset=start) if limit else ()
    records: list[object] = [history_shape(event) for event in events]
    return answer(asked.envelope(total, records[::-1] if asked.ascending else records))


async def of_movie(request: web.Request) -> web.Response:
    """All of one film, newest first."""
    async with context_of(request).store.snapshot() as tx:
        events = await tx.history.recent(_ALL, movie_id=number(request, "movieId", 0))
    return answer([history_shape(event) for event in events])


ROUTES = [web.get("/api/v3/history", page), web.get("/api/v3/history/movie", of_movie)]
