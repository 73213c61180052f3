"""Items of a feed as releases."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from radarr.adapters.newznab.document import number
from radarr.adapters.newznab.feed import Item
from radarr.adapters.newznab.links import nameless, without_key
from radarr.domain.imdb import normalise_imdb
from radarr.domain.release import Release
from radarr.domain.torrent.errors import TorrentError
from radarr.domain.torrent.magnet import read_magnet

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")
_SPACES = re.compile(r"\s+")
_MAX_TITLE = 1000  # characters: no film's release comes near
_YEAR_ONE = re.compile(r"[A-Za-z] 0\d{3} ")
_FIRST_YEAR = 1980  # what claims to be older has no date
_TAGS = {"half_leech": "halfleech", "neutral_leech": "neutralleech", "double_upload": "doubleupload"}


def release_of(
    item: Item,
    *,
    indexer_id: int,
    indexer: str,
    priority: int = 25,
    privacy: str = "public",
    minimum_seeders: int | None = None,
) -> Release:
    """The release that an item offers; its links are without the key they are fetched with."""
    magnet = next((text for text in (item.guid, item.link, item.attribute("magneturl")) if _is_magnet(text)), None)
    link = None if _is_magnet(item.link) else without_key(item.link) or None
    seeders = number(item.attribute("seeders"))
    title = _clean(item.title)
    digits = infohash(item.attribute("infohash"), magnet)
    return Release(
        guid=nameless(item.guid) or digits or f"{title} ({item.size})",  # its link is another one every time
        indexer_id=indexer_id,
        indexer=indexer,
        title=title,
        size=item.size,
        link=link,
        magnet=magnet,
        infohash=digits,
        info_url=_web(item.comments),
        published_at=_moment(item.published),
        seeders=seeders,
        leechers=_leechers(item, seeders),
        grabs=number(item.attribute("grabs")),
        imdb_id=normalise_imdb(item.attribute("imdb") or item.attribute("imdbid")),
        tmdb_id=number(item.attribute("tmdbid")) or None,
        categories=item.categories,
        flags=_flags(item),
        languages=item.attributes.get("language", ()),
        minimum_ratio=_decimal(item.attribute("minimumratio")),
        minimum_seed_time=number(item.attribute("minimumseedtime")),
        priority=priority,
        privacy=privacy,
        minimum_seeders=minimum_seeders,
        container=item.attribute("container") or None,
    )


def infohash(stated: str, magnet: str | None) -> str | None:
    """Lower-case hex from hex of any case or base32, else from the magnet; None where neither has one."""
    for uri in (f"magnet:?xt=urn:btih:{stated}", magnet or ""):
        try:
            return read_magnet(uri).infohash.key
        except TorrentError:
            continue
    return None


def _clean(title: str) -> str:
    return _UNPRINTABLE.sub("", _SPACES.sub(" ", title)).strip()[:_MAX_TITLE]


def _is_magnet(text: str) -> bool:
    return text[:7].lower() == "magnet:"


def _web(text: str) -> str | None:
    return nameless(text) if text.startswith(("http://", "https://")) else None


def _leechers(item: Item, seeders: int | None) -> int | None:
    """Peers include the seeders; careless sites count them otherwise."""
    stated, peers = number(item.attribute("leechers")), number(item.attribute("peers"))
    if stated is not None or peers is None or seeders is None:
        return stated
    return max(0, peers - seeders)


def _moment(text: str) -> datetime | None:
    if _YEAR_ONE.search(text):  # which the standard library would take for 2001
        return None
    try:
        moment = parsedate_to_datetime(text)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC) if aware.year >= _FIRST_YEAR else None
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _decimal(text: str) -> float | None:
    return float(text) if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text) else None


def _flags(item: Item) -> frozenset[str]:
    tags = {tag.lower().replace(" ", "_") for tag in item.attributes.get("tag", ())}
    flags = {_TAGS.get(tag, tag) for tag in tags}
    match _decimal(item.attribute("downloadvolumefactor")):
        case 0:
            flags.add("freeleech")
        case 0.5:
            flags.add("halfleech")
    if _decimal(item.attribute("uploadvolumefactor")) == 2:  # noqa: PLR2004 (counts twice)
        flags.add("doubleupload")
    return frozenset(flags)
