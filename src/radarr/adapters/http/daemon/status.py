"""`/api/daemon/v1/status`: who answers, how much there is, and whether it is paused.

How services, loops and disks fare stands in `/api/health/detailed`.
"""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.daemon.pause import pause_shape
from radarr.adapters.http.wire import answer, instant


async def status(request: web.Request) -> web.Response:
    """From memory and one count; no service is asked."""
    context = context_of(request)
    async with context.store.snapshot() as tx:
        totals = await tx.counts.totals()
    return answer(
        {
            "version": context.version,
            "startedAt": instant(context.started_at),
            "database": context.database,
            "movies": totals.movies,
            "files": totals.files,
            "wanted": totals.wanted,
            "queue": totals.queue,
            "pause": pause_shape(await context.driving.pause_work.current()),
            "notices": list(context.driving.show_status.notices()),
        }
    )


ROUTES = [web.get("/api/daemon/v1/status", status)]
