"""How the releases of qBittorrent differ on the wire."""

from typing import NamedTuple


class Release(NamedTuple):
    """One release: its own version, that of its Web API, and what follows from it."""

    version: str
    api: tuple[int, ...]

    @property
    def api_text(self) -> str:
        return ".".join(map(str, self.api))

    @property
    def tags(self) -> bool:
        return self.api >= (2, 3)

    @property
    def tags_on_add(self) -> bool:
        return self.api >= (2, 7)

    @property
    def content_path(self) -> bool:
        return self.api >= (2, 6, 1)

    @property
    def infohashes(self) -> bool:
        """Whether version 2 torrents and hybrids are known, the latter by the first digits of their version 2 hash."""
        return self.api >= (2, 8, 4)

    @property
    def stop(self) -> bool:
        """Whether `pause` is called `stop`."""
        return self.api >= (2, 11)

    @property
    def json_replies(self) -> bool:
        """Whether a login is answered with 204 or 401, and an add with JSON or 409."""
        return self.api >= (2, 14)


RELEASES = {
    "4.1": Release("v4.1.9.1", (2, 2, 1)),
    "4.2": Release("v4.2.5", (2, 5, 1)),
    "4.3": Release("v4.3.9", (2, 8, 2)),
    "4.4": Release("v4.4.5", (2, 8, 5)),
    "4.5": Release("v4.5.5", (2, 8, 19)),
    "4.6": Release("v4.6.7", (2, 9, 3)),
    "5.0": Release("v5.0.5", (2, 11, 2)),
    "5.1": Release("v5.1.4", (2, 11, 4)),
    "5.2": Release("v5.2.3", (2, 15, 1)),
    "5.3": Release("v5.3.0", (2, 16, 2)),
}
