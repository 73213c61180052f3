"""Find the files of a download, whose names strangers chose."""

import os
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from radarr.adapters.filesystem.errors import os_errors
from radarr.adapters.filesystem.folders import folder, is_file, is_folder, look, names, opened
from radarr.domain.importing.places import unsafe
from radarr.ports.errors import Gone, PortError, Refused, Unavailable
from radarr.ports.files import SourceFile

INCOMPLETE = ".!qB"
"""What qBittorrent may append to the name of a file that is not complete."""

_BASE = os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC
_BELOW = _BASE | os.O_NOFOLLOW
_SHOWN = 5
_LINKS = "links in downloads are not followed: they may lead anywhere"
_MAPPING = "if the torrent client has it elsewhere, say where this machine sees its folders: [qbittorrent] path_map"


def find(base: str, wanted: Sequence[str]) -> tuple[SourceFile, ...]:
    """See ports.files. The folder `base` itself may be reached by links, what is below may not."""
    for name in wanted:
        if problem := unsafe(name):
            raise Refused(f"the download's file {name!r} cannot be used: {problem}", remedy="do not trust this release")
    if not base.startswith("/"):
        raise Refused(f"{base!r} is not the whole path of a folder", remedy=_MAPPING)
    real = os.path.realpath(base)
    if not os.path.isdir(real):  # noqa: PTH112 - paths are text here, as the port has them
        raise _base_gone(base)
    with os_errors(f"the download folder {base} cannot be read"), opened(real, flags=_BASE) as top:
        return tuple(_find(top, real.rstrip("/"), name.split("/")) for name in wanted)


@contextmanager
def source_folder(path: str) -> Iterator[tuple[int, str]]:
    """The folder of a real path, opened without following a link, and the file's name in it."""
    if not path.startswith("/") or unsafe(path[1:]):
        raise Refused(f"{path!r} is not the whole path of a file", remedy="the import must be planned anew")
    *parents, name = path[1:].split("/")
    with opened("/", flags=_BASE) as top, folder(top, parents) as parent:
        yield parent, name


def _find(top: int, base: str, parts: list[str]) -> SourceFile:
    path = base
    fd = os.dup(top)
    try:
        for part in parts[:-1]:
            actual = _actual(fd, part, path)
            path = f"{path}/{actual}"
            fd = _descend(fd, actual, path)
        actual = _actual(fd, parts[-1], path)
        return _source(fd, actual, f"{path}/{actual}")
    finally:
        os.close(fd)


def _descend(fd: int, name: str, path: str) -> int:
    """Open a folder inside `fd` and close `fd`, which stays open when that fails."""
    found = look(fd, name)
    if found is None or not is_folder(found):
        raise Refused(f"{path} in the download is a link or a file, not a folder", remedy=_LINKS)
    below = os.open(name, _BELOW, dir_fd=fd)
    os.close(fd)
    return below


def _source(fd: int, name: str, path: str) -> SourceFile:
    found = look(fd, name)
    if found is None or not is_file(found):
        raise Refused(f"{path} in the download is not a regular file", remedy=_LINKS)
    if unsafe(path[1:]):
        raise Refused(f"{path!r} is not UTF-8", remedy="rename the folder that holds the downloads")
    return SourceFile(path=path, size=found.st_size, inode=found.st_ino, device=found.st_dev)


def _actual(fd: int, name: str, path: str) -> str:
    """The name as the disk has it: NFD where a Mac or a torrent made there wrote it, NFC elsewhere."""
    if name.endswith(INCOMPLETE):
        raise _incomplete(f"{path}/{name}")
    if look(fd, name) is not None:
        return name
    there = names(fd)
    normal = unicodedata.normalize("NFC", name)
    for other in there:
        if unicodedata.normalize("NFC", other) == normal:
            return other
    if name + INCOMPLETE in there:
        raise _incomplete(f"{path}/{name}{INCOMPLETE}")
    raise Gone(f"{path}/{name} is not there: {path} holds {_shown(there)}", remedy=_MAPPING)


def _incomplete(path: str) -> PortError:
    return Unavailable(f"{path} is not complete yet", remedy="it is looked for again once the client has finished it")


def _base_gone(base: str) -> PortError:
    above = os.path.dirname(base)  # noqa: PTH120
    while not os.path.isdir(above):  # noqa: PTH112
        above = os.path.dirname(above)  # noqa: PTH120
    with os_errors(f"{above} cannot be read"):
        there = sorted(os.listdir(above))  # noqa: PTH208
    return Gone(f"the download folder {base} is not there: {above} holds {_shown(there)}", remedy=_MAPPING)


def _shown(there: list[str]) -> str:
    listed = [name for name in there if not name.startswith(".")][:_SHOWN]
    more = len(there) - len(listed)
    text = ", ".join(ascii(name) for name in listed) or "nothing"
    return f"{text} and {more} more" if listed and more else text
