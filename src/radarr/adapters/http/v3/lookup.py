"""`/api/v3/movie/lookup`: films that may be added, and those of the library with their ids."""

from aiohttp import web

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.v3.movie_shape import MovieShape, film_shape, movie_shape
from radarr.adapters.http.wire import answer, number, text
from radarr.domain.imdb import normalise_imdb
from radarr.domain.lookup import read_term
from radarr.ports.driving.movies import FoundMovie
from radarr.ports.errors import Gone


async def by_term(request: web.Request) -> web.Response:
    """By `term`: a title, with or without a year, `tmdb:603`, `imdb:tt0133093`, or the address of a film's page."""
    context = context_of(request)
    found = await context.driving.look_up_movie.execute(text(request, "term"))
    return answer(await _shapes(context, found))


async def by_tmdb(request: web.Request) -> web.Response:
    """The film of `tmdbId`."""
    return await _one(context_of(request), f"tmdb:{number(request, 'tmdbId', 0)}")


async def by_imdb(request: web.Request) -> web.Response:
    """The film of `imdbId`."""
    return await _one(context_of(request), f"imdb:{normalise_imdb(text(request, 'imdbId')) or 'unknown'}")


async def _one(context: Context, term: str) -> web.Response:
    asked = read_term(term)
    is_id = asked.tmdb_id is not None or asked.imdb_id is not None
    found = await context.driving.look_up_movie.execute(term) if is_id else ()
    if not found:
        raise Gone(f"there is no film {term}", remedy="look it up by its title")
    return answer((await _shapes(context, found[:1]))[0])


async def _shapes(context: Context, films: tuple[FoundMovie, ...]) -> list[MovieShape]:
    async with context.store.snapshot() as tx:
        roots = {root.id: root for root in await tx.roots.all()}
    return [
        movie_shape(film.movie, context, roots, film.summary)
        if film.movie.slots
        else film_shape(film.movie, context, film.summary)
        for film in films
    ]


ROUTES = [
    web.get("/api/v3/movie/lookup", by_term),
    web.get("/api/v3/movie/lookup/tmdb", by_tmdb),
    web.get("/api/v3/movie/lookup/imdb", by_imdb),
]
