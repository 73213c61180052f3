"""Around everything: each request is counted and timed, and every answer carries a few headers."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.routing import Handler, found

_HEADERS = {
    "X-Content-Type-Options": "nosniff",  # a release name in an answer is never a page
    "Referrer-Policy": "no-referrer",  # an address may hold the key
    "Server": "radarr-daemon",
}


@web.middleware
async def observed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count and time a request, by the pattern that it matched."""
    context = context_of(request)
    there = found(request)
    began, status = context.clock.monotonic(), 500
    try:
        response = await handler(request)
        status = response.status
    except web.HTTPException as error:
        status = error.status
        raise
    else:
        return response
    finally:
        route = there.route if there else "none"
        context.watch.answered(route, request.method, status, context.clock.monotonic() - began)


async def headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Before an answer goes out."""
    response.headers.update(_HEADERS)
