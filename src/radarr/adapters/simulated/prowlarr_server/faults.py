"""What an indexer may do instead of answering."""

import anyio
from aiohttp import web

from radarr.adapters.simulated.prowlarr_server import feed
from radarr.adapters.simulated.prowlarr_server.state import Fault

PAGE = "<!DOCTYPE html><html><head><title>Prowlarr</title></head><body></body></html>"
_TRACE = {"message": "It failed", "description": "  at A.B()\n  at C.D()"}
_TEXTS = {
    Fault.GARBAGE: "\x00\x01 this is <no> xml & never was",
    Fault.HALF: '<?xml version="1.0"?><rss version="1.0"><channel><item><title>The Pap',
}
_ERRORS = {
    Fault.LIMITED: (429, "User configurable Indexer Query Limit of 100 in last 24 hour(s) reached."),
    Fault.BLOCKED: (429, "Indexer is disabled till 05/01/2026 12:34:56 due to recent failures."),
    Fault.DISABLED: (410, "Indexer is disabled"),
}

ANSWERED_BY_PROWLARR = frozenset(_ERRORS)
"""The indexer itself hears nothing of these."""


async def faulty(request: web.Request, fault: Fault, retry_after: int | None) -> web.StreamResponse:
    """The answer of an indexer with this fault; never one if it hangs."""
    if fault is Fault.HANG:
        await anyio.sleep_forever()
    if fault is Fault.CUT:
        return await _cut(request)
    if fault is Fault.HTML:
        return web.Response(text=PAGE, content_type="text/html")
    if fault in _TEXTS:
        return xml(_TEXTS[fault])
    if fault in _ERRORS:
        status, description = _ERRORS[fault]
        again = {"Retry-After": str(retry_after)} if status == 429 and retry_after is not None else {}  # noqa: PLR2004
        return xml(feed.error(status, description), status, again)
    return web.json_response(_TRACE, status=500)


def xml(text: str, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """As Prowlarr labels all its XML."""
    return web.Response(text=text, status=status, headers=headers, content_type="application/rss+xml")


async def _cut(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000", "Content-Type": "application/rss+xml"})
    await response.prepare(request)
    await response.write(b"<?xml")
    if request.transport is not None:
        request.transport.close()
    return response
