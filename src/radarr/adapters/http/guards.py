"""What stands before every handler: the Host name, the key, readiness, and errors in words."""

import hmac
import ipaddress
import logging

from aiohttp import web

from radarr.adapters.http.context import SPOKEN_VERSION, context_of
from radarr.adapters.http.routing import ROUTES, Handler, found
from radarr.adapters.http.wire import Invalid, answer, failure, validation
from radarr.ports.errors import Conflict, Gone, LeaseLost, PortError, Refused, Unauthorised

log = logging.getLogger(__name__)


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what a use-case raised into a status and a sentence; never a traceback."""
    try:
        return await handler(request)
    except web.HTTPException as error:  # aiohttp's own, such as a body that is too large
        return failure(error.status, error.text or error.reason)
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


@web.middleware
async def host(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse a Host name that is not ours: a page elsewhere may have pointed its own name at this machine."""
    if not host_is_ours(request.host, context_of(request).allowed_hosts):
        return failure(
            403,
            f"the Host name {request.host!r} is not one of ours",
            "add it to server.allowed_hosts, or use the machine's address",
        )
    return await handler(request)


def host_is_ours(value: str, allowed: tuple[str, ...]) -> bool:
    """Loopback, IP literals, single labels and *.local pass, and what the configuration names."""
    name = value.rpartition("]")[0].lstrip("[") if value.startswith("[") else value.partition(":")[0]
    name = name.casefold().rstrip(".")
    if "." not in name or name.endswith((".local", ".localhost")) or name in {a.casefold() for a in allowed}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


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
    if not expected or not hmac.compare_digest(_given_key(request).encode(errors="surrogateescape"), expected):
        return web.Response(status=401)
    response = await handler(request)
    response.headers["X-Application-Version"] = SPOKEN_VERSION
    response.headers["Cache-Control"] = "no-cache, no-store"
    return response


def _is_open(request: web.Request) -> bool:
    there = found(request)
    return there is not None and there.is_open


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
