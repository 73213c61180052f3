"""Making torrent files, for simulated services and trials."""

import hashlib
from collections.abc import Mapping, Sequence

from radarr.domain.torrent.bencode import Value, encode


def build_torrent(
    name: str,
    files: Mapping[str, bytes | int],
    *,
    piece_length: int = 1 << 14,
    trackers: Sequence[str] = (),
    private: bool = False,
) -> bytes:
    """A version 1 torrent file.

    `files` are paths below the folder `name`, with their content; one file that is called `name` makes a torrent
    without a folder. A size in bytes in place of content makes a torrent to look at: its digests fit no data.
    """
    info: dict[bytes, Value] = {
        b"name": name.encode(),
        b"piece length": piece_length,
        b"pieces": _pieces(name, files, piece_length),
        **_layout(name, files),
    }
    if private:
        info[b"private"] = 1
    torrent: dict[bytes, Value] = {b"info": info}
    if trackers:
        torrent[b"announce"] = trackers[0].encode()
        torrent[b"announce-list"] = [[tracker.encode()] for tracker in trackers]
    return encode(torrent)


def _layout(name: str, files: Mapping[str, bytes | int]) -> dict[bytes, Value]:
    if list(files) == [name]:
        return {b"length": _size(files[name])}
    entries: list[Value] = [
        {b"length": _size(content), b"path": [part.encode() for part in path.split("/")]}
        for path, content in files.items()
    ]
    return {b"files": entries}


def _pieces(name: str, files: Mapping[str, bytes | int], length: int) -> bytes:
    total = sum(map(_size, files.values()))
    content = b"".join(content for content in files.values() if isinstance(content, bytes))
    if len(content) == total:
        return b"".join(_sha1(content[at : at + length]) for at in range(0, total, length))
    return b"".join(_sha1(f"{name}:{at}".encode()) for at in range(0, total, length))


def _size(content: bytes | int) -> int:
    return content if isinstance(content, int) else len(content)


def _sha1(data: bytes) -> bytes:
    return hashlib.sha1(data, usedforsecurity=False).digest()
