"""`/api/v3/blocklist`."""

from aiohttp import web
from msgspec import UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.v3.quality import QualityModel, named_quality
from radarr.adapters.http.wire import Page, Shape, answer, instant, number
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


async def page(request: web.Request) -> web.Response:
    """A page, newest first."""
    wanted, size = max(1, number(request, "page", 1)), max(1, number(request, "pageSize", 10))
    async with context_of(request).store.snapshot() as tx:
        entries = await tx.blocklist.all()
    shown = entries[(wanted - 1) * size : wanted * size]
    return answer(
        Page(
            page=wanted,
            page_size=size,
            sort_key="date",
            sort_direction="descending",
            total_records=len(entries),
            records=[blocklist_shape(entry) for entry in shown],
        )
    )


async def remove(request: web.Request) -> web.Response:
    """Off the list."""
    entry_id = int(request.match_info["id"])
    async with context_of(request).store.transaction() as tx:
        if not await tx.blocklist.remove(entry_id):
            raise Gone(f"there is no blocklist entry {entry_id}")
    return answer({})


ROUTES = [web.get("/api/v3/blocklist", page), web.delete(r"/api/v3/blocklist/{id:\d+}", remove)]
