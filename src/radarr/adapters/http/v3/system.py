"""`/api/v3/system/status`, and `/api`, which says what is spoken here."""

import os
import platform

from aiohttp import web
from msgspec import UnsetType

from radarr.adapters.http.context import SPOKEN_VERSION, context_of
from radarr.adapters.http.wire import Shape, answer, instant


class SystemShape(Shape, kw_only=True):
    """Who answers. `version` is the Radarr whose API we speak."""

    app_name: str = "Radarr"
    instance_name: str = "radarr-daemon"
    version: str = SPOKEN_VERSION
    build_time: str = "2026-01-01T00:00:00Z"
    is_debug: bool = False
    is_production: bool = True
    is_admin: bool
    is_user_interactive: bool = False
    startup_path: str = ""
    app_data: str = ""
    os_name: str
    os_version: str
    is_net_core: bool = False
    is_linux: bool = True
    is_osx: bool = False
    is_windows: bool = False
    is_docker: bool
    mode: str = "console"
    branch: str = "master"
    database_type: str
    database_version: str = ""
    authentication: str = "external"
    migration_version: int = 1
    url_base: str
    runtime_version: str
    runtime_name: str = "python"
    start_time: str | UnsetType


async def status(request: web.Request) -> web.Response:
    """Who answers."""
    context = context_of(request)
    return answer(
        SystemShape(
            is_admin=os.geteuid() == 0,
            os_name=platform.system().casefold(),
            os_version=platform.release(),
            is_docker=os.path.exists("/.dockerenv"),  # noqa: ASYNC240, PTH110  # one stat
            database_type="postgreSQL" if context.database == "postgresql" else "sqLite",
            url_base=context.url_base,
            runtime_version=platform.python_version(),
            start_time=instant(context.started_at),
        )
    )


async def versions(_request: web.Request) -> web.Response:
    """The versions of the API."""
    return answer({"current": "v3", "deprecated": []})


ROUTES = [web.get("/api", versions), web.get("/api/v3/system/status", status)]
