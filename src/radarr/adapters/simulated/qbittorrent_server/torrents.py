"""One torrent of the simulated client, and how it is listed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio

from radarr.adapters.simulated.qbittorrent_server.release import Release
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.magnet import Magnet
from radarr.domain.torrent.metainfo import Torrent

_ENDLESS = 8640000


@dataclass(slots=True, kw_only=True)
class SimulatedTorrent:
    """`files` are sizes in bytes by path below `save_path`; without metadata there are none."""

    id: str
    infohash: Infohash
    name: str
    save_path: Path
    added_on: int
    category: str = ""
    tags: list[str] = field(default_factory=list)
    trackers: tuple[str, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    state: str = "metaDL"
    progress: float = 0.0
    stopped: bool = False
    completion_on: int = -1
    disk: anyio.Lock = field(default_factory=anyio.Lock)
    """Held by who writes its files or takes them away."""

    @property
    def size(self) -> int:
        return sum(self.files.values())

    @property
    def finished(self) -> bool:
        return bool(self.files) and self.progress >= 1

    def shown_state(self, release: Release) -> str:
        """As this release calls it."""
        if not self.stopped or self.state in {"error", "missingFiles"}:
            return self.state
        word = "stopped" if release.stop else "paused"
        return f"{word}{'UP' if self.finished else 'DL'}"

    def listed(self, release: Release) -> dict[str, Any]:
        """As `torrents/info` has it, without what newer releases added."""
        left = round(self.size * (1 - self.progress))
        slash = "/" if release.api < (2, 8) else ""
        state = self.shown_state(release)
        fields: dict[str, Any] = {
            "added_on": self.added_on,
            "amount_left": left,
            "auto_tmm": False,
            "category": self.category,
            "completed": self.size - left,
            "completion_on": self.completion_on,
            "dlspeed": 1_000_000 if state == "downloading" else 0,
            "eta": left // 1_000_000 if state == "downloading" else _ENDLESS,
            "magnet_uri": Magnet(self.infohash, self.name, self.trackers).minimal(),
            "name": self.name,
            "num_complete": 5,
            "num_incomplete": 1,
            "num_leechs": 0,
            "num_seeds": 1 if state == "downloading" else 0,
            "priority": 0,
            "progress": self.progress,
            "ratio": 0.0,
            "save_path": f"{self.save_path}{slash}",
            "size": self.size,
            "state": state,
            "tags": ", ".join(self.tags),
            "total_size": self.size if self.files else -1,
            "tracker": next(iter(self.trackers), ""),
            "upspeed": 0,
        }
        return fields | self._newer(release)

    def _newer(self, release: Release) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        if release.content_path:
            fields |= {"availability": 1.0, "content_path": self._content_path()}
        if release.infohashes:
            fields |= {
                "download_path": "",
                "infohash_v1": self.infohash.v1 or "",
                "infohash_v2": self.infohash.v2 or "",
            }
        if release.stop:
            fields |= {"has_metadata": bool(self.files), "private": None, "reannounce": 0, "comment": ""}
        return fields

    def _content_path(self) -> str:
        tops = {path.split("/")[0] for path in self.files}
        if len(self.files) == 1:
            return str(self.save_path / next(iter(self.files)))
        return str(self.save_path / tops.pop()) if len(tops) == 1 else ""

    def listed_files(self) -> list[dict[str, Any]]:
        """As `torrents/files` has it."""
        return [
            {"index": n, "name": path, "size": size, "priority": 1, "progress": self.progress, "availability": 1.0}
            for n, (path, size) in enumerate(self.files.items())
        ]


def torrent_id(infohash: Infohash, release: Release) -> str | None:
    """What this release lists it under; None if it cannot have it."""
    return infohash.client_ids[0] if release.infohashes else infohash.v1


def files_of(torrent: Torrent) -> dict[str, int]:
    """Sizes by path."""
    return {file.path: file.size for file in torrent.files}
