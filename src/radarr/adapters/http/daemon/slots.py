"""`/api/v3/movie/{id}/slots` and what adds to them."""

import posixpath
from datetime import datetime
from typing import Annotated

import msgspec
from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Body, Id, Shape, answer, flag, given, read, text
from radarr.ports.driving.movies import Limits, MovieChange, NewMovie
from radarr.ports.errors import Gone


class SlotShape(Shape, kw_only=True):
    """One version of a film."""

    id: int
    name: str
    profile: str
    root: str
    monitored: bool
    edition: str | UnsetType
    max_size: int | UnsetType
    max_size_per_minute: int | UnsetType
    path: str | UnsetType
    size: int | UnsetType
    quality: str | UnsetType
    searches: int | UnsetType
    next_search: datetime | UnsetType


Bytes = Annotated[int, msgspec.Meta(ge=0, le=2**62)]


class SlotBody(Body, kw_only=True):
    """What to change of a slot; one that the film has not got is added. "" and 0 take a limit away."""

    monitored: bool | None = None
    profile: str | None = None
    root: str | None = None
    edition: str | None = None
    max_size: Bytes | None = None
    max_size_per_minute: Bytes | None = None


class NewMovieBody(Body, kw_only=True):
    """A film to add, with everything that the command line may say."""

    tmdb_id: Id | None = None
    imdb_id: str | None = None
    title: str = ""
    year: Id = 0
    runtime: Id = 0
    original_language: str = ""
    profile: str = ""
    root: str = ""
    slots: tuple[str, ...] = ("main",)
    edition: str | None = None
    max_size: Bytes | None = None
    max_size_per_minute: Bytes | None = None
    monitored: bool = True
    search: bool = False


async def add(request: web.Request) -> web.Response:
    """A new film."""
    body = await read(request, NewMovieBody)
    movie = await context_of(request).driving.add_movie.execute(
        NewMovie(
            tmdb_id=body.tmdb_id,
            imdb_id=body.imdb_id,
            title=body.title,
            year=body.year,
            runtime=body.runtime,
            original_language=body.original_language,
            profile=body.profile,
            root=body.root,
            slots=body.slots,
            limits=Limits(body.edition, body.max_size, body.max_size_per_minute),
            monitored=body.monitored,
            search=body.search,
        )
    )
    return answer({"id": movie.id, "title": movie.title, "year": movie.year, "tmdbId": movie.tmdb_id}, 201)


async def show(request: web.Request) -> web.Response:
    """All slots of a film."""
    return await _shown(request)


async def change(request: web.Request) -> web.Response:
    """Add or change a slot."""
    body = await read(request, SlotBody)
    await context_of(request).driving.change_movie.execute(
        MovieChange(
            movie_id=int(request.match_info["id"]),
            slot=request.match_info["slot"],
            monitored=body.monitored,
            profile=body.profile,
            root=body.root,
            limits=Limits(body.edition, body.max_size, body.max_size_per_minute),
        )
    )
    return await _shown(request, 202)


async def remove(request: web.Request) -> web.Response:
    """Take a slot away; deleteFile says what becomes of its file."""
    said = text(request, "deleteFile")
    await context_of(request).driving.remove_slot.execute(
        int(request.match_info["id"]),
        request.match_info["slot"],
        delete_file=flag(request, "deleteFile", default=False) if said else None,
    )
    return await _shown(request)


async def _shown(request: web.Request, status: int = 200) -> web.Response:
    movie_id = int(request.match_info["id"])
    async with context_of(request).store.snapshot() as tx:
        movie = await tx.movies.get(movie_id)
        roots = {root.id: root.path for root in await tx.roots.all()}
    if movie is None:
        raise Gone(f"there is no film {movie_id}")
    planned = {one.slot_id: one for one in await context_of(request).driving.plan_searches.execute(movie_id)}
    return answer(
        [
            SlotShape(
                id=slot.id,
                name=slot.name,
                profile=slot.profile,
                root=roots.get(slot.root_id, ""),
                monitored=slot.monitored,
                edition=slot.edition or UNSET,
                max_size=given(slot.max_size),
                max_size_per_minute=given(slot.max_size_per_minute),
                path=posixpath.join(roots.get(slot.root_id, ""), slot.file.path) if slot.file else UNSET,
                size=given(slot.file.size if slot.file else None),
                quality=given(slot.file.quality.name if slot.file else None),
                searches=planned[slot.id].searches if slot.id in planned else UNSET,
                next_search=planned[slot.id].at if slot.id in planned else UNSET,
            )
            for slot in movie.slots
        ],
        status,
    )


ROUTES = [
    web.post("/api/daemon/v1/movie", add),
    web.get(r"/api/v3/movie/{id:\d+}/slots", show),
    web.put(r"/api/v3/movie/{id:\d+}/slots/{slot}", change),
    web.delete(r"/api/v3/movie/{id:\d+}/slots/{slot}", remove),
]
