"""`/api/system/status`: who answers, since when, and how much there is of everything."""

import os
import platform
import resource
import time
from pathlib import Path

from aiohttp import web

from radarr.adapters.http.context import SPOKEN_VERSION, context_of
from radarr.adapters.http.health import moment
from radarr.adapters.http.wire import answer

_MEMORY = Path("/proc/self/statm")  # of the kernel: no disk is read


async def status(request: web.Request) -> web.Response:
    """`version` is the Radarr whose API we speak, as in v3; `daemon_version` is ours."""
    context = context_of(request)
    async with context.store.snapshot() as tx:
        totals = await tx.counts.totals()
    return answer(
        {
            "app_name": "Radarr",
            "version": SPOKEN_VERSION,
            "daemon_version": context.version,
            "build": {
                "python": platform.python_version(),
                "system": platform.system(),
                "machine": platform.machine(),
            },
            "start_time": moment(context.started_at),
            "uptime_seconds": round(context.driving.show_health.brief().uptime_seconds, 3),
            "database": context.database,
            "memory_bytes": memory(),
            "cpu_seconds": round(time.process_time(), 3),
            "counts": {
                "movies": totals.movies,
                "monitored": totals.monitored,
                "files": totals.files,
                "wanted": totals.wanted,
                "library_bytes": totals.library_bytes,
            },
            "queue_depth": totals.queue,
        }
    )


def memory() -> int:
    """Resident bytes; the highest so far where the kernel does not tell the present ones."""
    try:
        return int(_MEMORY.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


ROUTES = [web.get("/api/system/status", status)]
