"""Around everything: each request is counted and timed, and every answer carries a few headers."""

import anyio
from aiohttp import web

from radarr.adapters.http.context import SPOKEN_VERSION, context_of
from radarr.adapters.http.routing import Handler, found

_HEADERS = {
    "X-Content-Type-Options": "nosniff",  # a release name in an answer is never a page
    "Referrer-Policy": "no-referrer",  # an address may hold the key
    "Server": "radarr-daemon",
}
_SIGNATURE = {"X-Application-Version": SPOKEN_VERSION, "Cache-Control": "no-cache, no-store"}
_KEYED: web.RequestKey[bool] = web.RequestKey("keyed", bool)
_GONE = 499  # nobody heard the answer; by that number proxies know it


@web.middleware
async def observed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Count and time a request, by the pattern that it matched."""
    context = context_of(request)
    there = found(request)
    began, status = context.clock.monotonic(), 500
    try:
        response = await handler(request)
        status = response.status
    except (ConnectionError, anyio.get_cancelled_exc_class()):
        status = _GONE
        raise
    else:
        return response
    finally:
        route = there.route if there else "none"
        context.watch.answered(route, request.method, status, context.clock.monotonic() - began)


async def signed(request: web.Request, handler: Handler) -> web.StreamResponse:
    """What the handler answers to who has the key; also where it begins to send before it returns."""
    request[_KEYED] = True
    response = await handler(request)
    if not response.prepared:
        response.headers.update(_SIGNATURE)
    return response


async def headers(request: web.Request, response: web.StreamResponse) -> None:
    """Before an answer goes out."""
    response.headers.update(_HEADERS)
    if request.get(_KEYED):
        response.headers.update(_SIGNATURE)
