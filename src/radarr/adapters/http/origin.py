"""Where a request comes from: what a proxy of ours says of it is believed, what anyone else says is not."""

import ipaddress
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from aiohttp import web

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address
Networks: TypeAlias = tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]

_HOP = re.compile(r"\[([^\]]+)\](?::\d+)?|([\d.]+):\d+")  # an address with a port, as some proxies write it

_FORWARDED = ("X-Forwarded-For", "X-Real-IP", "Forwarded")


@lru_cache(maxsize=4)
def networks(texts: tuple[str, ...]) -> Networks:
    """Of the configuration, which has checked them."""
    return tuple(ipaddress.ip_network(text, strict=False) for text in texts)


def address(text: str) -> Address | None:
    """An IP address; one of IPv4 in the dress of IPv6 is what it is. None for anything else."""
    with_port = _HOP.fullmatch(text.strip())
    try:
        found = ipaddress.ip_address((with_port[1] or with_port[2]) if with_port else text.strip())
    except ValueError:
        return None
    return (found.ipv4_mapped or found) if isinstance(found, ipaddress.IPv6Address) else found


def is_trusted(who: Address | None, trusted: Networks) -> bool:
    """Whether it is a proxy of ours."""
    return who is not None and any(who.version == net.version and who in net for net in trusted)


def client(peer: Address, hops: Sequence[str], trusted: Networks) -> Address:
    """The right-most hop that is no proxy of ours: what stands left of it, anyone may have written."""
    here = peer
    for hop in reversed(hops):
        there = address(hop)
        if there is None or not is_trusted(here, trusted):
            break
        here = there
    return here


def believed(request: web.Request, trusted: Networks) -> tuple[web.Request, str | None]:
    """The request as a proxy of ours says that it came, and the Host name that the client asked for, where it says so.

    It is the same request where the peer is no proxy of ours.
    """
    peer = address(request.remote or "")
    if peer is None or not is_trusted(peer, trusted):
        return request, None
    scheme = _last(request, "X-Forwarded-Proto").casefold()
    seen = request.clone(
        remote=str(client(peer, list(_values(request, "X-Forwarded-For")), trusted)),
        scheme=scheme if scheme in {"http", "https"} else request.scheme,
    )
    return seen, _last(request, "X-Forwarded-Host") or None


def is_from_here(request: web.Request, trusted: Networks) -> bool:
    """Whether it comes from this machine. A proxy that is none of ours may stand here and speak for anyone."""
    remote = address(request.remote or "")
    if remote is None or not remote.is_loopback:
        return False
    return is_trusted(_peer(request), trusted) or not any(name in request.headers for name in _FORWARDED)


def _peer(request: web.Request) -> Address | None:
    """Who is at the other end of the line, whatever is said of it."""
    name = request.transport.get_extra_info("peername") if request.transport else None
    return address(str(name[0])) if name else None


def _values(request: web.Request, name: str) -> Iterator[str]:
    for line in request.headers.getall(name, []):
        yield from (part.strip() for part in line.split(","))


def _last(request: web.Request, name: str) -> str:
    """What the nearest proxy wrote."""
    return next(reversed(list(_values(request, name))), "")
