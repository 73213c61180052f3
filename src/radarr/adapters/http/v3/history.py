"""`/api/v3/history`."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.v3.quality import Language, QualityModel, language, named_quality
from radarr.adapters.http.wire import Page, Shape, answer, instant, number
from radarr.domain.history import HistoryEvent

_LARGEST_PAGE = 5000


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
    """An event; `downloadId` is the infohash in upper case, as Radarr writes it."""
    return HistoryShape(
        id=event.id,
        movie_id=event.movie_id,
        source_title=event.title,
        languages=[language("Unknown")],
        quality=named_quality(event.quality),
        custom_format_score=int(event.data.get("score", "0")),
        date=instant(event.at),
        download_id=event.infohash.upper() if event.infohash else UNSET,
        event_type=event.kind.value,
        data=event.data,
    )


async def page(request: web.Request) -> web.Response:
    """A page, newest first."""
    wanted, size = max(1, number(request, "page", 1)), max(1, number(request, "pageSize", 10))
    movie_id = number(request, "movieId", 0) or None
    async with context_of(request).store.snapshot() as tx:
        limit = min(size, _LARGEST_PAGE)
        events = await tx.history.recent(limit, movie_id=movie_id, offset=(wanted - 1) * size)
        total = await tx.history.count(movie_id=movie_id)
    return answer(
        Page(
            page=wanted,
            page_size=size,
            sort_key="date",
            sort_direction="descending",
            total_records=total,
            records=[history_shape(event) for event in events],
        )
    )


async def of_movie(request: web.Request) -> web.Response:
    """All of one film, newest first."""
    async with context_of(request).store.snapshot() as tx:
        events = await tx.history.recent(_LARGEST_PAGE, movie_id=number(request, "movieId", 0))
    return answer([history_shape(event) for event in events])


ROUTES = [web.get("/api/v3/history", page), web.get("/api/v3/history/movie", of_movie)]
