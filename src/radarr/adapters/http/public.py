"""What anyone may ask: whether the process serves, and whether it is ready."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import answer


async def ping(_request: web.Request) -> web.Response:
    """The process serves."""
    return answer({"status": "OK"})


async def ready(request: web.Request) -> web.Response:
    """200 once the database is migrated and the loops run."""
    reason = context_of(request).driving.show_status.not_ready()
    return answer({"ready": not reason, "reason": reason}, 503 if reason else 200)


ROUTES = [web.get("/ping", ping), web.get("/health", ping), web.get("/ready", ready)]
