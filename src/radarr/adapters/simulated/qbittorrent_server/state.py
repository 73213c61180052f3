"""The simulated client's state, and what a test or the demo can do to it."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from radarr.adapters.simulated.qbittorrent_server.release import Release
from radarr.adapters.simulated.qbittorrent_server.sessions import Sessions, Snapshot
from radarr.adapters.simulated.qbittorrent_server.torrents import SimulatedTorrent

Content: TypeAlias = Mapping[str, bytes | int]
"""Files by their path below the save path; a size in bytes in place of content makes a sparse file."""


def _nothing(_infohash: str) -> Content | None:
    return None


@dataclass(slots=True, kw_only=True)
class SimulatedQBittorrent:
    """Everything may be changed while it runs.

    `contents` gives a torrent's files by its infohash (version 1 where it has one): a magnet finds metadata only
    there, a torrent file without any gets sparse files. A download takes `seconds`; one whose infohash is in `dead`
    never begins, one in `failing` ends in an error. An added torrent is listed after `delay` seconds.
    `bypass` lets everybody in; `api_key` is for 5.2 and later; `listens_on` is the port that the Host header must
    name, as behind a container's port map. `added` counts the requests to add, `html` makes every answer a web page.
    """

    release: Release
    save_path: Path
    url: str = ""
    username: str = "admin"
    password: str = "adminadmin"  # noqa: S105  # what old versions come with
    api_key: str = ""
    bypass: bool = False
    listens_on: int = 0
    html: bool = False
    contents: Callable[[str], Content | None] = _nothing
    seconds: float = 1.0
    delay: float = 0.01
    dead: set[str] = field(default_factory=set)
    failing: set[str] = field(default_factory=set)
    added: int = 0
    sessions: Sessions = field(default_factory=Sessions)
    torrents: dict[str, SimulatedTorrent] = field(default_factory=dict)
    pending: dict[str, SimulatedTorrent] = field(default_factory=dict)
    categories: dict[str, str] = field(default_factory=dict)
    preferences: dict[str, Any] = field(default_factory=dict)

    def expire_sessions(self) -> None:
        """As a restart or an idle hour does."""
        self.sessions.states.clear()

    def snapshot(self) -> Snapshot:
        """All torrents as they are listed now."""
        return {key: torrent.listed(self.release) for key, torrent in self.torrents.items()}

    def knows(self, torrent_id: str) -> bool:
        """Whether it is listed or about to be."""
        return torrent_id in self.torrents or torrent_id in self.pending

    def all_preferences(self) -> dict[str, Any]:
        """The defaults, overlaid with what was set."""
        return {
            "save_path": str(self.save_path),
            "temp_path_enabled": False,
            "temp_path": "",
            "auto_tmm_enabled": False,
            "incomplete_files_ext": False,
            "queueing_enabled": False,
            "max_ratio_enabled": False,
            "max_ratio": -1,
            "max_ratio_act": 0,
            "dht": True,
            "web_ui_session_timeout": 3600,
        } | self.preferences


def now() -> int:
    """Seconds since 1970."""
    return int(time.time())
