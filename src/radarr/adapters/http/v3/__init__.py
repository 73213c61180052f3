"""Radarr's API, version 3: nothing but its paths and shapes."""

from radarr.adapters.http.v3 import (
    blocklist,
    command,
    customformat,
    health,
    history,
    lookup,
    movie,
    qualityprofile,
    queue,
    release,
    rootfolder,
    system,
)

ROUTES = [
    *lookup.ROUTES,
    *movie.ROUTES,
    *release.ROUTES,
    *queue.ROUTES,
    *history.ROUTES,
    *blocklist.ROUTES,
    *command.ROUTES,
    *health.ROUTES,
    *qualityprofile.ROUTES,
    *customformat.ROUTES,
    *rootfolder.ROUTES,
    *system.ROUTES,
]
