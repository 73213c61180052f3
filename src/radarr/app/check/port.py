"""The address that the daemon listens on."""

import errno
import http.client
import json
import socket
from contextlib import closing
from typing import Final

from anyio import to_thread

from radarr.app.check.finding import Finding, Subject, ok

_AREA: Final = "port"
_PATIENCE: Final = 3.0
_ANY: Final = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1", "*": "127.0.0.1"}  # noqa: S104 - to ask there


async def port(subject: Subject) -> list[Finding]:
    """Whether it is free, or held by the daemon itself."""
    return [await to_thread.run_sync(_port, subject)]


def _port(subject: Subject) -> Finding:
    server = subject.config.server
    where = f"{server.host}:{server.port}"
    if not server.port:
        return ok(_AREA, f"the daemon takes any free port of {server.host}")
    try:
        _bind(server.host, server.port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return _taken(server.host, server.port, server.url_base)
        return Finding(
            _AREA,
            "error",
            f"{where} cannot be listened on: {error.strerror or error}",
            "set server.host to an address of this machine, and server.port to one of 1024 or more",
        )
    return ok(_AREA, f"{where} is free: no daemon listens there")


def _bind(host: str, number: int) -> None:
    family, kind, protocol, _, address = socket.getaddrinfo(
        "" if host == "*" else host, number, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    with closing(socket.socket(family, kind, protocol)) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)


def _taken(host: str, number: int, base: str) -> Finding:
    where = f"{host}:{number}"
    if version := _daemon(_ANY.get(host, host), number, base):
        return ok(_AREA, f"radarr-daemon {version} runs and listens on {where}")
    return Finding(
        _AREA,
        "error",
        f"another program listens on {where}",
        "stop it (Radarr takes the same port), or set server.port to another",
    )


def _daemon(host: str, number: int, base: str) -> str:
    """The version of the daemon that answers there; "" if it is another program."""
    with closing(http.client.HTTPConnection(host, number, timeout=_PATIENCE)) as connection:
        try:
            connection.request("GET", f"{base}/api/health")
            found = json.loads(connection.getresponse().read(65536))
        except (OSError, ValueError, http.client.HTTPException):
            return ""
    known = isinstance(found, dict) and "uptime_seconds" in found
    return str(found.get("version", "")) if known else ""
