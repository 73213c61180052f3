"""Names inside a torrent, which a stranger chose."""

import re

from radarr.domain.torrent.bencode import Value
from radarr.domain.torrent.errors import TorrentError

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def safe_name(raw: Value | None) -> str:
    """One path component as the client will call it. Raises TorrentError if it would leave its folder."""
    if not isinstance(raw, bytes):
        raise TorrentError("one of its names is missing")
    name = raw.decode("utf-8", "replace").replace("\ufffd", "_")  # as libtorrent does with foreign bytes
    if "/" in name or _CONTROL.search(name) or any(part in {"", ".", ".."} for part in name.split("\\")):
        raise TorrentError(f"the name {name[:60]!r} would lead out of its folder: do not trust this release")
    return name
