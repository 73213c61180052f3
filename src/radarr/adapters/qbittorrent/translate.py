"""qBittorrent's torrents in our words."""

from datetime import UTC, datetime
from typing import TypeVar

from msgspec import UNSET, UnsetType

from radarr.adapters.qbittorrent.paths import PathMap
from radarr.adapters.qbittorrent.states import client_state
from radarr.adapters.qbittorrent.wire import FileFields, TorrentFields
from radarr.domain.torrent.infohash import Infohash
from radarr.ports.download_client import ClientFile, ClientState, ClientTorrent

T = TypeVar("T")

_ENDLESS = 8640000  # seconds: its way to say that it does not know
_UNSET_TIME = (1 << 32) - 1


def torrent_of(torrent_id: str, fields: TorrentFields, path_map: PathMap, tag: str) -> ClientTorrent:
    """One torrent; `tag` makes it ours."""
    raw_state, progress = _or(fields.state, "unknown"), _or(fields.progress, 0.0)
    size = _or(fields.size, 0)
    state = client_state(raw_state, progress=progress, size=size)
    unknown = _or(fields.total_size, 0) < 0 or state is ClientState.METADATA
    tags = tags_of(fields)
    save_path = _or(fields.save_path, "")
    return ClientTorrent(
        id=torrent_id,
        infohash=infohash_of(torrent_id, fields),
        name=_or(fields.name, ""),
        state=state,
        raw_state=raw_state,
        progress=progress,
        size=-1 if unknown else size,
        left=-1 if unknown else _or(fields.amount_left, 0),
        category=_or(fields.category, ""),
        tags=tags,
        save_path=save_path,
        local_path=path_map.local(save_path),
        down_speed=_or(fields.dlspeed, 0),
        up_speed=_or(fields.upspeed, 0),
        eta_seconds=_eta(_or(fields.eta, _ENDLESS)),
        ratio=_or(fields.ratio, 0.0),
        seeds=max(0, _or(fields.num_seeds, 0), _or(fields.num_complete, 0)),
        availability=_or(fields.availability, -1.0),
        added_at=_instant(_or(fields.added_on, 0)),
        completed_at=_instant(_or(fields.completion_on, 0)),
        ours=tag in tags,
    )


def infohash_of(torrent_id: str, fields: TorrentFields) -> Infohash:
    """Before 4.4 there is but the id, which is version 1 then."""
    v1, v2 = _or(fields.infohash_v1, "").lower(), _or(fields.infohash_v2, "").lower()
    return Infohash(v1 or (None if v2 else torrent_id), v2 or None)


def tags_of(fields: TorrentFields) -> frozenset[str]:
    """Its tags, apart."""
    return frozenset(tag for part in _or(fields.tags, "").split(",") if (tag := part.strip()))


def file_of(fields: FileFields) -> ClientFile:
    """One file."""
    return ClientFile(name=fields.name, size=fields.size, progress=fields.progress, wanted=fields.priority != 0)


def _or(value: T | UnsetType, default: T) -> T:
    return default if value is UNSET else value


def _eta(seconds: int) -> int | None:
    return seconds if 0 <= seconds < _ENDLESS else None


def _instant(seconds: int) -> datetime | None:
    """0, -1 and the biggest 32 bit number have all been its way to say never."""
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < _UNSET_TIME else None
