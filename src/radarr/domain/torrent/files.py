"""The files of a torrent: the flat list of version 1, the tree of version 2."""

from typing import NamedTuple

from radarr.domain.torrent.bencode import Value
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.names import safe_name

_PADDING_NAME = "_____padding_file_"  # what clients wrote before there was an attribute for it


class TorrentFile(NamedTuple):
    """One file; `path` is `/`-separated, size in bytes."""

    path: str
    size: int


def v1_files(info: dict[bytes, Value], name: str) -> tuple[tuple[TorrentFile, ...], int]:
    """The files, and the bytes of all of them with the padding. Raises TorrentError."""
    entries = info.get(b"files")
    if entries is None:
        alone = TorrentFile(name, _size(info))
        return _some((alone,)), alone.size
    if not isinstance(entries, list):
        raise TorrentError("its list of files is none")
    files = [_v1_file(entry, name) for entry in entries]
    return _some(tuple(file for file, padding in files if not padding)), sum(file.size for file, _ in files)


def v2_files(tree: Value | None, name: str) -> tuple[TorrentFile, ...]:
    """The files of a tree; a lone file of the torrent's own name stands in no folder. Raises TorrentError."""
    if not isinstance(tree, dict):
        raise TorrentError("its tree of files is none")
    files = tuple(_walk(tree, ""))
    if len(files) == 1 and files[0].path == name:
        return _some(files)
    return _some(tuple(TorrentFile(f"{name}/{file.path}", file.size) for file in files))


def _some(files: tuple[TorrentFile, ...]) -> tuple[TorrentFile, ...]:
    if not any(file.size for file in files):
        raise TorrentError("it has no file with anything in it")
    if len({file.path for file in files}) < len(files):
        raise TorrentError("two of its files have the same name")
    return files


def _v1_file(entry: Value, name: str) -> tuple[TorrentFile, bool]:
    """One file, and whether it is padding."""
    if not isinstance(entry, dict):
        raise TorrentError("one of its files is none")
    parts = entry.get(b"path.utf-8", entry.get(b"path"))
    if not isinstance(parts, list) or not parts:
        raise TorrentError("one of its files has no name")
    path = "/".join((name, *map(safe_name, parts)))
    return TorrentFile(path, _size(entry)), _is_padding(entry) or _PADDING_NAME in path


def _walk(tree: dict[bytes, Value], folder: str) -> list[TorrentFile]:
    files: list[TorrentFile] = []
    for key, node in tree.items():
        path = folder + safe_name(key)
        if not isinstance(node, dict):
            raise TorrentError("its tree of files is broken")
        leaf = node.get(b"")
        if leaf is None:
            files += _walk(node, f"{path}/")
        elif not isinstance(leaf, dict) or len(node) > 1:
            raise TorrentError("its tree of files is broken")
        elif not _is_padding(leaf):
            files.append(TorrentFile(path, _size(leaf)))
    return files


def _size(entry: dict[bytes, Value]) -> int:
    size = entry.get(b"length")
    if not isinstance(size, int) or size < 0:
        raise TorrentError("one of its files has no size")
    return size


def _is_padding(entry: dict[bytes, Value]) -> bool:
    attributes = entry.get(b"attr", b"")
    if isinstance(attributes, bytes) and b"l" in attributes:
        raise TorrentError("it holds a symbolic link, which may point anywhere")
    return isinstance(attributes, bytes) and b"p" in attributes
