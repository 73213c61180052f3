"""Runs the simulated Prowlarr on a free port of the loopback interface."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import anyio
from aiohttp import web

from radarr.adapters.simulated.prowlarr_server.calls import STATE, door, routes
from radarr.adapters.simulated.prowlarr_server.state import SimulatedProwlarr, Site


@asynccontextmanager
async def prowlarr_server(
    *,
    api_key: str = "simulated-prowlarr-key",
    indexers: Iterable[str | Site] = ("Alpha",),
    url_base: str = "",
    port: int = 0,
) -> AsyncIterator[SimulatedProwlarr]:
    """A Prowlarr with these indexers, by name alone (ids from 1 on) or in detail; `.url` has the URL base."""
    sites = [site if isinstance(site, Site) else Site(id=number, name=site) for number, site in enumerate(indexers, 1)]
    state = SimulatedProwlarr(api_key=api_key, indexers=sites, url_base=url_base)
    app = web.Application(middlewares=[door])
    app[STATE] = state
    app.add_routes(routes(url_base))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", port).start()
        state.url = f"http://127.0.0.1:{runner.addresses[0][1]}{url_base}"
        yield state
    finally:
        with anyio.CancelScope(shield=True):
            await runner.cleanup()
