"""Films on offer: each is another one."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

from radarr.domain.torrent.build import build_torrent
from radarr.domain.torrent.metainfo import read_torrent
from radarr.ports.indexer import MovieQuery

_NUMBERS = count(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Film:
    """A film, and the one release of it. `magnet_only`: the indexer has no torrent file."""

    number: int = field(default_factory=lambda: next(_NUMBERS))
    original: str = ""
    magnet_only: bool = False
    named_by_original: bool = False
    with_ids: bool = True

    @property
    def title(self) -> str:
        return f"Lantern {self.number}"

    @property
    def name(self) -> str:
        return f"{self.original if self.named_by_original else self.title} 2019 1080p BluRay x264-GRP".replace(" ", ".")

    @property
    def imdb_id(self) -> str:
        return f"tt{self.number:07}"

    @property
    def tmdb_id(self) -> int:
        return 900_000 + self.number

    @property
    def size(self) -> int:
        return 1000 + self.number

    @property
    def published_at(self) -> datetime:
        return datetime(2025, 3, 14, 9, self.number % 60, tzinfo=UTC)

    @property
    def torrent(self) -> bytes:
        return build_torrent(self.name, {f"{self.name}.mkv": self.size})

    @property
    def infohash(self) -> str:
        return read_torrent(self.torrent).infohash.key

    @property
    def magnet(self) -> str:
        return f"magnet:?xt=urn:btih:{self.infohash}&dn={self.name}"

    def query(self) -> MovieQuery:
        titles = (self.title, self.original) if self.original else (self.title,)
        return MovieQuery(titles, 2019, self.imdb_id, self.tmdb_id)
