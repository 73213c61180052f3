"""What stands before every handler: the Host name, the key, readiness, and errors in words."""

import hmac
import logging

import anyio
from aiohttp import HttpVersion11, web

from radarr.adapters.http import metrics
from radarr.adapters.http.context import context_of
from radarr.adapters.http.ending import ENDING
from radarr.adapters.http.hosts import refused
from radarr.adapters.http.observed import signed
from radarr.adapters.http.origin import believed, is_from_here, networks
from radarr.adapters.http.routing import ROUTES, Handler, found
from radarr.adapters.http.wire import Invalid, answer, failure, validation
from radarr.adapters.http.wrong_keys import WRONG_KEYS
from radarr.ports.errors import Conflict, Gone, LeaseLost, PortError, Refused, Unauthorised

log = logging.getLogger(__name__)


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what a use-case raised into a status and a sentence; never a traceback."""
    try:
        return await handler(request)
    except web.HTTPException as error:  # aiohttp's own, such as a body that is too large
        return _closing(failure(error.status, error.text or error.reason))
    except ConnectionError:  # the client is gone, and nobody hears an answer
        raise
    except Invalid as error:
        return answer([validation(error.name, str(error), error.code)], 400)
    except PortError as error:
        return failure(_status(error), error.message, error.remedy)
    except Exception as error:
        log.exception("%s %s failed", request.method, request.path)
        return failure(500, f"{type(error).__name__}: this is a bug; the daemon's log has the details")


def _status(error: PortError) -> int:
    match error:
        case Gone():
            return 404
        case Refused():
            return 400
        case Conflict():
            return 409
        case Unauthorised():
            return 502
        case LeaseLost() | _:
            return 503


def _closing(response: web.Response) -> web.Response:
    """An answer after which the line is closed: what else comes on it is the rest of a body that nobody wants."""
    response.force_close()
    return response


@web.middleware
async def proxies(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Believe X-Forwarded-* of our own proxies: the remote address from here on is the client's."""
    context = context_of(request)
    if context.trusted_proxies:
        request, name = believed(request, networks(context.trusted_proxies))
        if name is not None and (no := refused([name], context.allowed_hosts)):
            return no
    return await handler(request)


@web.middleware
async def host(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a Host name that is not ours. HTTP/1.0 may come without one, as some probes do; a browser never does."""
    names = request.headers.getall("Host", [])
    if len(names) > 1 or (not names and request.version >= HttpVersion11):
        return _closing(failure(400, f"a request has one Host, not {len(names)}"))
    if names and (no := refused([*names, request.host], context_of(request).allowed_hosts)):
        return no  # request.host is another one where the request line names it
    return await handler(request)


@web.middleware
async def base(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Send who left out the URL base to the path with it; what is open is answered without, too."""
    if found(request) is None and request.app[ROUTES].is_outside(request.path):
        rest = request.rel_url.raw_path_qs.lstrip("/")
        return web.Response(status=307, headers={"Location": f"{context_of(request).url_base}/{rest}"})
    return await handler(request)


@web.middleware
async def key(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in who has the key, by `?apikey=`, `X-Api-Key` or Bearer, in Radarr's order."""
    if _is_open(request):
        return await handler(request)
    expected = context_of(request).api_key.encode()
    # a header may hold any bytes; without a key of our own nobody has it
    given = _given_key(request).encode(errors="surrogateescape")
    if not expected or not hmac.compare_digest(given, expected):
        return await _turned_away(request) if given else web.Response(status=401)
    return await signed(request, handler)


async def _turned_away(request: web.Request) -> web.Response:
    """Slowly, and more so each time. Too many who wait at once get their answer without waiting."""
    doors, remote, now = request.app[WRONG_KEYS], request.remote or "", context_of(request).clock.monotonic()
    wait = doors.note(remote, now)
    if doors.is_news(remote, now):
        log.warning("a wrong API key came from %s", remote or "an unknown address")
    with doors.held(remote) as is_held:
        if not is_held:
            return _closing(web.Response(status=429, headers={"Retry-After": "5"}))
        with anyio.move_on_after(wait):
            await request.app[ENDING].event.wait()
    return web.Response(status=401)


def _is_open(request: web.Request) -> bool:
    """Whether no key is asked for. A proxy on this machine does not make the whole world local."""
    there = found(request)
    if there is None or not there.is_open:
        return False
    return there.route != metrics.PATH or is_from_here(request, networks(context_of(request).trusted_proxies))


def _given_key(request: web.Request) -> str:
    for name, value in request.query.items():
        if name.casefold() == "apikey":
            return value
    bearer = request.headers.get("Authorization", "")
    return request.headers.get("X-Api-Key") or (bearer[7:] if bearer[:7].casefold() == "bearer " else "")


@web.middleware
async def readiness(request: web.Request, handler: Handler) -> web.StreamResponse:
    """While the daemon starts, say so in place of half an answer."""
    reason = context_of(request).driving.show_status.not_ready()
    if reason and not _is_open(request):
        return failure(503, reason, "try again in a moment")
    return await handler(request)
