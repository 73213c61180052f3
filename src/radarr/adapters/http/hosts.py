"""Which Host names are ours: a page elsewhere may have pointed its own name at this machine."""

import ipaddress
import re
from collections.abc import Sequence

from aiohttp import web

from radarr.adapters.http.wire import failure

_HOST = re.compile(r"(?:\[([0-9a-fA-F:.]+)\]|([^\s\[\]@/?#\\:]+))(?::[0-9]{1,5})?")


def host_is_ours(value: str, allowed: tuple[str, ...]) -> bool:
    """Loopback, IP literals, single labels and *.local pass, and what the configuration names; a port may follow."""
    parts = _HOST.fullmatch(value)
    if parts is None:
        return False
    name = (parts[1] or parts[2]).casefold().rstrip(".")
    if name in {one.casefold() for one in allowed} or name.endswith((".local", ".localhost")):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return bool(name) and "." not in name and parts[1] is None
    return True


def refused(names: Sequence[str], allowed: tuple[str, ...]) -> web.Response | None:
    """The answer to a request for a name that is not ours; None where every name is."""
    for name in names:
        if not host_is_ours(name, allowed):
            return failure(
                403,
                f"the Host name {name[:100]!r} is not one of ours",
                "add it to server.allowed_hosts, or use the machine's address",
            )
    return None
