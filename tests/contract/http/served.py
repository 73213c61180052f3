"""The daemon's HTTP side on loopback, with the pipeline in memory behind it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import httpx

from radarr.adapters.http.context import Context
from radarr.adapters.http.server import serve
from radarr.adapters.http.wrong_keys import WrongKeys
from radarr.ports.driving.health import ShowHealth
from tests.unit.app.usecases.house import NOON, House

KEY = "0123456789abcdef0123456789abcdef"


@asynccontextmanager
async def served(
    home: House,
    *,
    ready: bool = True,
    host: str = "127.0.0.1",
    port: int = 0,
    wrong_keys: WrongKeys | None = None,
    health: ShowHealth | None = None,
    **changes: Any,
) -> AsyncIterator[httpx.AsyncClient]:
    """A client that has the key. `changes` are of the context; wrong keys do not wait here by default."""
    container = home.container
    context = Context(
        driving=replace(container.driving(), **({"show_health": health} if health else {})),
        store=home.store,
        files=home.files,
        clock=home.clock,
        profiles=container.profiles(),
        api_key=KEY,
        url_base="",
        allowed_hosts=("films.example.org",),
        version="0.1.0",
        started_at=NOON,
        database="sqlite",
    )
    if ready:
        container.status().ready()
    changed = replace(context, **changes)
    async with (
        serve(lambda: changed, host, port, wrong_keys=wrong_keys or WrongKeys(first=0.0)) as bound,
        httpx.AsyncClient(
            base_url=f"http://127.0.0.1:{bound}", headers={"X-Api-Key": KEY}, trust_env=False, timeout=30
        ) as http,
    ):
        yield http


def sintel(**changes: Any) -> dict[str, Any]:
    """What a client sends to have the film Sintel."""
    wanted = {"title": "Sintel", "year": 2010, "tmdbId": 45745, "qualityProfileId": 4, "rootFolderPath": "/library"}
    return {**wanted, "monitored": True, **changes}
