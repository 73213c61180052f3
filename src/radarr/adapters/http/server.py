"""The HTTP server."""

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from radarr.adapters.http import daemon, guards, public, v3
from radarr.adapters.http.context import CURRENT, Current
from radarr.adapters.http.routing import ROUTES, Routes, dispatch
from radarr.adapters.http.wire import BODY_LIMIT
from radarr.ports.errors import Conflict, NotPermitted, Refused

_STOP = 3.0  # seconds that requests in hand get when the daemon stops


def build(current: Current) -> web.Application:
    """Every route under the URL base, behind the guards. Which URL base that is does not change any more."""
    before = [guards.host, guards.base, guards.key, guards.errors, guards.readiness]
    app = web.Application(middlewares=before, client_max_size=BODY_LIMIT)
    app[CURRENT] = current
    app[ROUTES] = Routes(current().url_base, public.ROUTES, (*v3.ROUTES, *daemon.ROUTES))
    daemon.events.prepare(app)
    app.router.add_route("*", "/{path:.*}", dispatch)
    return app


@asynccontextmanager
async def serve(current: Current, host: str, port: int) -> AsyncIterator[int]:
    """Serve until left; yields the port (useful with 0). Raises Conflict, NotPermitted, Refused."""
    runner = web.AppRunner(build(current), access_log=None, shutdown_timeout=_STOP)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise _cannot_listen(host, port, error) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _cannot_listen(host: str, port: int, error: OSError) -> Exception:
    where = f"{host}:{port}"
    if error.errno == errno.EADDRINUSE:
        return Conflict(
            f"{where} is taken by another program", remedy="set server.port to a free one (Radarr itself uses 7878)"
        )
    if error.errno == errno.EACCES:
        return NotPermitted(f"{where} may not be listened on", remedy="ports below 1024 need root; set server.port")
    return Refused(f"{where} cannot be listened on ({error.strerror})", remedy="set server.host to an own address")
