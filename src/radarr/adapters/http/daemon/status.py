"""`/api/daemon/v1/status`: services, loops and counts."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import answer, instant


async def status(request: web.Request) -> web.Response:
    """How the daemon is; every service is asked."""
    found = await context_of(request).driving.show_status.execute()
    return answer(
        {
            "version": found.version,
            "startedAt": instant(found.started_at),
            "database": found.database,
            "movies": found.movies,
            "files": found.files,
            "queue": found.queue,
            "notices": list(found.notices),
            "services": [
                {"name": s.name, "version": s.version, "problem": s.problem, "warnings": list(s.warnings)}
                for s in found.services
            ],
            "loops": [
                {
                    "name": loop.name,
                    "every": loop.every,
                    "lastRun": instant(loop.last_run) if loop.last_run else None,
                    "nextRun": instant(loop.next_run) if loop.next_run else None,
                    "failures": loop.failures,
                    "lastError": loop.last_error,
                }
                for loop in found.loops
            ],
        }
    )


ROUTES = [web.get("/api/daemon/v1/status", status)]
