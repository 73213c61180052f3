"""The calls of the Web API that the simulated client answers."""

import json
from collections.abc import Iterator
from typing import Any

from aiohttp import web
from anyio.to_thread import run_sync

from radarr.adapters.simulated.qbittorrent_server.door import STATE, SYNC, login
from radarr.adapters.simulated.qbittorrent_server.downloading import erase
from radarr.adapters.simulated.qbittorrent_server.torrents import SimulatedTorrent

_PSEUDO_TRACKERS = ("** [DHT] **", "** [PeX] **", "** [LSD] **")


def routes(*, stop: bool, tags: bool) -> list[web.RouteDef]:
    """All but torrents/add; `stop` and `tags` say what the release has."""
    halt, go = ("stop", "start") if stop else ("pause", "resume")
    listed = [
        web.post("/auth/login", login),
        web.get("/app/version", _version),
        web.get("/app/webapiVersion", _api_version),
        web.get("/app/defaultSavePath", _save_path),
        web.get("/app/preferences", _preferences),
        web.post("/app/setPreferences", _set_preferences),
        web.get("/sync/maindata", _maindata),
        web.get("/torrents/info", _info),
        web.get("/torrents/files", _files),
        web.get("/torrents/trackers", _trackers),
        web.post("/torrents/delete", _delete),
        web.post(f"/torrents/{halt}", _stop),
        web.post(f"/torrents/{go}", _start),
        web.post("/torrents/reannounce", _nothing),
        web.get("/torrents/categories", _categories),
        web.post("/torrents/createCategory", _create_category),
        web.post("/torrents/setCategory", _set_category),
    ]
    if tags:
        listed += [web.get("/torrents/tags", _all_tags), web.post("/torrents/addTags", _add_tags)]
    return [web.RouteDef(r.method, f"/api/v2{r.path}", r.handler, r.kwargs) for r in listed]


def _empty(status: int = 200) -> web.Response:
    return web.Response(status=status)


async def _version(request: web.Request) -> web.Response:
    return web.Response(text=request.app[STATE].release.version)


async def _api_version(request: web.Request) -> web.Response:
    return web.Response(text=request.app[STATE].release.api_text)


async def _save_path(request: web.Request) -> web.Response:
    return web.Response(text=str(request.app[STATE].save_path))


async def _preferences(request: web.Request) -> web.Response:
    return web.json_response(request.app[STATE].all_preferences())


async def _set_preferences(request: web.Request) -> web.Response:
    form = await request.post()
    request.app[STATE].preferences |= json.loads(str(form.get("json", "{}")))
    return _empty()


async def _maindata(request: web.Request) -> web.Response:
    rid = int(request.query.get("rid", "0"))
    return web.json_response(SYNC.get().answer(rid, request.app[STATE].snapshot()))


async def _info(request: web.Request) -> web.Response:
    client, query = request.app[STATE], request.query
    wanted = query.get("hashes", "all").lower().split("|")
    listed = [
        {"hash": key, **fields}
        for key, fields in client.snapshot().items()
        if (wanted == ["all"] or key in wanted) and query.get("category", fields["category"]) == fields["category"]
    ]
    return web.json_response(listed)


async def _files(request: web.Request) -> web.Response:
    torrent = request.app[STATE].torrents.get(request.query.get("hash", ""))
    return _empty(404) if torrent is None else web.json_response(torrent.listed_files())


async def _trackers(request: web.Request) -> web.Response:
    torrent = request.app[STATE].torrents.get(request.query.get("hash", ""))
    if torrent is None:
        return _empty(404)
    rows: list[dict[str, Any]] = [
        {"url": url, "status": 0, "tier": -1, "msg": "", "num_seeds": 0} for url in _PSEUDO_TRACKERS
    ]
    rows += [{"url": url, "status": 2, "tier": 0, "msg": "", "num_seeds": 5} for url in torrent.trackers]
    return web.json_response(rows)


async def _delete(request: web.Request) -> web.Response:
    form = await request.post()
    if "hashes" not in form or "deleteFiles" not in form:
        return web.Response(text="Bad Request", status=400)
    for torrent in list(_named(request, form)):
        del request.app[STATE].torrents[torrent.id]
        if form["deleteFiles"] == "true":
            async with torrent.disk:
                await run_sync(erase, torrent)
    return _empty()


async def _stop(request: web.Request) -> web.Response:
    for torrent in _named(request, await request.post()):
        torrent.stopped = True
    return _empty()


async def _start(request: web.Request) -> web.Response:
    for torrent in _named(request, await request.post()):
        torrent.stopped = False
    return _empty()


async def _nothing(_request: web.Request) -> web.Response:
    return _empty()


async def _categories(request: web.Request) -> web.Response:
    categories = request.app[STATE].categories
    return web.json_response({name: {"name": name, "savePath": path} for name, path in categories.items()})


async def _create_category(request: web.Request) -> web.Response:
    form, categories = await request.post(), request.app[STATE].categories
    name = str(form.get("category", ""))
    if not name or name in categories:
        return _empty(409 if name else 400)
    categories[name] = str(form.get("savePath", ""))
    return _empty()


async def _set_category(request: web.Request) -> web.Response:
    form = await request.post()
    name = str(form.get("category", ""))
    if name and name not in request.app[STATE].categories:
        return _empty(409)
    for torrent in _named(request, form):
        torrent.category = name
    return _empty()


async def _all_tags(request: web.Request) -> web.Response:
    torrents = request.app[STATE].torrents.values()
    return web.json_response(sorted({tag for torrent in torrents for tag in torrent.tags}))


async def _add_tags(request: web.Request) -> web.Response:
    form = await request.post()
    tags = [tag.strip() for tag in str(form.get("tags", "")).split(",") if tag.strip()]
    for torrent in _named(request, form):
        torrent.tags += [tag for tag in tags if tag not in torrent.tags]
    return _empty()


def _named(request: web.Request, form: Any) -> Iterator[SimulatedTorrent]:  # noqa: ANN401  # aiohttp's MultiDict
    """The torrents of `hashes`; unknown ones are passed over without a word."""
    torrents = request.app[STATE].torrents
    hashes = str(form.get("hashes", "")).lower().split("|")
    return (torrent for key, torrent in torrents.items() if hashes == ["all"] or key in hashes)
