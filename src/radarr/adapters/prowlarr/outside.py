"""A request to a stranger's address: checked after its name is resolved, and made to the very address checked."""

from collections.abc import Callable

import httpx

from radarr.adapters.prowlarr.addresses import Resolve
from radarr.adapters.transport.client import Answer, Transport
from radarr.ports.errors import Refused, Unavailable

_ATTEMPTS = 3  # addresses of one name
_TIMEOUT = 30.0
_REMEDY = "switch the indexer's Redirect option off in Prowlarr, or take another release"


async def get_outside(url: str, resolve: Resolve, allowed: Callable[[str], bool], *, limit: int) -> Answer:
    """Get a stranger's URL, without any key or proxy of ours; its certificate is checked against its name.

    Raises Refused: no http address, or one of its addresses is not allowed. Raises Unavailable.
    """
    target = _target(url)
    port = target.port or (443 if target.scheme == "https" else 80)
    addresses = await _checked(target.host, port, resolve, allowed)
    failure: Unavailable | None = None
    for address in addresses[:_ATTEMPTS]:
        try:
            return await _get(target, address, limit)
        except Unavailable as error:
            if not isinstance(error.__cause__, httpx.ConnectError | httpx.ConnectTimeout):
                raise
            failure = error
    raise failure or Unavailable(f"{target.host} has no address", remedy=_REMEDY)


def _target(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Refused("the link leads to an address that is none", remedy=_REMEDY) from error
    if target.scheme not in {"http", "https"} or not target.host:
        raise Refused("the link leads to something that is neither a magnet nor a web address", remedy=_REMEDY)
    return target


async def _checked(host: str, port: int, resolve: Resolve, allowed: Callable[[str], bool]) -> tuple[str, ...]:
    """Every address of a name: one that is private spoils the name, since it could be the one that is used."""
    try:
        addresses = await resolve(host, port)
    except OSError as error:
        raise Unavailable(f"the name {host} that the link leads to cannot be resolved", remedy=_REMEDY) from error
    if not all(map(allowed, addresses)):
        raise Refused(f"the link leads to {host}, which is a private address: it is not followed", remedy=_REMEDY)
    return addresses


async def _get(target: httpx.URL, address: str, limit: int) -> Answer:
    pinned = target.copy_with(host=address)
    headers = {"Host": target.netloc.decode("ascii")}
    async with Transport(f"the tracker {target.host}", f"{target.scheme}://{target.host}", timeout=_TIMEOUT) as outside:
        return await outside.request(
            "GET", str(pinned), headers=headers, server_name=target.raw_host.decode("ascii"), limit=limit
        )
