"""What stands before every handler: the Host name, the key, readiness, and errors in words."""

import hmac
import ipaddress
import logging
from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from radarr.adapters.http.context import SPOKEN_VERSION, context_of
from radarr.adapters.http.wire import answer, failure, validation
from radarr.ports.errors import Conflict, Gone, LeaseLost, PortError, Refused, Unauthorised

log = logging.getLogger(__name__)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
OPEN_PATHS = frozenset({"/ping", "/health", "/ready"})


@web.middleware
async def errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what a use-case raised into a status and a sentence; never a traceback."""
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except msgspec.ValidationError as error:
        return answer([_validation(str(error))], 400)
    except msgspec.DecodeError as error:
        return failure(400, f"the body is not JSON: {error}")
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


def _validation(message: str) -> dict[str, str]:
    where = message.rpartition("$.")[2].rstrip("`") if "$." in message else ""
    return validation(where, message)


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
async def key(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Let in who has the key, by `?apikey=`, `X-Api-Key` or Bearer, in Radarr's order."""
    context = context_of(request)
    if request.path.removeprefix(context.url_base) in OPEN_PATHS:
        return await handler(request)
    if not hmac.compare_digest(_given_key(request).encode(), context.api_key.encode()):
        return web.Response(status=401)
    response = await handler(request)
    response.headers["X-Application-Version"] = SPOKEN_VERSION
    return response


def _given_key(request: web.Request) -> str:
    for name, value in request.query.items():
        if name.casefold() == "apikey":
            return value
    bearer = request.headers.get("Authorization", "")
    return request.headers.get("X-Api-Key") or (bearer[7:] if bearer[:7].casefold() == "bearer " else "")


@web.middleware
async def readiness(request: web.Request, handler: Handler) -> web.StreamResponse:
    """While the daemon starts, say so in place of half an answer."""
    context = context_of(request)
    reason = context.driving.show_status.not_ready()
    if reason and request.path.removeprefix(context.url_base) not in OPEN_PATHS:
        return failure(503, reason, "try again in a moment")
    return await handler(request)
