"""`/metrics`: what Prometheus reads. Without a key only from this machine, where the daemon listens on it alone."""

from aiohttp import web

from radarr.adapters.http.context import context_of

PATH = "/metrics"


async def metrics(request: web.Request) -> web.Response:
    """Text format 0.0.4."""
    page = await context_of(request).watch.page()
    return web.Response(body=page, headers={"Content-Type": "text/plain; version=0.0.4; charset=utf-8"})


ROUTES = [web.get(PATH, metrics)]
