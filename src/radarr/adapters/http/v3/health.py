"""`/api/v3/health`: what is wrong, as Radarr's health page tells it."""

from aiohttp import web

from radarr.adapters.http.context import context_of
from radarr.adapters.http.wire import Shape, answer
from radarr.ports.driving.health import HealthMessage

_HELP = "https://wiki.servarr.com/radarr/system#health"
"""Clients make it a link, and some cannot do without; the remedy itself stands in the message."""


class HealthShape(Shape, kw_only=True):
    """One thing that is wrong. `type` is notice, warning or error."""

    id: int
    source: str
    type: str
    message: str
    wiki_url: str = _HELP


async def health(request: web.Request) -> web.Response:
    """Nothing where all is well, from the last look."""
    messages = context_of(request).driving.show_health.detailed().messages
    return answer([_shape(number, message) for number, message in enumerate(messages, 1)])


def _shape(number: int, message: HealthMessage) -> HealthShape:
    text = f"{message.message}: {message.remedy}" if message.remedy else message.message
    return HealthShape(id=number, source=message.source, type=message.level.value, message=text)


ROUTES = [web.get("/api/v3/health", health)]
