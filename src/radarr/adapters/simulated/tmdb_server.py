"""A loopback server that speaks TMDB's API, version 3."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Final

import anyio
from aiohttp import web

from radarr.adapters.simulated.tmdb_shapes import extras, thin, whole
from radarr.domain.titles import clean_title
from radarr.ports.metadata import MovieDetails

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_APPENDED = 20
_CODES = {400: 22, 401: 7, 404: 34, 422: 5, 429: 25, 500: 11, 503: 9, 504: 24}
"""TMDB's own number of each error."""
_LISTS = ("movie_results", "person_results", "tv_results", "tv_episode_results", "tv_season_results")


@dataclass(slots=True, kw_only=True)
class SimulatedTmdb:
    """The server's state.

    - `series` are IMDb ids of series.
    - `failure` is a status for every call while it is set; `failures` those of the next calls, 200 for none.
    - `documents` are given as they are, by path: status, content type, body.
    - `retry_after` goes with every 429 where it is not "".
    - `paths` are those of all requests, in order, and `moments` when they came, by `time`, in seconds.
    """

    api_key: str
    movies: dict[int, MovieDetails]
    url: str = ""
    series: set[str] = field(default_factory=set)
    failure: int = 0
    failures: list[int] = field(default_factory=list)
    documents: dict[str, tuple[int, str, bytes]] = field(default_factory=dict)
    retry_after: str = "4"
    paths: list[str] = field(default_factory=list)
    moments: list[float] = field(default_factory=list)
    time: Callable[[], float] = monotonic


STATE: Final = web.AppKey("state", SimulatedTmdb)


@asynccontextmanager
async def tmdb_server(
    movies: Iterable[MovieDetails] = (), *, api_key: str = "simulated-tmdb-key", port: int = 0
) -> AsyncIterator[SimulatedTmdb]:
    """A TMDB that knows these films."""
    state = SimulatedTmdb(api_key=api_key, movies={movie.tmdb_id: movie for movie in movies})
    app = web.Application(middlewares=[_door])
    app[STATE] = state
    app.router.add_get("/3/authentication", _authentication)
    app.router.add_get("/3/search/movie", _search)
    app.router.add_get("/3/movie/{id}", _movie)
    app.router.add_get("/3/find/{id}", _find)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        state.url = f"http://127.0.0.1:{runner.addresses[0][1]}/3"
        yield state
    finally:
        with anyio.CancelScope(shield=True):
            await runner.cleanup()


@web.middleware
async def _door(request: web.Request, handler: Handler) -> web.StreamResponse:
    state = request.app[STATE]
    state.paths.append(request.path.removeprefix("/3"))
    state.moments.append(state.time())
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if state.api_key not in {request.query.get("api_key"), bearer}:
        return _error(401, 7, "Invalid API key: You must be granted a valid key.")
    failure = state.failures.pop(0) if state.failures else state.failure
    if failure not in {0, 200}:
        return _failed(failure, state.retry_after)
    if document := state.documents.get(request.path.removeprefix("/3")):
        status, kind, body = document
        return web.Response(status=status, content_type=kind, body=body, headers=_wait(status, state.retry_after))
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return _error(404, 34, "The resource you requested could not be found.")


async def _authentication(_request: web.Request) -> web.Response:
    return web.json_response({"success": True, "status_code": 1, "status_message": "Success."})


async def _movie(request: web.Request) -> web.Response:
    number = request.match_info["id"]
    if not number.isdecimal():
        return _error(404, 6, "Invalid id: The pre-requisite id is invalid or not found.")
    movie = request.app[STATE].movies.get(int(number))
    if movie is None:
        return _error(404, 34, "The resource you requested could not be found.")
    asked = request.query.get("append_to_response", "").split(",")
    if len(asked) > _APPENDED:
        return _error(400, 27, "Too many append to response objects: The maximum number of remote calls is 20.")
    known = extras(movie)
    return web.json_response({**whole(movie), **{name: known[name] for name in asked if name in known}})


async def _find(request: web.Request) -> web.Response:
    state, wanted = request.app[STATE], request.match_info["id"]
    lists: dict[str, list[Any]] = {name: [] for name in _LISTS}
    lists["movie_results"] = [thin(movie) for movie in state.movies.values() if movie.imdb_id == wanted]
    if wanted in state.series:
        lists["tv_results"] = [{"id": 1, "name": "A series", "media_type": "tv"}]
    return web.json_response(lists)


async def _search(request: web.Request) -> web.Response:
    if not request.query.get("query", "").strip():
        return _error(422, 5, "Invalid parameters: query must be provided.")
    wanted = clean_title(request.query["query"])
    year = request.query.get("primary_release_year")
    found = [
        thin(movie)
        for movie in request.app[STATE].movies.values()
        if any(wanted in clean_title(name) for name in (movie.title, movie.original_title, *movie.titles))
        and (not year or str(movie.year) == year)
    ]
    return web.json_response({"page": 1, "results": found, "total_pages": 1, "total_results": len(found)})


def _failed(status: int, retry_after: str) -> web.Response:
    if status == 502:  # noqa: PLR2004 (what stands before TMDB answers in HTML)
        return web.Response(text="<html><body>502</body></html>", status=502, content_type="text/html")
    return _error(status, _CODES.get(status, 11), "It fails.", _wait(status, retry_after))


def _wait(status: int, retry_after: str) -> dict[str, str]:
    return {"Retry-After": retry_after} if status == 429 and retry_after else {}  # noqa: PLR2004


def _error(status: int, code: int, message: str, headers: dict[str, str] | None = None) -> web.Response:
    document = {"success": False, "status_code": code, "status_message": re.sub(r"\s+", " ", message)}
    return web.json_response(document, status=status, headers=headers)
