"""What the simulated Prowlarr has, and what may be done to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple


class Fault(StrEnum):
    """What an indexer's searches do instead of answering; its values as plain strings will do too."""

    NONE = "none"
    HANG = "hang"
    HTML = "html"
    GARBAGE = "garbage"
    HALF = "half"
    CUT = "cut"
    """The connection ends in the middle."""
    LIMITED = "limited"
    BLOCKED = "blocked"
    DISABLED = "disabled"
    ERROR = "error"


@dataclass(slots=True, kw_only=True)
class Site:
    """One indexer. `fault`, `delay` (seconds) and `retry_after` (seconds, None: no header) may be set at any time.

    `movie_params` is what its movie search takes, as Prowlarr spells it.
    """

    id: int
    name: str
    protocol: str = "torrent"
    privacy: str = "public"
    priority: int = 25
    enabled: bool = True
    movie_params: tuple[str, ...] = ("q", "imdbId", "tmdbId")
    categories: tuple[int, ...] = (2000, 2030, 2040, 2045)
    feed: bool = True
    automatic: bool = True
    interactive: bool = True
    minimum_seeders: int = 1
    query_limit: int | None = None
    grab_limit: int | None = None
    fault: Fault = Fault.NONE
    delay: float = 0
    retry_after: int | None = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A release at an indexer, size in bytes.

    Its link gives the first of these that there is: the status `failure` (410, 429, 500 ...), a redirect to the address
    `redirect`, the bytes `payload` (whatever they are), the torrent, a redirect to the magnet. `infohash` is what the
    search states of it.
    """

    indexer_id: int
    title: str
    size: int
    seeders: int | None = 10
    leechers: int = 0
    torrent: bytes | None = None
    magnet: str | None = None
    payload: bytes | None = None
    imdb_id: str | None = None
    tmdb_id: int | None = None
    infohash: str | None = None
    flags: frozenset[str] = frozenset()
    categories: tuple[int, ...] = (2000, 2040)
    published_at: datetime | None = None
    redirect: str | None = None
    failure: int = 0
    guid: str = ""


class Asked(NamedTuple):
    """A request of one indexer: `what` is `search` or `download`; the query is without any key.

    `reached`: Prowlarr passed it on to the indexer, and counts it; `at` in UTC.
    """

    indexer_id: int
    what: str
    query: Mapping[str, str]
    agent: str
    key_in_url: bool
    reached: bool = True
    at: datetime = datetime.min.replace(tzinfo=UTC)

    @property
    def counts_as(self) -> str:
        """Under what Prowlarr's statistics count it; "" for a request that it answered itself."""
        if not self.reached or self.query.get("t") == "caps":
            return ""
        if self.what == "download":
            return "numberOfGrabs"
        is_search = any(self.query.get(name) for name in ("q", "imdbid", "tmdbid"))
        return "numberOfQueries" if is_search else "numberOfRssQueries"


@dataclass(slots=True, kw_only=True)
class SimulatedProwlarr:
    """The server's state; all of it may be changed while it runs."""

    api_key: str
    indexers: list[Site]
    url: str = ""
    url_base: str = ""
    app_name: str = "Prowlarr"
    version: str = "2.6.3.5592"
    starting: bool = False
    offers: dict[str, Offer] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)

    def publish(self, offer: Offer) -> Offer:
        """Offer a release from now on; the same guid replaces it. Returns it with its guid and date."""
        digest = sha256(f"{offer.indexer_id} {offer.title} {offer.size}".encode()).hexdigest()[:12]
        published = replace(
            offer,
            guid=offer.guid or f"https://indexer{offer.indexer_id}.example/torrents/{digest}",
            published_at=offer.published_at or datetime.now(UTC),
        )
        self.offers[published.guid] = published
        return published

    def withdraw(self, guid: str) -> None:
        """Offer it no more; its link is gone."""
        self.offers.pop(guid, None)

    def site(self, indexer_id: int) -> Site | None:
        """The indexer of this id."""
        return next((site for site in self.indexers if site.id == indexer_id), None)

    def requests(self, indexer_id: int, what: str = "search") -> list[Asked]:
        """What this indexer was asked, in order."""
        return [asked for asked in self.asked if asked.indexer_id == indexer_id and asked.what == what]
