"""Long lists, sent as they are read: of ten thousand films there are never more than some in memory."""

import logging
from collections.abc import AsyncIterator, Sequence

import msgspec
from aiohttp import web

from radarr.adapters.http.wire import answer
from radarr.ports.errors import PortError

log = logging.getLogger(__name__)


async def listed(request: web.Request, pages: AsyncIterator[Sequence[object]]) -> web.StreamResponse:
    """One JSON array of everything in `pages`; in one piece where there is but one of them."""
    first: list[object] = []
    response: web.StreamResponse | None = None
    try:
        async for page in pages:
            if response is None and not first:
                first = list(page)
                continue
            if response is None:
                response = await _begun(request, first)
            await response.write(b"," + _members(page))
    except PortError as error:
        if response is None:
            raise
        # the status is sent: only a line that ends too early can still say that something is wrong
        log.warning("%s %s broke off: %s", request.method, request.path, error)
        if request.transport is not None:
            request.transport.abort()
        return response
    if response is None:
        return answer(first)
    await response.write_eof(b"]")
    return response


async def _begun(request: web.Request, first: Sequence[object]) -> web.StreamResponse:
    response = web.StreamResponse()
    response.content_type = "application/json"
    response.charset = "utf-8"
    await response.prepare(request)
    await response.write(b"[" + _members(first))
    return response


def _members(page: Sequence[object]) -> bytes:
    return msgspec.json.encode(page)[1:-1]
