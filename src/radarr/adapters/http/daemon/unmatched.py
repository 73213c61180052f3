"""`/api/daemon/v1/unmatched`: what lies in our category of the client and is not ours."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import answer


async def unmatched(request: web.Request) -> web.Response:
    """Shown, never touched; with the client's problem where it cannot be read."""
    view = await context_of(request).driving.show_queue.execute()
    return answer(
        {
            "problem": view.problem,
            "torrents": [
                {"infoHash": t.infohash.key, "name": t.name, "state": t.state.value, "size": t.size}
                for t in view.unmatched
            ],
        }
    )


ROUTES = [web.get("/api/daemon/v1/unmatched", unmatched)]
