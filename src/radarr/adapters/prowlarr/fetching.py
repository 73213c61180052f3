"""From a release's link to a torrent or a magnet.

Redirects are followed by hand: Prowlarr answers with a 301 to `magnet:`, or, where an indexer's Redirect option is on,
sends us to the tracker. Our key goes to Prowlarr alone, and only as long as nobody else had a say in the address.
"""

from collections.abc import Callable
from http import HTTPStatus
from typing import NamedTuple
from urllib.parse import urljoin

import httpx
from anyio import to_thread

from radarr.adapters.newznab.links import without_key
from radarr.adapters.prowlarr.addresses import Resolve
from radarr.adapters.prowlarr.outside import get_outside
from radarr.adapters.prowlarr.replies import KEY_REMEDY, URL_REMEDY, key_header
from radarr.adapters.transport.client import Answer, Transport, Unanswered
from radarr.domain.release import Release
from radarr.domain.torrent.bencode import MAX_BYTES
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.magnet import read_magnet
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.errors import Gone, PortError, Refused, Unauthorised
from radarr.ports.indexer import FetchFailed, Payload

Door = Callable[[str], bool]
"""Whether we may connect to this address."""

_HOPS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_WORTH_A_THREAD = 64 << 10
_OTHER_RELEASE = "another release, or this one from another indexer, may do"


class _Stop(NamedTuple):
    """Where to look next. `trusted`: no stranger had a say in the address."""

    url: str
    trusted: bool


class Fetcher:
    """Fetches what links lead to; the transport is Prowlarr's."""

    def __init__(self, transport: Transport, key: str, resolve: Resolve, allowed: Door) -> None:
        self._transport = transport
        self._key = key
        self._resolve = resolve
        self._allowed = allowed

    async def fetch(self, release: Release) -> Payload:
        """See the port."""
        if release.link is None:
            return _magnet(_stated(release))
        stop = _Stop(self._own(release.link), trusted=True)
        for _ in range(_HOPS + 1):
            if stop.url[:7].lower() == "magnet:":
                return _magnet(stop.url)
            answer = await self._get(stop, release.indexer)
            if answer.status not in _REDIRECTS:
                return await _payload(answer, "Prowlarr" if stop.trusted else "the tracker")
            stop = self._next(stop, answer)
        raise Refused(f"the link leads on more than {_HOPS} times", remedy=_OTHER_RELEASE)

    def _own(self, link: str) -> str:
        """The link at our own address of Prowlarr: proxies before it may make it state another scheme or port."""
        base, url = httpx.URL(self._transport.base), _parsed(link)
        if url.host != base.host or not url.path.startswith(base.path.rstrip("/") + "/"):
            raise Refused(
                f"the link leads to {url.host or 'nowhere'}, not to Prowlarr at {base.host}",
                remedy="let a proxy before Prowlarr pass on the Host header; then search again",
            )
        moved = url.copy_with(scheme=base.scheme, host=base.host, port=base.port)
        return without_key(str(moved))

    async def _get(self, stop: _Stop, indexer: str) -> Answer:
        """Whoever takes the request and does not answer: it is the indexer that Prowlarr waits for."""
        try:
            if self._is_own(stop.url):
                headers = key_header(self._key) if stop.trusted else None
                return await self._transport.request("GET", stop.url, headers=headers, limit=MAX_BYTES, behind=indexer)
            return await get_outside(stop.url, self._resolve, self._allowed, limit=MAX_BYTES)
        except Unanswered as error:
            raise FetchFailed(error.message, remedy=error.remedy) from error

    def _next(self, stop: _Stop, answer: Answer) -> _Stop:
        location = str(answer.headers.get("location", "")).strip()
        if not location:
            raise Refused("the link leads on, but does not say where to", remedy=_OTHER_RELEASE)
        if location[:7].lower() == "magnet:":
            return _Stop(location, stop.trusted)
        try:
            url = urljoin(stop.url, location)
        except ValueError as error:
            raise Refused("the link leads on to an address that is none", remedy=_OTHER_RELEASE) from error
        return _Stop(url, stop.trusted and self._is_own(url))

    def _is_own(self, url: str) -> bool:
        base, other = httpx.URL(self._transport.base), _parsed(url)
        return (base.scheme, base.host, _port(base)) == (other.scheme, other.host, _port(other))


def _parsed(url: str) -> httpx.URL:
    try:
        return httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Refused("the link is no address that we can use", remedy=_OTHER_RELEASE) from error


def _port(url: httpx.URL) -> int | None:
    return url.port or {"http": 80, "https": 443}.get(url.scheme)


def _stated(release: Release) -> str:
    if release.magnet is None:
        raise Gone(f"{release.indexer} states no link for this release", remedy=_OTHER_RELEASE)
    return release.magnet


def _magnet(uri: str) -> Payload:
    try:
        return Payload(magnet=read_magnet(uri).minimal())
    except TorrentError as error:
        raise Refused(f"what the link leads to is no magnet for a torrent: {error}", remedy=_OTHER_RELEASE) from error


async def _payload(answer: Answer, who: str) -> Payload:
    """The torrent in an answer. Raises what an answer without one means."""
    if answer.status != HTTPStatus.OK:
        raise _error(answer, who)
    try:
        if len(answer.body) > _WORTH_A_THREAD:
            await to_thread.run_sync(read_torrent, answer.body)
        else:
            read_torrent(answer.body)
    except TorrentError as error:
        raise Refused(f"what {who} sent is no torrent we can use: {error}", remedy=_OTHER_RELEASE) from error
    return Payload(torrent=answer.body)


def _error(answer: Answer, who: str) -> PortError:
    trusted = who == "Prowlarr"
    match answer.status:
        case HTTPStatus.UNAUTHORIZED if trusted:
            return Unauthorised("Prowlarr does not accept the API key", remedy=KEY_REMEDY)
        case HTTPStatus.NOT_FOUND | HTTPStatus.GONE:
            return Gone(f"{who} has this release no more", remedy=_OTHER_RELEASE)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return FetchFailed(
                f"{who} lets us fetch no more for now: the indexer is blocked or at its limit",
                remedy="we try again later, or take it from another indexer",
                retry_after=answer.retry_after,
            )
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return FetchFailed(
                f"{who} could not fetch the torrent (status {status})",
                remedy="test the indexer in Prowlarr",
                retry_after=answer.retry_after,
            )
        case status:
            return Refused(
                f"{who} refuses to hand out the torrent (status {status})",
                remedy=URL_REMEDY if trusted else _OTHER_RELEASE,
            )
