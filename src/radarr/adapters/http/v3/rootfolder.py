"""`/api/v3/rootfolder`."""

from aiohttp import web
from msgspec import UNSET, UnsetType

from radarr.adapters.http.context import Context, context_of
from radarr.adapters.http.wire import Body, Shape, answer, read
from radarr.domain.movie import RootFolder
from radarr.ports.errors import PortError


class RootShape(Shape, kw_only=True):
    """A root folder."""

    id: int
    path: str
    accessible: bool
    free_space: int | UnsetType = UNSET
    unmapped_folders: list[object] = []


class RootBody(Body, kw_only=True):
    """A folder to become one."""

    path: str


async def _shape(root: RootFolder, context: Context) -> RootShape:
    try:
        await context.files.check_root(root)
        space = await context.files.free_space(root)
    except PortError:
        return RootShape(id=root.id, path=root.path, accessible=False)
    return RootShape(id=root.id, path=root.path, accessible=True, free_space=space)


async def every(request: web.Request) -> web.Response:
    """All root folders."""
    context = context_of(request)
    async with context.store.snapshot() as tx:
        roots = await tx.roots.all()
    return answer([await _shape(root, context) for root in roots])


async def add(request: web.Request) -> web.Response:
    """A new root folder."""
    context = context_of(request)
    body = await read(request, RootBody)
    root = await context.driving.add_root.execute(body.path)
    response = answer(await _shape(root, context), 201)
    response.headers["Location"] = f"{context.url_base}/api/v3/rootfolder/{root.id}"
    return response


ROUTES = [web.get("/api/v3/rootfolder", every), web.post("/api/v3/rootfolder", add)]
