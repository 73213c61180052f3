"""The XML that Prowlarr writes."""

import base64
import binascii
import secrets
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from urllib.parse import quote_plus
from xml.sax.saxutils import escape, quoteattr

from radarr.adapters.simulated.prowlarr_server.state import Offer, SimulatedProwlarr, Site

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NONCE = 6
_PRIVACIES = {"semiPrivate": "semi-private"}  # not as in its JSON
_DOWNLOAD_FACTORS = {"freeleech": "0", "halfleech": "0.5"}


def feed(state: SimulatedProwlarr, site: Site, offers: Iterable[Offer], base: str) -> str:
    """A whole answer; `base` is where the client reached us."""
    items = "".join(_item(state, site, offer, base) for offer in offers)
    return (
        f'{_HEAD}<rss version="1.0" xmlns:atom="http://www.w3.org/2005/Atom" '
        'xmlns:torznab="http://torznab.com/schemas/2015/feed">\n  <channel>\n'
        '    <atom:link rel="self" type="application/rss+xml" />\n    <title>Prowlarr</title>\n'
        f"{items}  </channel>\n</rss>\n"
    )


def error(code: int, description: str) -> str:
    """An error document."""
    return f'{_HEAD}<error code="{code}" description={quoteattr(description)} />'


def caps(site: Site) -> str:
    """What it can do."""
    params = ",".join(param.lower() for param in site.movie_params)
    categories = "".join(f'<category id="{category}" name="{category}" />' for category in site.categories)
    return (
        f'{_HEAD}<caps><server title="Prowlarr" /><limits default="100" max="100" /><searching>'
        f'<search available="yes" supportedParams="q" />'
        f'<movie-search available="{"yes" if params else "no"}" supportedParams="{params}" />'
        f"</searching><categories>{categories}</categories></caps>"
    )


def seal(guid: str) -> str:
    """A link's token, another one every time."""
    return base64.urlsafe_b64encode(secrets.token_bytes(_NONCE) + guid.encode()).decode()


def unseal(token: str) -> str | None:
    """The guid in a token; None where it is none."""
    try:
        return base64.urlsafe_b64decode(token)[_NONCE:].decode()
    except (binascii.Error, ValueError):
        return None


def _item(state: SimulatedProwlarr, site: Site, offer: Offer, base: str) -> str:
    key, name = state.api_key, quote_plus(offer.title)
    privacy = _PRIVACIES.get(site.privacy, site.privacy)
    link = escape(f"{base}{state.url_base}/{site.id}/download?apikey={key}&link={seal(offer.guid)}&file={name}")
    published = format_datetime(offer.published_at) if offer.published_at else ""
    attributes = "".join(
        f'      <torznab:attr name="{name}" value={quoteattr(value)} />\n' for name, value in _attributes(offer)
    )
    categories = "".join(f"      <category>{category}</category>\n" for category in offer.categories)
    return (
        f"    <item>\n      <title>{escape(offer.title)}</title>\n      <description />\n"
        f"      <guid>{escape(offer.guid)}</guid>\n"
        f'      <prowlarrindexer id="{site.id}" type="{privacy}">{escape(site.name)}</prowlarrindexer>\n'
        f"      <comments>https://indexer{site.id}.example/details</comments>\n      <pubDate>{published}</pubDate>\n"
        f"      <size>{offer.size}</size>\n      <link>{link}</link>\n{categories}"
        f'      <enclosure url="{link}" length="{offer.size}" type="application/x-bittorrent" />\n'
        f"{attributes}    </item>\n"
    )


def _attributes(offer: Offer) -> Iterator[tuple[str, str]]:
    for category in offer.categories:
        yield "category", str(category)
    for flag in sorted(offer.flags):
        yield "tag", flag
    if offer.imdb_id:
        yield "imdb", offer.imdb_id.removeprefix("tt")
    if offer.tmdb_id:
        yield "tmdbid", str(offer.tmdb_id)
    if offer.seeders is not None:
        yield "seeders", str(offer.seeders)
        yield "peers", str(offer.seeders + offer.leechers)
    if offer.infohash:
        yield "infohash", offer.infohash
    factor = next((value for flag, value in _DOWNLOAD_FACTORS.items() if flag in offer.flags), "1")
    yield "downloadvolumefactor", factor
    yield "uploadvolumefactor", "2" if "doubleupload" in offer.flags else "1"
