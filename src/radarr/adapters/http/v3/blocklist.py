"""`/api/v3/blocklist`."""

from collections.abc import Callable

from aiohttp import web
from msgspec import UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.paging import cut, wanted
from radarr.adapters.http.v3.quality import QualityModel, named_quality
from radarr.adapters.http.wire import Shape, answer, instant
from radarr.domain.history import BlocklistEntry
from radarr.ports.errors import Gone


class BlocklistShape(Shape, kw_only=True):
    """One blocked release."""

    id: int
    movie_id: int
    source_title: str
    languages: list[object] = []
    quality: QualityModel
    custom_formats: list[object] = []
    date: str | UnsetType
    protocol: str = "torrent"
    indexer: str
    message: str


def blocklist_shape(entry: BlocklistEntry) -> BlocklistShape:
    """An entry."""
    return BlocklistShape(
        id=entry.id,
        movie_id=entry.movie_id,
        source_title=entry.title,
        quality=named_quality(entry.quality),
        date=instant(entry.at),
        indexer=entry.indexer,
        message=entry.message,
    )


_SORT: dict[str, Callable[[BlocklistEntry], object]] = {
    "date": lambda entry: entry.at,
    "sourceTitle": lambda entry: entry.title.casefold(),
    "indexer": lambda entry: entry.indexer.casefold(),
}


async def page(request: web.Request) -> web.Response:
    """A page, newest first where nothing else is asked for."""
    asked = wanted(request, tuple(_SORT), ascending=False)
    async with context_of(request).store.snapshot() as tx:
        entries = await tx.blocklist.all()
    return answer(asked.envelope(len(entries), [blocklist_shape(entry) for entry in cut(entries, asked, _SORT)]))


async def remove(request: web.Request) -> web.Response:
    """Off the list."""
    entry_id = int(request.match_info["id"])
    async with context_of(request).store.transaction() as tx:
        if not await tx.blocklist.remove(entry_id):
            raise Gone(f"there is no blocklist entry {entry_id}")
    return answer({})


ROUTES = [web.get("/api/v3/blocklist", page), web.delete(r"/api/v3/blocklist/{id:\d+}", remove)]
