"""A loopback server that speaks TMDB's API, version 3."""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

import anyio
from aiohttp import web

from radarr.domain.languages import by_name
from radarr.domain.titles import clean_title
from radarr.ports.metadata import MovieDetails

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_DIGITAL, _PHYSICAL, _THEATRICAL = 4, 5, 3
_LISTS = ("movie_results", "person_results", "tv_results", "tv_episode_results", "tv_season_results")


@dataclass(slots=True, kw_only=True)
class SimulatedTmdb:
    """The server's state. `series` are IMDb ids of series; `failure` is a status for every call while it is set.

    `paths` are those of all requests, in order.
    """

    api_key: str
    movies: dict[int, MovieDetails]
    url: str = ""
    series: set[str] = field(default_factory=set)
    failure: int = 0
    paths: list[str] = field(default_factory=list)


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
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if state.api_key not in {request.query.get("api_key"), bearer}:
        return _error(401, 7, "Invalid API key: You must be granted a valid key.")
    if state.failure == 502:  # noqa: PLR2004 (what stands before TMDB answers in HTML)
        return web.Response(text="<html><body>502</body></html>", status=502, content_type="text/html")
    if state.failure:
        return _error(state.failure, 11, "Internal error", {"Retry-After": "4"} if state.failure == 429 else None)  # noqa: PLR2004
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return _error(404, 34, "The resource you requested could not be found.")


async def _authentication(_request: web.Request) -> web.Response:
    return web.json_response({"success": True, "status_code": 1, "status_message": "Success."})


async def _movie(request: web.Request) -> web.Response:
    number = request.match_info["id"]
    movie = request.app[STATE].movies.get(int(number)) if number.isdecimal() else None
    if movie is None:
        return _error(404, 34, "The resource you requested could not be found.")
    extras = _extras(movie)
    asked = request.query.get("append_to_response", "").split(",")
    return web.json_response({**_whole(movie), **{name: extras[name] for name in asked if name in extras}})


async def _find(request: web.Request) -> web.Response:
    state, wanted = request.app[STATE], request.match_info["id"]
    lists: dict[str, list[Any]] = {name: [] for name in _LISTS}
    lists["movie_results"] = [_thin(movie) for movie in state.movies.values() if movie.imdb_id == wanted]
    if wanted in state.series:
        lists["tv_results"] = [{"id": 1, "name": "A series", "media_type": "tv"}]
    return web.json_response(lists)


async def _search(request: web.Request) -> web.Response:
    wanted = clean_title(request.query.get("query", ""))
    year = request.query.get("primary_release_year")
    found = [
        _thin(movie)
        for movie in request.app[STATE].movies.values()
        if any(wanted in clean_title(name) for name in (movie.title, movie.original_title, *movie.titles))
        and (not year or str(movie.year) == year)
    ]
    return web.json_response({"page": 1, "results": found, "total_pages": 1, "total_results": len(found)})


def _thin(movie: MovieDetails) -> dict[str, Any]:
    language = by_name(movie.original_language) if movie.original_language else None
    first = movie.in_cinemas or (date(movie.year, 1, 1) if movie.year else None)
    return {
        "adult": False,
        "id": movie.tmdb_id,
        "title": movie.title,
        "original_title": movie.original_title or movie.title,
        "original_language": language.code if language else "xx",
        "overview": movie.overview,
        "release_date": first.isoformat() if first else "",
    }


def _whole(movie: MovieDetails) -> dict[str, Any]:
    status = {"announced": "In Production", "tba": "Rumored", "released": "Released"}.get(movie.status.lower(), "")
    return {**_thin(movie), "imdb_id": movie.imdb_id, "runtime": movie.runtime, "status": status}


def _extras(movie: MovieDetails) -> dict[str, Any]:
    days = ((_THEATRICAL, movie.in_cinemas), (_DIGITAL, movie.digital_release), (_PHYSICAL, movie.physical_release))
    dates = [
        {"type": kind, "release_date": f"{day.isoformat()}T00:00:00.000Z", "note": ""} for kind, day in days if day
    ]
    return {
        "release_dates": {"results": [{"iso_3166_1": "US", "release_dates": dates}] if dates else []},
        "alternative_titles": {"titles": [{"iso_3166_1": "US", "title": title, "type": ""} for title in movie.titles]},
        "translations": {"translations": [{"iso_639_1": "de", "data": {"title": "", "overview": ""}}]},
        "external_ids": {"imdb_id": movie.imdb_id},
    }


def _error(status: int, code: int, message: str, headers: dict[str, str] | None = None) -> web.Response:
    document = {"success": False, "status_code": code, "status_message": re.sub(r"\s+", " ", message)}
    return web.json_response(document, status=status, headers=headers)
