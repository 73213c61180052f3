"""The HTTP server."""

import errno
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from radarr.adapters.http import babble, daemon, ending, guards, health, metrics, observed, public, system, v3
from radarr.adapters.http.context import CURRENT, Context, Current
from radarr.adapters.http.daemon.news import NEWS, News
from radarr.adapters.http.routing import ROUTES, Routes, dispatch
from radarr.adapters.http.wire import BODY_LIMIT
from radarr.adapters.http.wrong_keys import WRONG_KEYS, WrongKeys
from radarr.ports.errors import Conflict, NotPermitted, Refused

_STOP = 3.0  # seconds that requests in hand get when the daemon stops
_LINGER = 1.0  # seconds in which the rest of a body that nobody wants is read, so that the client sees its answer
_IDLE = 75.0  # seconds that a line may be without a whole request: longer than proxies keep theirs, and no longer


def build(current: Current, wrong_keys: WrongKeys) -> web.Application:
    """Every route under the URL base, behind the guards. Which URL base that is does not change any more."""
    before = [
        observed.observed,
        guards.proxies,
        guards.host,
        guards.base,
        guards.key,
        guards.errors,
        guards.readiness,
    ]
    app = web.Application(middlewares=before, client_max_size=BODY_LIMIT)
    app[CURRENT] = current
    app[WRONG_KEYS] = wrong_keys
    app[ROUTES] = _routes(current())
    app.on_response_prepare.append(observed.headers)
    ending.prepare(app)
    app[NEWS] = News()
    app.router.add_route("*", "/{path:.*}", dispatch)
    return app


def _routes(context: Context) -> Routes:
    opened = [*public.ROUTES, *health.OPEN]
    keyed = [*v3.ROUTES, *daemon.ROUTES, *health.ROUTES, *system.ROUTES]
    (opened if context.watch.is_local else keyed).extend(metrics.ROUTES)
    return Routes(context.url_base, opened, keyed)


@asynccontextmanager
async def serve(current: Current, host: str, port: int, *, wrong_keys: WrongKeys | None = None) -> AsyncIterator[int]:
    """Serve until left; yields the port (useful with 0). Raises Conflict, NotPermitted, Refused."""
    app = build(current, wrong_keys or WrongKeys())
    runner = web.AppRunner(
        app,
        access_log=None,
        logger=babble.logger(),
        shutdown_timeout=_STOP,
        keepalive_timeout=_IDLE,
        lingering_time=_LINGER,
    )
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
