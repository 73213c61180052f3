"""Small films as torrents."""

import hashlib
import itertools
from collections.abc import Mapping
from typing import NamedTuple

from radarr.domain.torrent.bencode import Value, encode
from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.magnet import Magnet
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.download_client import AddRequest

CATEGORY, TAG = "radarr-daemon", "radarr-daemon"
_numbers = itertools.count(1)


class Film(NamedTuple):
    """A release that nobody has had before; `files` are its content by path below the save path."""

    name: str
    torrent: bytes
    infohash: Infohash
    files: Mapping[str, bytes]

    @property
    def magnet(self) -> str:
        return Magnet(self.infohash, self.name).minimal()

    def request(self, *, paused: bool = False) -> AddRequest:
        return AddRequest(
            self.infohash, self.name, CATEGORY, f"radarr-{self.infohash.key[:12]}", self.torrent, paused=paused
        )

    def magnet_request(self) -> AddRequest:
        return self.request()._replace(torrent=None, magnet=self.magnet)


def film() -> Film:
    """A folder with a film and a subtitle."""
    name = f"The.Paper.Lantern.2019.Part.{next(_numbers)}.1080p.BluRay.x264-GRP"
    inside = {"film.mkv": name.encode() * 1000, "Subs/English.srt": b"1\n00:00:01,000 --> 00:00:02,000\nHello.\n"}
    torrent = build_torrent(name, inside)
    files = {f"{name}/{path}": content for path, content in inside.items()}
    return Film(name, torrent, read_torrent(torrent).infohash, files)


def hybrid_film() -> Film:
    """One small file in a torrent of both versions: a single piece is its own Merkle root."""
    name = f"The.Paper.Boat.2021.Part.{next(_numbers)}.mkv"
    content = name.encode() * 100
    root: Value = hashlib.sha256(content).digest()
    info: dict[bytes, Value] = {
        b"name": name.encode(),
        b"piece length": 1 << 14,
        b"length": len(content),
        b"pieces": hashlib.sha1(content, usedforsecurity=False).digest(),
        b"meta version": 2,
        b"file tree": {name.encode(): {b"": {b"length": len(content), b"pieces root": root}}},
    }
    torrent = encode({b"info": info, b"piece layers": {}})
    return Film(name, torrent, read_torrent(torrent).infohash, {name: content})
