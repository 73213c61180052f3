"""The child that reads one film's headers: `python -I child.py PATH LIMITS`, an answer as JSON on standard output.

It is run by its path and imports nothing of ours: starting it is to be cheap. LIMITS is a JSON object: `memory` and
`read` in bytes, `seconds` of computing. The answer is {"tracks": [...]} with the fields below, or {"error": kind}
with one of: gone, denied, no_file, unreadable, no_library, too_much.

What it reads was made by strangers, so before the first byte of it is looked at:

- memory, computing and what may be written are limited by the kernel, and it dies with the daemon;
- it can open nothing more, no file and no connection: a film may turn out to be a playlist, and the library follows
  what is listed there, to any file and any address.
"""

import ctypes
import errno
import io
import json
import os
import resource
import signal
import stat
import sys
from collections.abc import Mapping
from typing import Any

_FIELDS = {
    "General": ("Format", "Duration", "Title", "Movie"),
    "Video": (
        *("Format", "Format_Version", "CodecID", "Width", "Height", "PixelAspectRatio", "FrameRate", "ScanType"),
        *("BitDepth", "HDR_Format", "HDR_Format_Profile", "HDR_Format_Compatibility", "MultiView_Count"),
        *("transfer_characteristics", "colour_primaries", "Duration"),
    ),
    "Audio": (
        *("Format", "Format_Commercial_IfAny", "Format_AdditionalFeatures", "Format_Profile", "Format_Version"),
        *("CodecID", "Channels", "ChannelLayout", "Language", "Title", "Default", "ServiceKind"),
    ),
    "Text": ("Format", "CodecID", "Language", "Title", "Default", "Forced", "ServiceKind"),
}
_MOST = {"General": 1, "Video": 8, "Audio": 64, "Text": 128}
"""No more tracks of a kind are told, and no longer texts: the daemon is to be safe from them."""
_LONGEST = 300
_PR_SET_PDEATHSIG = 1


class TooMuchError(Exception):
    """The file makes the library read more of it than headers can be."""


class Film(io.FileIO):
    """An open film of which only so many bytes may be read."""

    def __init__(self, fd: int, most: int) -> None:
        super().__init__(fd, "r")
        self._left = most

    def read(self, size: int | None = -1, /) -> bytes | None:  # type: ignore[override]  # as FileIO's own
        """Raises TooMuchError."""
        found = super().read(-1 if size is None else size)
        self._left -= len(found or b"")
        if self._left < 0:
            raise TooMuchError
        return found


class Refused(Exception):
    """There is nothing to measure; its argument is the kind of error."""


def main(path: str, limits: Mapping[str, int]) -> dict[str, Any]:
    """The answer for a file."""
    _die_with_parent()
    try:
        library = _library()
        film = _open(path)
        _confine(film, limits)
        found = library.parse(Film(film, limits["read"]), output="JSON", full=False, buffer_size=1 << 18)
    except Refused as refused:
        return {"error": refused.args[0]}
    except TooMuchError:
        return {"error": "too_much"}
    return {"tracks": _chosen(json.loads(found))}


def _library() -> Any:  # noqa: ANN401 - its type is of a package that may be missing
    """MediaInfo, loaded: later nothing can be opened any more."""
    try:
        from pymediainfo import MediaInfo
    except ImportError:
        raise Refused("no_library") from None
    if not MediaInfo.can_parse():
        raise Refused("no_library")
    return MediaInfo


def _open(path: str) -> int:
    try:
        film = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError):
        raise Refused("gone") from None
    except PermissionError:
        raise Refused("denied") from None
    except OSError as error:
        raise Refused("no_file" if error.errno in {errno.ELOOP, errno.ENXIO} else "unreadable") from error
    if not stat.S_ISREG(os.fstat(film).st_mode):
        raise Refused("no_file")
    return film


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _confine(film: int, limits: Mapping[str, int]) -> None:
    for kind, most in (
        (resource.RLIMIT_DATA, limits["memory"]),
        (resource.RLIMIT_CPU, limits["seconds"]),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, film + 1),
    ):
        _, hard = resource.getrlimit(kind)
        bounded = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (bounded, bounded))


def _chosen(found: Mapping[str, Any]) -> list[dict[str, str]]:
    """The fields that are asked for, of as many tracks as are told."""
    left = dict(_MOST)
    chosen: list[dict[str, str]] = []
    for track in (found.get("media") or {}).get("track") or ():
        kind = track.get("@type")
        if left.get(kind, 0) > 0:
            left[kind] -= 1
            fields = {name: str(track[name])[:_LONGEST] for name in _FIELDS[kind] if name in track}
            chosen.append({"kind": kind, **fields})
    return chosen


if __name__ == "__main__":
    answer = main(sys.argv[1], json.loads(sys.argv[2]))
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # nothing of the library's is worth to be put away
