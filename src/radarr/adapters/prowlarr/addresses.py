"""Which addresses a link may lead to: public ones.

A link that an indexer wrote could otherwise make us fetch from the router, from a neighbour's service, or from the
place where a cloud keeps its keys.
"""

import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

import anyio

Resolve = Callable[[str, int], Awaitable[tuple[str, ...]]]
"""Name and port to addresses, IPv4 first. Raises OSError."""

_NAT64 = IPv6Network("64:ff9b::/96")
_NOT_THE_INTERNET = tuple(
    map(
        ip_network,
        (
            "168.63.129.16/32",  # Azure's host, which looks public and answers only from inside
            "192.0.0.0/24",  # for protocols, though older Pythons take most of it for public
            "fec0::/10",  # site-local: given up, yet still routed inside some networks
        ),
    )
)


async def resolve(host: str, port: int) -> tuple[str, ...]:
    """As the system resolves it. Raises OSError."""
    try:
        found = await anyio.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a name that cannot be one
        raise OSError(f"{host[:80]!r} is no host name") from error
    ordered = sorted(found, key=lambda entry: entry[0] != socket.AF_INET)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in ordered))


def is_public(address: str) -> bool:
    """Whether an address belongs to the public Internet; one that wraps another counts as that one."""
    try:
        return _is_public(ip_address(address))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        wrapped = _wrapped(address)
        if wrapped is not None:
            return _is_public(wrapped)
    if any(address in network for network in _NOT_THE_INTERNET):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _wrapped(address: IPv6Address) -> IPv4Address | None:
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
