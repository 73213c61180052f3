"""`/api/daemon/v1`: what Radarr has not."""

from aiohttp import web

from radarr.adapters.http.daemon import events, grab, indexers, pause, replay, search, slots, status, unmatched, why
from radarr.adapters.http.v3.queue import act

ROUTES = [
    *events.ROUTES,
    *grab.ROUTES,
    *indexers.ROUTES,
    *pause.ROUTES,
    *replay.ROUTES,
    *search.ROUTES,
    *slots.ROUTES,
    *status.ROUTES,
    *unmatched.ROUTES,
    *why.ROUTES,
    web.post(r"/api/daemon/v1/queue/{id:\d+}/{action}", act),
]
