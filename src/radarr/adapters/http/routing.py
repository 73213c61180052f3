"""Which handler answers a path: without regard to case or a slash at the end, as Radarr's clients expect.

aiohttp's own router knows one spelling only, and a redirect to it would cost some clients their body; so it
passes everything on to this table.
"""

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_PART = re.compile(r"\{(\w+)(?::([^}]+))?\}")
_PLAIN = {"": "[^/]+", r"\d+": r"\d{1,9}"}  # a longer number is no id of ours, and the database would choke on it


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a path: a handler for each method, the path's variable parts, and who may ask.

    `route` is the path as it is declared, such as /api/v3/movie/{id}.
    """

    route: str
    handlers: Mapping[str, Handler]
    parts: Mapping[str, str]
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    route: str
    pattern: re.Pattern[str]
    handlers: dict[str, Handler]
    is_open: bool


class Routes:
    """Every route. Open ones ask for no key and are found without the URL base as well."""

    def __init__(self, url_base: str, opened: Iterable[web.RouteDef], keyed: Iterable[web.RouteDef]) -> None:
        self._url_base = url_base
        entries: dict[str, _Entry] = {}
        for route in opened:
            _put(entries, f"(?:{re.escape(url_base)})?{_regex(route.path)}", route, is_open=True)
        for route in keyed:
            _put(entries, re.escape(url_base) + _regex(route.path), route, is_open=False)
        self._entries = tuple(entries.values())

    def find(self, path: str) -> Found | None:
        """What stands at a decoded path; None where nothing does."""
        path = path.rstrip("/") or "/"
        for entry in self._entries:
            if match := entry.pattern.fullmatch(path):
                return Found(entry.route, entry.handlers, match.groupdict(), entry.is_open)
        return None

    def is_outside(self, path: str) -> bool:
        """Whether a path lacks the URL base."""
        return not f"{path}/".casefold().startswith(f"{self._url_base}/".casefold())


def _regex(path: str) -> str:
    """The pattern of a route's path; what a variable part may be stands behind its colon."""
    done, at = "", 0
    for part in _PART.finditer(path):
        allowed = part[2] or ""
        done += f"{re.escape(path[at : part.start()])}(?P<{part[1]}>{_PLAIN.get(allowed, allowed)})"
        at = part.end()
    return done + re.escape(path[at:])


def _put(entries: dict[str, _Entry], pattern: str, route: web.RouteDef, *, is_open: bool) -> None:
    compiled = re.compile(pattern, re.ASCII | re.IGNORECASE)
    entry = entries.setdefault(pattern, _Entry(_PART.sub(r"{\1}", route.path), compiled, {}, is_open))
    handler: Handler = route.handler
    entry.handlers[route.method] = handler
    if route.method == "GET":
        entry.handlers["HEAD"] = handler


ROUTES: web.AppKey[Routes] = web.AppKey("routes", Routes)
_FOUND: web.RequestKey[Found | None] = web.RequestKey("found")


def found(request: web.Request) -> Found | None:
    """What stands at the request's path; looked for once."""
    if _FOUND not in request:
        request[_FOUND] = request.app[ROUTES].find(request.path)
    return request[_FOUND]


async def dispatch(request: web.Request) -> web.StreamResponse:
    """Answer with the path's handler. No JSON where there is none: clients take a document for an answer."""
    there = found(request)
    if there is None:
        return web.Response(status=404)
    if request.method not in there.handlers:
        return web.Response(status=405, headers={"Allow": ", ".join(sorted(there.handlers))})
    request.match_info.update(there.parts)
    return await there.handlers[request.method](request)
