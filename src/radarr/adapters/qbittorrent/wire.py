"""What qBittorrent sends. Fields that a version lacks, or that a change leaves out, stay UNSET."""

from typing import TypeVar

import msgspec
from msgspec import UNSET, UnsetType

from radarr.adapters.transport.client import Answer
from radarr.ports.errors import Unavailable

T = TypeVar("T")


class TorrentFields(msgspec.Struct):
    """One torrent of `torrents/info` or `sync/maindata`, or what changed of it. The map's key is its `hash`."""

    hash: str | UnsetType = UNSET
    infohash_v1: str | UnsetType = UNSET
    infohash_v2: str | UnsetType = UNSET
    name: str | UnsetType = UNSET
    state: str | UnsetType = UNSET
    progress: float | UnsetType = UNSET
    size: int | UnsetType = UNSET
    total_size: int | UnsetType = UNSET
    amount_left: int | UnsetType = UNSET
    category: str | UnsetType = UNSET
    tags: str | UnsetType = UNSET
    save_path: str | UnsetType = UNSET
    dlspeed: int | UnsetType = UNSET
    upspeed: int | UnsetType = UNSET
    eta: int | UnsetType = UNSET
    ratio: float | UnsetType = UNSET
    num_seeds: int | UnsetType = UNSET
    num_complete: int | UnsetType = UNSET
    availability: float | UnsetType = UNSET
    added_on: int | UnsetType = UNSET
    completion_on: int | UnsetType = UNSET


class MainData(msgspec.Struct):
    """`sync/maindata`: all there is (`full_update`), or what changed since the last answer."""

    rid: int
    full_update: bool = False
    torrents: dict[str, TorrentFields] = {}
    torrents_removed: list[str] = []


class FileFields(msgspec.Struct):
    """One file of `torrents/files`; `priority` 0 is not wanted."""

    name: str
    size: int
    progress: float = 0.0
    priority: int = 1


class AddReply(msgspec.Struct):
    """`torrents/add` since 5.2."""

    success_count: int = 0
    failure_count: int = 0
    pending_count: int = 0


class Preferences(msgspec.Struct):
    """Of `app/preferences`, where downloads go and what endangers an import."""

    save_path: str = ""
    max_ratio_act: int = 0
    temp_path_enabled: bool = False
    temp_path: str = ""
    auto_tmm_enabled: bool = False
    incomplete_files_ext: bool = False
    use_unwanted_folder: bool = False
    excluded_file_names_enabled: bool = False
    torrent_content_layout: str = "Original"
    torrent_stop_condition: str = "None"
    dht: bool = True


def decode(answer: Answer, kind: type[T]) -> T:
    """The body as `kind`. Raises Unavailable where it is something else."""
    try:
        return msgspec.json.decode(answer.body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise answer.blame(
            Unavailable(
                f"qBittorrent answered {answer.url} with something that we cannot read",
                remedy="check that qbittorrent.url leads to qBittorrent's Web UI and to nothing in between",
            )
        ) from error
