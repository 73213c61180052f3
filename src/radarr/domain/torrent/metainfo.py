"""Torrent files: version 1 (SHA-1), version 2 (SHA-256) and hybrids of both."""

import hashlib
import re
from typing import NamedTuple

from radarr.domain.torrent.bencode import Value, decode_members
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.files import TorrentFile, v1_files, v2_files
from radarr.domain.torrent.infohash import Infohash
from radarr.domain.torrent.names import safe_name

_WEB_PAGE = re.compile(rb"\s*(\xef\xbb\xbf)?\s*<")
_DIGEST = 20
_VERSION_2 = 2


class Torrent(NamedTuple):
    """What a torrent file says. Sizes in bytes; padding files are left out.

    `files` are in the torrent's order, their paths as the client lists them: below the save path, `/`-separated,
    so that in a torrent of several files each begins with `name`.
    """

    infohash: Infohash
    name: str
    files: tuple[TorrentFile, ...]
    size: int
    private: bool
    trackers: tuple[str, ...]
    piece_length: int


def read_torrent(data: bytes) -> Torrent:
    """Read a torrent file. Raises TorrentError: no torrent, a broken one, or one whose names leave its folder."""
    _refuse_strangers(data)
    members = decode_members(data.rstrip(b"\r\n"))  # some sites end the file with a line break
    info, spelled = members.get(b"info", (None, b""))
    if not isinstance(info, dict):
        raise TorrentError("it lacks the info dictionary: ask the indexer for the torrent file itself")
    name = safe_name(info.get(b"name.utf-8", info.get(b"name")))
    files, piece_length = _files(info, name), _piece_length(info)
    return Torrent(
        infohash=_infohash(info, spelled),
        name=name,
        files=files,
        size=sum(file.size for file in files),
        private=info.get(b"private") == 1,
        trackers=_trackers({key: value for key, (value, _) in members.items()}),
        piece_length=piece_length,
    )


def _refuse_strangers(data: bytes) -> None:
    if not data.strip():
        raise TorrentError("it is empty: the indexer sent nothing, try again later")
    if _WEB_PAGE.match(data):
        raise TorrentError("it is a web page: the indexer's site may want a login, test the indexer in Prowlarr")
    if not data.startswith(b"d"):
        raise TorrentError("it does not begin as a torrent file does: test the indexer in Prowlarr")


def _infohash(info: dict[bytes, Value], spelled: bytes) -> Infohash:
    """From the original bytes: to encode them anew would lose what we do not know."""
    v1 = hashlib.sha1(spelled, usedforsecurity=False).hexdigest() if b"pieces" in info else None
    v2 = hashlib.sha256(spelled).hexdigest() if _is_v2(info) else None
    return Infohash(v1, v2)


def _is_v2(info: dict[bytes, Value]) -> bool:
    version = info.get(b"meta version", 1)
    if version == _VERSION_2:
        return True
    if version != 1:
        raise TorrentError("it is of a version that is not known")
    return False


def _piece_length(info: dict[bytes, Value]) -> int:
    length = info.get(b"piece length")
    if not isinstance(length, int) or length <= 0:
        raise TorrentError("it states no piece length")
    return length


def _files(info: dict[bytes, Value], name: str) -> tuple[TorrentFile, ...]:
    v2 = v2_files(info.get(b"file tree"), name) if _is_v2(info) else ()
    v1 = _checked_v1(info, name) if b"pieces" in info or not v2 else ()
    if v1 and v2 and set(v1) != set(v2):
        raise TorrentError("its two versions name different files")
    return v1 or v2


def _checked_v1(info: dict[bytes, Value], name: str) -> tuple[TorrentFile, ...]:
    """The files of version 1, if there is one digest for each piece of them."""
    files, total = v1_files(info, name)
    pieces = info.get(b"pieces")
    expected = -(-total // _piece_length(info)) * _DIGEST
    if not isinstance(pieces, bytes) or len(pieces) != expected:
        raise TorrentError("its digests do not fit the size of its files")
    return files


def _trackers(members: dict[bytes, Value]) -> tuple[str, ...]:
    tiers = members.get(b"announce-list", [])
    found = [members.get(b"announce")]
    for tier in tiers if isinstance(tiers, list) else []:
        found += tier if isinstance(tier, list) else [tier]
    texts = [tracker.decode("utf-8", "replace") for tracker in found if isinstance(tracker, bytes)]
    return tuple(dict.fromkeys(text.strip() for text in texts if text.strip()))
