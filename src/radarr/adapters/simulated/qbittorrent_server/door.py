"""Login, bans, sessions and the check of the Host header: what stands before every call."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Final

from aiohttp import web

from radarr.adapters.simulated.qbittorrent_server.sessions import SyncState
from radarr.adapters.simulated.qbittorrent_server.state import SimulatedQBittorrent

STATE: Final = web.AppKey("state", SimulatedQBittorrent)
SYNC: Final[ContextVar[SyncState]] = ContextVar("sync")
_API = "/api/v2/"
_LOGIN = f"{_API}auth/login"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
    """In qBittorrent's order: the Host header, the session, then whether there is such a method."""
    client = request.app[STATE]
    if client.html:
        return web.Response(text="<!DOCTYPE html><title>Welcome</title>", content_type="text/html")
    if client.listens_on and request.url.port != client.listens_on:
        return _plain("Unauthorized", 401)
    if not request.path.startswith(_API):  # its page, which needs no login to say that it has no such file
        return _plain("Not Found", 404)
    if request.path == _LOGIN:
        return await handler(request)
    cookie = await _session(request, client)
    if cookie is None:
        return _plain("Forbidden", 403)
    SYNC.set(client.sessions.states[cookie])
    response = await _handled(request, handler)
    if request.cookies.get(cookie_name(request)) != cookie and not _bearer(request):
        _set_cookie(request, response, cookie)
    return response


async def _handled(request: web.Request, handler: Handler) -> web.StreamResponse:
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return _plain("Not Found", 404)
    except web.HTTPMethodNotAllowed:
        return _plain("Method Not Allowed", 405)


async def _session(request: web.Request, client: SimulatedQBittorrent) -> str | None:
    cookie = request.cookies.get(cookie_name(request), "")
    if cookie in client.sessions.states:
        return cookie
    key = _bearer(request)
    if key and client.release.json_replies and key == client.api_key:
        client.sessions.states.setdefault(key, SyncState())  # all users of a key share one session
        return key
    return client.sessions.open() if client.bypass else None


def _bearer(request: web.Request) -> str:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    return key if scheme == "Bearer" else ""


async def login(request: web.Request) -> web.StreamResponse:
    """POST auth/login."""
    client = request.app[STATE]
    known = request.cookies.get(cookie_name(request), "") in client.sessions.states
    json = client.release.json_replies
    if known or client.bypass:
        return web.Response(status=204) if json else _plain("Ok.")
    if client.sessions.banned:
        return _plain("Your IP address has been banned after too many failed authentication attempts.", 403)
    form = await request.post()
    if (form.get("username"), form.get("password")) != (client.username, client.password):
        client.sessions.fail()
        return _plain("Unauthorized", 401) if json else _plain("Fails.")
    client.sessions.logins += 1
    response = web.Response(status=204) if json else _plain("Ok.")
    _set_cookie(request, response, client.sessions.open())
    return response


def cookie_name(request: web.Request) -> str:
    """5.2 named it after the port."""
    return f"QBT_SID_{request.url.port}" if request.app[STATE].release.json_replies else "SID"


def _set_cookie(request: web.Request, response: web.StreamResponse, cookie: str) -> None:
    response.set_cookie(cookie_name(request), cookie, httponly=True, path="/", samesite="Strict")


def _plain(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status)
