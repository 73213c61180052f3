"""A torrent's identity."""

from typing import NamedTuple


class Infohash(NamedTuple):
    """Lower-case hex; at least one of the two is given: `v1` 40 digits, `v2` 64 digits (hybrids have both)."""

    v1: str | None = None
    v2: str | None = None

    @property
    def client_ids(self) -> tuple[str, ...]:
        """What torrent clients may list it under, likeliest first: v2 cut to 40 digits, v1."""
        truncated = (self.v2[:40],) if self.v2 else ()
        return (*truncated, self.v1) if self.v1 else truncated

    @property
    def key(self) -> str:
        """One string that names it in the library: v1 where there is one, else v2."""
        return self.v1 or self.v2 or ""
