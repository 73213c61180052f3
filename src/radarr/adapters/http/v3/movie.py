"""`/api/v3/movie`: the library as Radarr shows it, which is the slot `main` of every film."""

from collections.abc import AsyncIterator

from aiohttp import web

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.streaming import listed
from radarr.adapters.http.v3.movie_shape import NO_SUMMARY, MovieShape, movie_shape
from radarr.adapters.http.wire import Body, Id, Invalid, answer, flag, number, read
from radarr.domain.movie import Movie, RootFolder
from radarr.ports.driving.movies import MovieChange, NewMovie
from radarr.ports.errors import Conflict, Gone, Refused
from radarr.ports.store import Transaction

_PAGE = 100  # films read at a time, a few milliseconds of everybody's patience


class AddOptions(Body, kw_only=True):
    """What to do with a new film."""

    search_for_movie: bool = False


class MovieBody(Body, kw_only=True):
    """What a client sends of a film; the rest of a whole resource is ignored."""

    id: Id = 0
    tmdb_id: Id = 0
    imdb_id: str | None = None
    title: str | None = None
    year: Id = 0
    runtime: Id = 0
    original_language: dict[str, object] | None = None
    quality_profile_id: Id = 0
    root_folder_path: str | None = None
    monitored: bool | None = None
    add_options: AddOptions | None = None


async def every(request: web.Request) -> web.StreamResponse:
    """All films, or the one of `tmdbId`."""
    context = context_of(request)
    if not (tmdb_id := number(request, "tmdbId", 0)):
        return await listed(request, _pages(context))
    async with context.store.snapshot() as tx:
        movie = await tx.movies.by_tmdb(tmdb_id)
        if movie is None:
            return answer([])
        return answer([await _shape(tx, movie, context)])


async def _pages(context: Context) -> AsyncIterator[list[MovieShape]]:
    """Each in a snapshot of its own: nobody knows how long a client takes to read."""
    after = 0
    roots: dict[int, RootFolder] = {}
    while True:
        async with context.store.snapshot() as tx:
            movies = await tx.movies.page(after, _PAGE)
            known = await tx.metadata.summaries([movie.id for movie in movies])
            if any(slot.root_id not in roots for movie in movies for slot in movie.slots):
                roots = {root.id: root for root in await tx.roots.all()}
        if not movies:
            return
        yield [movie_shape(movie, context, roots, known.get(movie.id, NO_SUMMARY)) for movie in movies]
        after = movies[-1].id


async def one(request: web.Request) -> web.Response:
    """One film."""
    return await _shown(context_of(request), int(request.match_info["id"]))


async def _shown(context: Context, movie_id: int, status: int = 200) -> web.Response:
    async with context.store.snapshot() as tx:
        movie = await tx.movies.get(movie_id)
        if movie is None:
            raise Gone(f"there is no film {movie_id}")
        return answer(await _shape(tx, movie, context), status)


async def _shape(tx: Transaction, movie: Movie, context: Context) -> MovieShape:
    roots = {root.id: root for root in await tx.roots.all()}
    known = await tx.metadata.summaries((movie.id,))
    return movie_shape(movie, context, roots, known.get(movie.id, NO_SUMMARY))


async def add(request: web.Request) -> web.Response:
    """A new film."""
    context = context_of(request)
    body = await read(request, MovieBody)
    if not (body.tmdb_id or body.imdb_id):
        raise Invalid("TmdbId", "A film needs a TMDB or an IMDb id")
    wanted = _new_movie(body, context)
    try:
        movie = await context.driving.add_movie.execute(wanted)
    except Conflict as error:  # companion programs look for this very sentence
        raise Invalid("TmdbId", "This movie has already been added", code="MovieExistsValidator") from error
    except Gone as error:
        raise Invalid("TmdbId", error.message, remedy=error.remedy) from error
    except Refused as error:
        # id and profile are right by now: what is left to be wrong is where it shall lie
        raise Invalid("RootFolderPath", error.message, remedy=error.remedy) from error
    response = await _shown(context, movie.id, 201)
    response.headers["Location"] = f"{context.url_base}/api/v3/movie/{movie.id}"
    return response


def _new_movie(body: MovieBody, context: Context) -> NewMovie:
    return NewMovie(
        tmdb_id=body.tmdb_id or None,
        imdb_id=body.imdb_id or None,
        title=body.title or "",
        year=body.year,
        runtime=body.runtime,
        original_language=str((body.original_language or {}).get("name", "")),
        profile=_profile(context, body.quality_profile_id),
        root=body.root_folder_path or "",
        monitored=body.monitored is not False,
        search=bool(body.add_options and body.add_options.search_for_movie),
    )


async def change(request: web.Request) -> web.Response:
    """A changed film; the id stands in the path or in the body."""
    context = context_of(request)
    body = await read(request, MovieBody)
    movie = await context.driving.change_movie.execute(
        MovieChange(
            movie_id=int(request.match_info.get("id", body.id)),
            monitored=body.monitored,
            profile=_profile(context, body.quality_profile_id) or None,
            root=body.root_folder_path or None,
        )
    )
    return await _shown(context, movie.id, 202)


async def remove(request: web.Request) -> web.Response:
    """Out of the library."""
    delete_files = flag(request, "deleteFiles", default=False)
    await context_of(request).driving.remove_movie.execute(int(request.match_info["id"]), delete_files=delete_files)
    return answer({})


def _profile(context: Context, profile_id: int) -> str:
    name = context.profile_name(profile_id)
    if profile_id and not name:
        raise Invalid(
            "QualityProfileId",
            f"there is no quality profile {profile_id}",
            remedy="GET /api/v3/qualityprofile lists them",
        )
    return name


ROUTES = [
    web.get("/api/v3/movie", every),
    web.post("/api/v3/movie", add),
    web.put("/api/v3/movie", change),
    web.get(r"/api/v3/movie/{id:\d+}", one),
    web.put(r"/api/v3/movie/{id:\d+}", change),
    web.delete(r"/api/v3/movie/{id:\d+}", remove),
]
