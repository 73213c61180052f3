"""POST torrents/add."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from radarr.adapters.simulated.qbittorrent_server.door import STATE
from radarr.adapters.simulated.qbittorrent_server.state import SimulatedQBittorrent
from radarr.adapters.simulated.qbittorrent_server.torrents import SimulatedTorrent, files_of, torrent_id
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.magnet import read_magnet
from radarr.domain.torrent.metainfo import read_torrent

Form = Any  # aiohttp's MultiDict of texts and file parts
Begin = Callable[[SimulatedTorrent], None]


async def add(request: web.Request, begin: Begin) -> web.Response:
    """Take every link and every file part; parts of one name count once."""
    client = request.app[STATE]
    client.added += 1
    form = await request.post()
    parts = {part.filename: part.file.read() for part in form.values() if isinstance(part, FileField)}
    links = [link.strip() for link in str(form.get("urls", "")).splitlines() if link.strip()]
    try:
        found = [_from_file(data) for data in parts.values() if data]
    except TorrentError:
        return web.Response(text=f"Error: '{next(iter(parts))}' is not a valid torrent file.", status=415)
    found += [torrent for link in links if (torrent := _from_magnet(link))]
    ids = [_enter(client, form, torrent, begin) for torrent in found]
    added = [torrent_id for torrent_id in ids if torrent_id]
    return _reply(client, added, failed=len(parts) + len(links) - len(added))


def _from_file(data: bytes) -> dict[str, Any]:
    torrent = read_torrent(data)
    return {
        "infohash": torrent.infohash,
        "name": torrent.name,
        "trackers": torrent.trackers,
        "files": files_of(torrent),
        "state": "checkingResumeData",
    }


def _from_magnet(link: str) -> dict[str, Any] | None:
    try:
        magnet = read_magnet(link)
    except TorrentError:
        return None
    return {"infohash": magnet.infohash, "name": magnet.name or magnet.infohash.key, "trackers": magnet.trackers}


def _enter(client: SimulatedQBittorrent, form: Form, found: dict[str, Any], begin: Begin) -> str | None:
    """Begin with it; None if it is there already, or of a kind that this release does not know."""
    infohash: Infohash = found["infohash"]
    new_id = torrent_id(infohash, client.release)
    if new_id is None or any(client.knows(known) for known in infohash.client_ids):
        return None
    torrent = SimulatedTorrent(
        id=new_id,
        save_path=Path(form.get("savepath") or client.save_path),
        added_on=int(time.time()),
        category=form.get("category", ""),
        tags=_tags(form) if client.release.tags_on_add else [],
        stopped=form.get("stopped" if client.release.stop else "paused") == "true",
        **found,
    )
    if torrent.category:
        client.categories.setdefault(torrent.category, "")
    client.pending[new_id] = torrent
    begin(torrent)
    return new_id


def _tags(form: Form) -> list[str]:
    return [tag.strip() for tag in str(form.get("tags", "")).split(",") if tag.strip()]


def _reply(client: SimulatedQBittorrent, added: list[str], failed: int) -> web.Response:
    if not client.release.json_replies:
        return web.Response(text="Ok." if added else "Fails.")
    if not added:
        return web.Response(text="Conflict", status=409)
    return web.json_response(
        {"success_count": len(added), "failure_count": failed, "pending_count": 0, "added_torrent_ids": added}
    )
