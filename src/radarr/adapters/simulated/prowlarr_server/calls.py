"""Prowlarr's routes."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final

import anyio
from aiohttp import web

from radarr.adapters.simulated.prowlarr_server import feed, resources
from radarr.adapters.simulated.prowlarr_server.faults import ANSWERED_BY_PROWLARR, PAGE, faulty, xml
from radarr.adapters.simulated.prowlarr_server.matching import found
from radarr.adapters.simulated.prowlarr_server.state import Asked, Fault, Offer, SimulatedProwlarr, Site

STATE: Final = web.AppKey("state", SimulatedProwlarr)
_TORRENT = "application/x-bittorrent"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def door(request: web.Request, handler: Handler) -> web.StreamResponse:
    """In Prowlarr's order: starting up, the key (one in the URL beats the header), the URL base."""
    state = request.app[STATE]
    if state.starting:
        return web.json_response({"errorMessage": "starting up"}, status=503)
    if request.path.removeprefix(state.url_base) == "/ping":
        return web.json_response({"status": "OK"})
    key = request.query.get("apikey") or request.headers.get("X-Api-Key")
    if _needs_key(request.path.removeprefix(state.url_base)) and key != state.api_key:
        return web.Response(status=401)
    if not request.path.startswith(state.url_base):
        return web.Response(status=307, headers={"Location": state.url_base + request.path_qs})
    try:
        return await handler(request)
    except web.HTTPNotFound:
        return _unknown(request)


def _needs_key(path: str) -> bool:
    return path.startswith("/api/") or path.endswith(("/api", "/download"))


def _unknown(request: web.Request) -> web.Response:
    """The web page answers everything outside the API."""
    if request.path.startswith("/api/"):
        return web.Response(status=404)
    return web.Response(text=PAGE, content_type="text/html")


def routes(base: str) -> list[web.RouteDef]:
    """Under a URL base."""
    api = f"{base}/api/v1"
    return [
        web.get(f"{base}/ping", _unreachable),
        web.get(f"{api}/system/status", _status),
        web.get(f"{api}/indexer", _indexers),
        web.get(f"{api}/indexerstatus", _blocks),
        web.get(f"{api}/indexerstats", _statistics),
        web.get(f"{api}/appprofile", _profiles),
        web.get(base + r"/{indexer:\d+}/api", _newznab),
        web.get(api + r"/indexer/{indexer:\d+}/newznab", _newznab),
        web.get(base + r"/{indexer:\d+}/download", _download),
        web.get(api + r"/indexer/{indexer:\d+}/download", _download),
    ]


async def _unreachable(_request: web.Request) -> web.Response:
    return web.Response(status=500)  # the door answers


async def _status(request: web.Request) -> web.Response:
    return web.json_response(resources.status(request.app[STATE]))


async def _indexers(request: web.Request) -> web.Response:
    return web.json_response([resources.indexer(site) for site in request.app[STATE].indexers])


async def _blocks(request: web.Request) -> web.Response:
    return web.json_response(resources.blocks(request.app[STATE]))


async def _statistics(request: web.Request) -> web.Response:
    start = request.query.get("startDate")
    since = datetime.fromisoformat(start) if start else datetime.min.replace(tzinfo=UTC)
    return web.json_response(resources.statistics(request.app[STATE], since))


async def _profiles(request: web.Request) -> web.Response:
    return web.json_response([resources.profile(site) for site in request.app[STATE].indexers])


async def _newznab(request: web.Request) -> web.StreamResponse:
    site = _site(request, "search")
    if site is None:
        return _no_indexer()
    await anyio.sleep(site.delay)
    fault = Fault(site.fault) if site.enabled else Fault.DISABLED
    if fault is not Fault.NONE:
        return await faulty(request, fault, site.retry_after)
    return _answered(request, site)


def _answered(request: web.Request, site: Site) -> web.Response:
    match request.query.get("t"):
        case "caps":
            return xml(feed.caps(site))
        case "search" | "movie" if not _is_id(request.query.get("imdbid")):
            return xml(feed.error(201, "Incorrect parameter (imdbid)"), 400)
        case "search" | "movie":
            return xml(_found(request, site))
        case None:
            return xml(feed.error(200, "Missing parameter (t)"), 400)
        case other:
            return xml(feed.error(202, f"No such function ({other})"), 400)


def _is_id(imdb: str | None) -> bool:
    """Whether it is absent, or a number other than zero, whatever letters t stand before it."""
    digits = (imdb or "").lstrip("tT")
    return not imdb or (digits.isdecimal() and int(digits) > 0)


def _found(request: web.Request, site: Site) -> str:
    state = request.app[STATE]
    return feed.feed(state, site, found(state, site, request.query), f"http://{request.host}")


async def _download(request: web.Request) -> web.Response:
    state = request.app[STATE]
    site = _site(request, "download")
    if site is None:
        return _no_indexer()
    guid = feed.unseal(request.query.get("link", ""))
    if guid is None or not request.query.get("file"):
        return web.json_response({"message": "Invalid Prowlarr link"}, status=500)
    if not site.enabled or guid not in state.offers:
        return xml(feed.error(410, "Download failed"), 410)
    return _delivered(state.offers[guid], site)


def _delivered(offer: Offer, site: Site) -> web.Response:
    if offer.failure:
        again = {"Retry-After": str(site.retry_after)} if offer.failure == 429 and site.retry_after else {}  # noqa: PLR2004
        return xml(feed.error(offer.failure, "Download failed"), offer.failure, again)
    if offer.redirect:
        return web.Response(status=301, headers={"Location": offer.redirect})
    body = offer.payload if offer.payload is not None else offer.torrent
    if body is not None:
        return web.Response(body=body, content_type=_TORRENT)
    if offer.magnet:
        return web.Response(status=301, headers={"Location": offer.magnet})
    return xml(feed.error(500, "Download failed"), 500)


def _site(request: web.Request, what: str) -> Site | None:
    """The indexer that the path names; the request is noted."""
    state, indexer_id = request.app[STATE], int(request.match_info["indexer"])
    query = {name: value for name, value in request.query.items() if name != "apikey"}
    agent = request.headers.get("User-Agent", "")
    site = state.site(indexer_id)
    reached = site is not None and site.enabled and (what == "download" or site.fault not in ANSWERED_BY_PROWLARR)
    asked = Asked(indexer_id, what, query, agent, "apikey" in request.query, reached, datetime.now(UTC))
    state.asked.append(asked)
    return site


def _no_indexer() -> web.Response:
    return web.json_response({"message": "no such indexer"}, status=404)
