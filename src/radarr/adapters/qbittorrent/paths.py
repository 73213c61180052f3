r"""The client's folders as we see them: it may live in a container, on another machine, on Windows.

Prefixes are compared by whole components, and the longest wins. Windows paths (`C:\dl`, `\\nas\dl`, `//nas/dl`)
know both slashes and no case.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_DRIVE = re.compile(r"[A-Za-z]:([\\/]|$)")
_SHARE = re.compile(r"[\\/]{2}")
_SLASHES = re.compile(r"[\\/]+")


class _Remote(NamedTuple):
    """A path of the client: `anchor` is "/", "//" (a share) or a drive in lower case; `parts` as they are spelt."""

    anchor: str
    parts: tuple[str, ...]

    @property
    def compared(self) -> tuple[str, ...]:
        """What two paths are compared by."""
        parts = self.parts if self.anchor == "/" else tuple(part.lower() for part in self.parts)
        return (self.anchor, *parts)


class PathMap:
    """Mappings of (remote, local) folders; an empty remote is the client's root. No mapping: paths stay as they are."""

    def __init__(self, mappings: Iterable[tuple[str, str]] = ()) -> None:
        pairs = [(_remote(remote), local) for remote, local in mappings]
        self._pairs = sorted(pairs, key=lambda pair: len(pair[0].parts), reverse=True)

    def local(self, remote: str) -> str:
        """Our name of the client's path, without a slash at its end; "" stays ""."""
        if not remote:
            return ""
        path = _remote(remote)
        for prefix, local in self._pairs:
            if ".." not in path.parts and path.compared[: len(prefix.compared)] == prefix.compared:
                return "/".join((local.rstrip("/"), *path.parts[len(prefix.parts) :])) or "/"
        return remote.rstrip("/") or "/"


def _remote(path: str) -> _Remote:
    if _DRIVE.match(path):
        return _Remote(path[:2].lower(), _parts(_SLASHES.split(path[2:])))
    if _SHARE.match(path):
        return _Remote("//", _parts(_SLASHES.split(path)))
    return _Remote("/", _parts(path.split("/")))


def _parts(split: Iterable[str]) -> tuple[str, ...]:
    return tuple(part for part in split if part not in {"", "."})
